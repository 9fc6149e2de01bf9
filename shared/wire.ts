/** Constants of the wire that every screen needs; the schemas, which only the hub needs, are in protocol.ts. */

export const SUBPROTOCOL = 'evenfloor.v1';

/** Raised when the wire changes in a way that the other side must know. */
export const PROTOCOL_VERSION = 1;
/** The oldest client that this hub still serves. */
export const PROTOCOL_VERSION_MIN = 1;

/** Of the feed for vision mixers (electron/hub/api/feed.ts). */
export const FEED_PATH = '/feeds/vmix.json';

/** A token, base64url: its shape only, whether it is good knows its hub (electron/hub/auth.ts). */
export const TOKEN = /^(?<sessionId>[\w-]{1,64})\.(?<inviteId>[\w-]{1,64})\.(?<mac>[\w-]{1,64})$/;

/** Before the code of an invitation that is to be typed (electron/hub/api/codes.ts). */
export const CODE_PATH = '/j/';

export const CLOSE = {
  badMessage: 4400,
  notInvited: 4401,
  revoked: 4403,
  noSuchSession: 4404,
  clientTooOld: 4409,
  hubTooOld: 4410,
  tooSlow: 4429,
  tooLarge: 1009,
  restarting: 1012,
} as const;

/** After these, trying again with the same link cannot help. */
export const FATAL_CLOSE_CODES: readonly number[] = [
  CLOSE.badMessage,
  CLOSE.notInvited,
  CLOSE.revoked,
  CLOSE.noSuchSession,
  CLOSE.clientTooOld,
  CLOSE.hubTooOld,
  CLOSE.tooLarge,
];
