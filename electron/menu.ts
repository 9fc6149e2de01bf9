/**
 * The menu bar. Every accelerator holds Ctrl or Command: bare keys belong to the page, where they run the floor.
 * What an entry does is the page's business; it only hears the name. Entries that Electron provides get labels
 * too, since its own are English whatever the system speaks.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { shellWords } from './shell/words/words.ts';
import type { MenuCommand } from './shell-api.ts';

export type MenuOptions = {
  platform: NodeJS.Platform;
  /** Whether to offer the developer tools. */
  isDevelopment: boolean;
  onCommand: (command: MenuCommand) => void;
  /** Small and in front of the other windows, or back; says which. */
  onInFront: () => boolean;
};

type Items = MenuItemConstructorOptions[];

const BETWEEN: MenuItemConstructorOptions = { type: 'separator' };

/** Replaces the whole menu bar. */
export function setupMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** The menu as data. */
export function menuTemplate(options: MenuOptions): Items {
  const isMac = options.platform === 'darwin';
  const { menu: words } = shellWords();
  return [
    ...(isMac ? [{ label: 'Evenfloor', submenu: appItems() }] : []),
    { label: words.file, submenu: fileItems(options, isMac) },
    { label: words.edit, submenu: editItems() },
    { label: words.view, submenu: viewItems(options) },
    { role: 'window', label: words.window, submenu: windowItems() },
    { role: 'help', label: words.help, submenu: helpItems(options, isMac) },
  ];
}

function entry(
  { onCommand }: MenuOptions,
  label: string,
  command: MenuCommand,
  accelerator?: string,
): MenuItemConstructorOptions {
  return { label, click: () => onCommand(command), ...(accelerator ? { accelerator } : {}) };
}

/** macOS keeps these in a menu with the app's name. */
function appItems(): Items {
  const { menu: words } = shellWords();
  return [
    { role: 'about', label: words.about },
    BETWEEN,
    { role: 'services', label: words.services },
    BETWEEN,
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.showAll },
    BETWEEN,
    { role: 'quit', label: words.quit },
  ];
}

function fileItems(options: MenuOptions, isMac: boolean): Items {
  const { menu: words } = shellWords();
  return [
    entry(options, words.newSession, 'session/new', 'CommandOrControl+N'),
    entry(options, words.openPlan, 'plan/open', 'CommandOrControl+O'),
    entry(options, words.openSession, 'session/restore'),
    entry(options, words.join, 'session/join', 'CommandOrControl+J'),
    BETWEEN,
    entry(options, words.savePlan, 'plan/save', 'CommandOrControl+S'),
    entry(options, words.importFile, 'import/show', 'CommandOrControl+I'),
    entry(options, words.share, 'sharing/show'),
    BETWEEN,
    isMac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit },
  ];
}

function editItems(): Items {
  const { menu: words } = shellWords();
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    BETWEEN,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}

function viewItems({ isDevelopment, onInFront }: MenuOptions): Items {
  const { menu: words } = shellWords();
  const items: Items = [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    BETWEEN,
    { role: 'togglefullscreen', label: words.fullScreen },
    {
      id: 'in-front',
      type: 'checkbox',
      label: words.inFront,
      accelerator: 'CommandOrControl+Shift+M',
      // It ticks itself at each press, whatever came of it.
      click: (item) => {
        item.checked = onInFront();
      },
    },
  ];
  // A reload by mistake in the middle of a session costs a second that nobody has.
  if (!isDevelopment) return items;
  return [
    ...items,
    BETWEEN,
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.devTools },
  ];
}

function windowItems(): Items {
  const { menu: words } = shellWords();
  return [
    { role: 'minimize', label: words.minimize },
    { role: 'close', label: words.closeWindow },
  ];
}

function helpItems(options: MenuOptions, isMac: boolean): Items {
  const { menu: words } = shellWords();
  const about: Items = isMac ? [] : [{ role: 'about', label: words.about }];
  return [entry(options, words.keys, 'keys/show', 'CommandOrControl+/'), ...about];
}
