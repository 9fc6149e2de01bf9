/**
 * An invitation as something to read out and type: `<url>/j/ABC234` leads to its link. Only what is given out freely
 * anyway has a code, since six letters are soon tried where nobody counts.
 */
import type { Invite } from '../../shared/domain/invites/schema.ts';
import { CODE_TRIES_BURST, CODE_TRIES_PER_SECOND } from '../../shared/lib/limits.ts';
import { codeOf, makeToken } from './auth.ts';
import type { Clock } from './clock.ts';
import type { Doors } from './doors.ts';
import { buckets } from './rate.ts';
import type { Room } from './room.ts';

export const CODE_PATH = '/j/';

/** Null for an invitation that is not for everybody, and for one that was revoked. */
export function inviteCode({ secret, sessionId }: Room, { inviteId, roles, revoked }: Invite): string | null {
  const isForAll = !revoked && roles.every((role) => role === 'participant');
  return isForAll ? codeOf(secret, sessionId, inviteId) : null;
}

export type Codes = {
  /** The token behind what somebody has typed; null when there is none, `wait` when too much was tried. */
  token(typed: string): string | 'wait' | null;
};

export function createCodes(doors: Pick<Doors, 'openRooms'>, clock: Pick<Clock, 'nowMs'>): Codes {
  // Of the hub as a whole: whoever tries many codes has many addresses too.
  const wrong = buckets({ perSecond: CODE_TRIES_PER_SECOND, burst: CODE_TRIES_BURST }, 1);
  return {
    token: (typed) => {
      const code = typed.toUpperCase();
      for (const room of doors.openRooms()) {
        const invite = (room.state.invites ?? []).find((one) => inviteCode(room, one) === code);
        if (invite) return makeToken(room.secret, room.sessionId, invite.inviteId);
      }
      return wrong.take('', clock.nowMs()) ? null : 'wait';
    },
  };
}
