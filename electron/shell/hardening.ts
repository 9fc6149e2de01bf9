/**
 * What no page of the app may do, whatever window it is in: leave its own hub, open windows, embed a webview, or
 * use the camera, the place and the like. Links to the world open in the system's browser.
 */
import { app, type Session, shell, type WebContents } from 'electron';
import { isExternal, isOwn } from './links.ts';

/** What a page may do after a click of its own: the stage fills a screen, a link is copied. All else is denied. */
const HARMLESS = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** To be called before the first window is made. */
export function setupHardening(session: Session, pageUrl: string): void {
  session.setPermissionRequestHandler((contents, permission, allow) => {
    allow(HARMLESS.has(permission) && isOwn(contents.getURL(), pageUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return HARMLESS.has(permission) && isOwn(origin, pageUrl);
  });
  session.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => harden(contents, pageUrl));
}

function harden(contents: WebContents, pageUrl: string): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (isOwn(event.url, pageUrl)) return;
    event.preventDefault();
    openOutside(event.url);
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function openOutside(url: string): void {
  // Without a browser on the machine there is nothing to tell: the page stays where it is.
  if (isExternal(url)) void shell.openExternal(url).catch(() => undefined);
}
