/** What may be done with an address that the page or the command line gives. Pure, since all hardening rests on it. */
import { TOKEN } from '../../shared/wire.ts';

const LINK_CHARS_MAX = 2_000;

/** The link as given if it is an invitation to some hub, else null. */
export function joinLink(text: string): string | null {
  const url = parse(text);
  if (!url || !TOKEN.test(url.hash.slice(1))) return null;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** Whether an address belongs to the page's own hub: same scheme, host and port. */
export function isOwn(address: string, pageUrl: string): boolean {
  const url = parse(address);
  // Opaque origins are all written "null" and equal nothing.
  return url !== null && url.origin !== 'null' && url.origin === parse(pageUrl)?.origin;
}

/** Only these are handed to the system: other schemes start programs. */
export function isExternal(address: string): boolean {
  return parse(address)?.protocol === 'https:';
}

// `URL.parse` is younger than Electron 33.
function parse(address: string): URL | null {
  return address.length <= LINK_CHARS_MAX && URL.canParse(address) ? new URL(address) : null;
}
