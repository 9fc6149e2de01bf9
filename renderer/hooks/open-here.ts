import { shellOf } from './shell.ts';

/**
 * The stage behind an invitation in a window of its own; the app puts it on the second display. By this page's own
 * address, whatever name the link has for others.
 */
export function openHere(link: string): void {
  const url = `${location.origin}/stage${new URL(link).hash}`;
  const shell = shellOf();
  if (shell) void shell.windows.open(url);
  else window.open(url, '_blank', 'noopener');
}
