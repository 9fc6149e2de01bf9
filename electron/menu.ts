/**
 * The menu bar. Every accelerator holds Ctrl or Command: bare keys belong to the page, where they run the floor.
 * What an entry does is the page's business; it only hears the name.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from './shell-api.ts';

export type MenuOptions = {
  platform: NodeJS.Platform;
  /** Whether to offer the developer tools. */
  isDevelopment: boolean;
  onCommand: (command: MenuCommand) => void;
};

/** Replaces the whole menu bar. */
export function setupMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** The menu as data. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, onCommand } = options;
  const isMac = platform === 'darwin';
  const entry = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => onCommand(command),
    ...(accelerator ? { accelerator } : {}),
  });
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        entry('New Session…', 'session/new', 'CommandOrControl+N'),
        entry('Open a Plan…', 'plan/open', 'CommandOrControl+O'),
        entry('Join by Link…', 'session/join', 'CommandOrControl+J'),
        { type: 'separator' },
        entry('Save Plan…', 'plan/save', 'CommandOrControl+S'),
        entry('Share on the Local Network…', 'sharing/show'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { label: '&View', submenu: viewItems(options.isDevelopment) },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        entry('Keyboard Shortcuts', 'keys/show', 'CommandOrControl+/'),
        ...(isMac ? [] : [{ role: 'about' } as const]),
      ],
    },
  ];
}

function viewItems(isDevelopment: boolean): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  // A reload by mistake in the middle of a session costs a second that nobody has.
  if (isDevelopment) items.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  return items;
}
