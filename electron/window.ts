/** The app's windows. Each shows a page of its own hub, exactly as a browser would, in a sandbox. */
import { fileURLToPath } from 'node:url';
import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { otherDisplay } from './shell/displays.ts';

const SANDBOXED: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  // It would fetch its dictionaries from the Internet.
  spellcheck: false,
  // Timers on the stage must go on while the window is behind another one.
  backgroundThrottling: false,
};

const fileAt = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The one window that has `window.evenfloor`. It is shown once it has something to show. */
export function createMainWindow(pageUrl: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Evenfloor',
    width: 1280,
    height: 840,
    minWidth: 360,
    minHeight: 480,
    show: false,
    backgroundColor: '#f6f5f2',
    icon: fileAt('../../assets/icon.png'),
    webPreferences: { ...SANDBOXED, preload: fileAt('./preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return window;
}

/**
 * Another page of the same hub, such as the stage: full screen on the second display where there is one. It can do no
 * more than a browser.
 */
export function openPlainWindow(link: string): void {
  const main = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const here = main ? screen.getDisplayMatching(main.getBounds()) : screen.getPrimaryDisplay();
  const projector = otherDisplay(screen.getAllDisplays(), here.id);
  const window = new BrowserWindow({
    title: 'Evenfloor',
    ...(projector ? { ...projector.bounds, fullscreen: true } : { width: 1280, height: 720 }),
    autoHideMenuBar: true,
    icon: fileAt('../../assets/icon.png'),
    webPreferences: SANDBOXED,
  });
  void window.loadURL(link);
}

/** From the tray, from minimised, from behind. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
