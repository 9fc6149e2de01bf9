import { put } from '../../lib/lists.ts';
import type { Stamp } from '../context.ts';
import type { Invite, InviteEvent } from './schema.ts';

export function applyInvites(invites: Invite[], event: InviteEvent, { seq }: Stamp): Invite[] {
  switch (event.type) {
    case 'invites/issued': {
      const { type: _, v: __, ...issued } = event;
      return put(invites, { ...issued, seq }, (other) => other.inviteId === event.inviteId);
    }
    case 'invites/revoked':
      return invites.map((invite) =>
        invite.inviteId === event.inviteId ? { ...invite, revoked: true } : invite,
      );
  }
}
