/**
 * What no page of the app may do, whatever window it is in: leave its own hub, open windows, embed a webview, or
 * use the microphone, the place and the like. Links to the world open in the system's browser.
 */
import { app, type Session, shell, type WebContents } from 'electron';
import { isExternal, isOwn } from './links.ts';
import { mayUse } from './permissions.ts';

/** To be called before the first window is made. */
export function setupHardening(session: Session, pageUrl: string): void {
  session.setPermissionRequestHandler((contents, permission, allow, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isOurs = isOwn(contents.getURL(), pageUrl) && isOwn(details.requestingUrl, pageUrl);
    allow(isOurs && mayUse(permission, media));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) => {
    return isOwn(origin, pageUrl) && mayUse(permission, mediaType ? [mediaType] : []);
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
