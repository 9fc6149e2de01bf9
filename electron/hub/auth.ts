/**
 * Tokens and identities. A token is `<sessionId>.<inviteId>.<mac>`; only the mac is secret. An invitation is a
 * door: the person is the device behind it, known by a keyed hash of its `clientId`.
 */
import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../shared/domain/context.ts';
import type { Invite } from '../../shared/domain/invites/schema.ts';
import type { Audience, Role } from '../../shared/lib/vocabulary.ts';
import { ROLES } from '../../shared/lib/vocabulary.ts';
import { TOKEN } from '../../shared/wire.ts';

export type TokenParts = { sessionId: string; inviteId: string; mac: string };

/** Null when it is no token at all. */
export function parseToken(token: string): TokenParts | null {
  const { sessionId, inviteId, mac } = TOKEN.exec(token)?.groups ?? {};
  return sessionId && inviteId && mac ? { sessionId, inviteId, mac } : null;
}

export function isSessionId(text: string): boolean {
  return /^[A-Za-z0-9][\w-]{0,63}$/.test(text);
}

export function makeToken(secret: Buffer, sessionId: string, inviteId: string): string {
  return `${sessionId}.${inviteId}.${macOf(secret, 'invite', sessionId, inviteId)}`;
}

/** Compares in constant time. */
export function isGenuine(secret: Buffer, { sessionId, inviteId, mac }: TokenParts): boolean {
  const expected = Buffer.from(macOf(secret, 'invite', sessionId, inviteId));
  const given = Buffer.from(mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Who stands behind a device that came in by `invite`. */
export function actorOf(secret: Buffer, invite: Invite, clientId: string): Actor {
  const personId = `p${macOf(secret, 'person', invite.inviteId, clientId)}`;
  const roles = ROLES.filter((role) => invite.roles.includes(role));
  return { personId, roles };
}

/** Letters and digits that are not taken for one another, on paper or read out. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** 31^8: at thousands of tries a second, years. */
const CODE_LENGTH = 8;

/** What stands for an invitation's link where it must be typed. */
export function codeOf(secret: Buffer, sessionId: string, inviteId: string): string {
  const bytes = Buffer.from(macOf(secret, 'code', sessionId, inviteId), 'base64url');
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join(
    '',
  );
}

export function audienceOf(roles: readonly Role[]): Audience {
  if (roles.includes('host') || roles.includes('rapporteur')) return 'keeper';
  return roles.every((role) => role === 'participant' || role === 'display') ? 'public' : 'staff';
}

/** An id that nobody can guess: `chars` of base64url, 6 bits each. */
export function randomId(chars: number): string {
  // A leading dash would look like an option on a command line.
  const id = randomBytes(chars).toString('base64url').slice(0, chars);
  return /^[A-Za-z0-9]/.test(id) ? id : `x${id.slice(1)}`;
}

/** Made once for each secret: with bare bytes Node takes six times as long. */
const keys = new WeakMap<Buffer, KeyObject>();

function keyOf(secret: Buffer): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(secret);
  keys.set(secret, key);
  return key;
}

/** 132 bits of HMAC-SHA-256, base64url; the parts cannot run into each other. */
function macOf(secret: Buffer, ...parts: string[]): string {
  return createHmac('sha256', keyOf(secret)).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
