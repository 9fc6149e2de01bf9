/** What the app itself says, outside its pages: menus, dialogs, the tray. The other languages are typed by this one. */
export const shellEn = {
  menu: {
    file: '&File',
    newSession: 'New Session…',
    openPlan: 'Open a Plan…',
    join: 'Join by Link…',
    savePlan: 'Save Plan…',
    importFile: 'Import a Platform’s File…',
    share: 'Share on the Local Network…',
    closeWindow: 'Close Window',
    quit: 'Quit Evenfloor',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: '&View',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    reload: 'Reload',
    devTools: 'Developer Tools',
    window: '&Window',
    minimize: 'Minimise',
    help: '&Help',
    keys: 'Keyboard Shortcuts',
    about: 'About Evenfloor',
    services: 'Services',
    hide: 'Hide Evenfloor',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
  },
  closing: {
    one: (title: string) => `“${title}” is running.`,
    many: (count: number) => `${count} sessions are running.`,
    detail:
      'Kept running, everybody stays connected; start Evenfloor again or use the tray to bring this window back. ' +
      'Quitting disconnects everybody. The session is kept and can be opened again.',
    keep: 'Keep running in the tray',
    quit: 'Quit',
    cancel: 'Cancel',
  },
  tray: { running: 'Evenfloor is running', open: 'Open Evenfloor', quit: 'Quit' },
  plans: {
    open: 'Open a session plan',
    kind: 'Session plans',
    all: 'All files',
    save: 'Save',
  },
  problems: {
    cannotStart: 'Evenfloor could not start',
    notYours: 'This page may not ask the app for anything.',
    unusable: (problem: string) => `The page sent something unusable: ${problem}`,
    noNetwork: 'This computer is on no network at present.',
    keyStore: "This computer's key store cannot open this session's invitations.",
  },
};

/** What every language must have. */
export type ShellWords = typeof shellEn;
