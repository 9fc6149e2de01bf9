/**
 * An invitation as something to read out and type: `<url>/j/ABCD2345` leads to its link. Only what is given out freely
 * anyway has a code: nobody guesses eight letters, but they stand on a wall.
 */
import type { Invite } from '../../../shared/domain/invites/schema.ts';
import { codeOf, makeToken } from '../auth.ts';
import type { Doors } from '../doors.ts';
import type { Room } from '../room.ts';

/** Null for an invitation that is not for everybody, and for one that was revoked. */
export function inviteCode({ secret, sessionId }: Room, { inviteId, roles, revoked }: Invite): string | null {
  const isForAll = !revoked && roles.every((role) => role === 'participant');
  return isForAll ? codeOf(secret, sessionId, inviteId) : null;
}

/** The token behind what somebody has typed, in capitals or not, with dashes or without; null when there is none. */
export function tokenBehind(typed: string, doors: Pick<Doors, 'openRooms'>): string | null {
  const code = typed.replace(/[^a-z\d]/gi, '').toUpperCase();
  for (const room of doors.openRooms()) {
    const invite = (room.state.invites ?? []).find((one) => inviteCode(room, one) === code);
    if (invite) return makeToken(room.secret, room.sessionId, invite.inviteId);
  }
  return null;
}
