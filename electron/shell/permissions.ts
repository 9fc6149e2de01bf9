/** What a page of our own hub may use. All else is denied. Pure, so that a test can ask. */

/** After a click of its own: the stage fills a screen, a link is copied. */
const HARMLESS: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** `media` is what is to be recorded: the camera alone, which reads the QR code of an invitation. */
export function mayUse(permission: string, media: readonly string[]): boolean {
  if (permission !== 'media') return HARMLESS.has(permission);
  return media.length > 0 && media.every((kind) => kind === 'video');
}
