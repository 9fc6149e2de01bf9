/** Which door this tab came through (token) and which device it is (clientId); both are kept per tab. */
import { tokenIn } from './token.ts';

export type Identity = { token: string; clientId: string };

type Address = { hash: string; pathname: string };
type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

const TOKEN_KEY = 'evenfloor.token';
const CLIENT_KEY = 'evenfloor.client';

/**
 * The token of the address's fragment; on a page such as `/stage`, which may be opened by hand, else the one this
 * tab had before; null without either, and at `/`, which is then the home page. The fragment stays as it is, so
 * that reloading and copying the address work.
 */
export function identify({ hash, pathname }: Address, storage: TabStorage): Identity | null {
  const token = tokenIn(hash) ?? (pathname === '/' ? null : storage.getItem(TOKEN_KEY));
  if (!token) return null;
  storage.setItem(TOKEN_KEY, token);
  return { token, clientId: clientIdOf(storage) };
}

export function sessionIdOf(token: string): string {
  return token.slice(0, token.indexOf('.'));
}

function clientIdOf(storage: TabStorage): string {
  const known = storage.getItem(CLIENT_KEY);
  if (known) return known;
  // Not randomUUID: on the venue's Wi-Fi the page is no secure context.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const clientId = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  storage.setItem(CLIENT_KEY, clientId);
  return clientId;
}
