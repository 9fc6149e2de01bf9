/** The app's windows. Each shows a page of its own hub, exactly as a browser would, in a sandbox. */
import { fileURLToPath } from 'node:url';
import { BrowserWindow, type WebPreferences } from 'electron';

const SANDBOXED: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  // Timers on the stage must go on while the window is behind another one.
  backgroundThrottling: false,
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The one window that has `window.evenfloor`. It is shown once it has something to show. */
export function createMainWindow(pageUrl: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Evenfloor',
    width: 1280,
    height: 840,
    minWidth: 480,
    minHeight: 480,
    show: false,
    backgroundColor: '#f6f5f2',
    icon: here('../../assets/icon.png'),
    webPreferences: { ...SANDBOXED, preload: here('./preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return window;
}

/** Another page of the same hub, such as the stage for a projector. It can do no more than a browser. */
export function openPlainWindow(link: string): void {
  const window = new BrowserWindow({
    title: 'Evenfloor',
    width: 1280,
    height: 720,
    autoHideMenuBar: true,
    icon: here('../../assets/icon.png'),
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
