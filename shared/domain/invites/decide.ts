import { INVITES_MAX } from '../../lib/limits.ts';
import type { Role } from '../../lib/vocabulary.ts';
import type { Actor, Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import type { Invite, InviteEvent } from './schema.ts';

type Result = InviteEvent[] | Rejection;

export function issueInvite(
  invites: Invite[],
  args: { inviteId: string; roles: Role[]; label?: string },
  actor: Actor,
): Result {
  if (guardsHost(args.roles, actor)) return reject('forbidden', { command: 'invites/issue' });
  if (invites.some((invite) => invite.inviteId === args.inviteId)) {
    return invalid('inviteId', 'taken');
  }
  if (invites.length >= INVITES_MAX) return reject('too-many', { limit: INVITES_MAX });
  return [{ type: 'invites/issued', v: 1, ...args }];
}

export function revokeInvite(invites: Invite[], args: { inviteId: string }, actor: Actor): Result {
  const invite = invites.find((candidate) => candidate.inviteId === args.inviteId);
  if (!invite) return reject('invites/no-such-invite', { inviteId: args.inviteId });
  if (guardsHost(invite.roles, actor)) return reject('forbidden', { command: 'invites/revoke' });
  if (invite.revoked) return reject('invites/already-revoked', { inviteId: args.inviteId });
  return [{ type: 'invites/revoked', v: 1, inviteId: args.inviteId }];
}

/** The host's door is the host's alone. */
function guardsHost(roles: Role[], actor: Actor): boolean {
  return roles.includes('host') && !actor.roles.includes('host');
}
