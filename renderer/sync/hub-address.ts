/** Which hub a page talks to, and how an invitation to any hub is opened. */
import { CODE_PATH } from '../../shared/wire.ts';
import { tokenIn } from './token.ts';

/** `?hub=` names another hub than the one that served this page. */
const HUB_PARAM = 'hub';
const LINK_CHARS_MAX = 2_000;

/** Of the hub that the page speaks with at present; null while it is the one that it came from. */
let movedTo: string | null = null;

/** It has a line to the hub at this origin. */
export function speaksWith(origin: string): void {
  movedTo = origin;
}

/** Where to ask over HTTP what only a hub with a line can answer. */
export function addressOf(path: string, page: Page): string {
  return movedTo === null || movedTo === page.origin ? path : `${movedTo}${path}`;
}

type Page = { protocol: string; host: string; origin: string; search: string };

/** What `socketUrl` needs: the hub of the address, else the page's own. */
export function hubOf(page: Page): { protocol: string; host: string } {
  return otherHub(page) ?? page;
}

/** The other hub that the page was sent to; null when it is its own hub's page. */
export function otherHub(page: Page): URL | null {
  const named = new URLSearchParams(page.search).get(HUB_PARAM) ?? '';
  const url = httpUrl(named);
  return url && url.origin !== page.origin ? url : null;
}

/** The invitation in what somebody pasted or scanned, with or without words around it; null without one. */
export function invitationIn(text: string): URL | null {
  for (const word of text.slice(0, LINK_CHARS_MAX).split(/\s+/)) {
    const url = httpUrl(word);
    if (url && tokenIn(url.hash) !== null) return url;
  }
  return null;
}

/** A code as it is read out: in capitals or not, with a dash or a space between or none (electron/hub/auth.ts). */
const CODE = /^[A-HJKMNP-Z2-9]{4}[-\s]?[A-HJKMNP-Z2-9]{4}$/i;

/**
 * The short address that somebody typed, as it stands on the wall (`hub.local:7377/j/ABCD2345`) or its code alone,
 * which is then one of this page's hub; null without one.
 */
export function shortAddressIn(text: string, page: Page): URL | null {
  const typed = text.trim();
  if (CODE.test(typed)) return new URL(CODE_PATH + typed.replace(/[-\s]/, ''), movedTo ?? page.origin);
  const url = httpUrl(/^https?:/i.test(typed) ? typed : `${page.protocol}//${typed}`);
  return url?.pathname.startsWith(CODE_PATH) && CODE.test(url.pathname.slice(CODE_PATH.length)) ? url : null;
}

/**
 * Where this page must go to follow an invitation. `stay`: the page may not leave its own hub, as in the app, so
 * it opens the socket of the other one.
 */
export function pageFor(invitation: URL, page: Page, stay: boolean): string {
  if (!stay || invitation.origin === page.origin) return invitation.href;
  return `${page.origin}/?${HUB_PARAM}=${encodeURIComponent(invitation.origin)}${invitation.hash}`;
}

/** On every other device this address means that device itself. */
export function isLoopback(link: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(link).hostname);
}

/** The same link under another address of the same hub. */
export function underAddress(link: string, address: string | null): string {
  if (address === null) return link;
  const [at, from] = [new URL(address), new URL(link)];
  return `${at.origin}${from.pathname}${from.search}${from.hash}`;
}

function httpUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}
