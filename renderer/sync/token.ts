/** `<sessionId>.<inviteId>.<mac>`, base64url: the shape only, its hub knows whether it is good. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The token in an address's fragment; null without one. */
export function tokenIn(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return TOKEN.test(text) ? text : null;
}
