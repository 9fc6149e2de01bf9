/** The tray icon, there only while the window is hidden and the hub runs on. */
import { fileURLToPath } from 'node:url';
import { Menu, Tray } from 'electron';
import { shellWords } from './words/words.ts';

export type TrayOptions = { titles: () => string[]; onOpen: () => void; onQuit: () => void };

/** Both may be called at any time and as often as wanted. */
export function createTray(options: TrayOptions): { show(): void; hide(): void } {
  // Kept in a variable: a tray that is collected disappears.
  let tray: Tray | null = null;
  return {
    show() {
      tray ??= new Tray(fileURLToPath(new URL('../../assets/tray.png', import.meta.url)));
      tray.setToolTip(shellWords().tray.running);
      tray.setContextMenu(trayMenu(options));
      tray.on('click', options.onOpen);
    },
    hide() {
      tray?.destroy();
      tray = null;
    },
  };
}

function trayMenu({ titles, onOpen, onQuit }: TrayOptions): Menu {
  const { tray: words } = shellWords();
  return Menu.buildFromTemplate([
    ...titles().map((label) => ({ label, enabled: false })),
    { label: words.open, click: onOpen },
    { type: 'separator' as const },
    { label: words.quit, click: onQuit },
  ]);
}
