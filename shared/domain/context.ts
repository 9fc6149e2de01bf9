/** What every decision and every fold is told besides the state: time, order and who, always as data. */
import type { Found, Problem } from '../lib/problems.ts';
import type { Role } from '../lib/vocabulary.ts';

/** Who sent a command: the roles of the invitation, and the person that the device stands for. */
export type Actor = { personId: string; roles: Role[] };

/** What a commit keeps of the actor: enough to say who did it. `hub` is the hub itself. */
export type Author = { personId?: string; role: Role | 'hub' };

/** Given to `decide`. `nowMs` is the hub's clock, never before the last commit. */
export type DecideContext = { actor: Actor; nowMs: number };

/** Given to `apply`: the commit's place and time. */
export type Stamp = { seq: number; atMs: number };

/** A command that is politely refused: a stable code and what is needed to word it. */
export type Rejection = { code: string; params: Record<string, string | number> };

export function reject(code: string, params: Rejection['params'] = {}): Rejection {
  return { code, params };
}

/** A command whose `field` cannot be taken, and why. */
export function invalid(field: string, found: Problem | Found): Rejection {
  return reject('invalid', { field, ...(typeof found === 'string' ? { problem: found } : found) });
}

export function isRejection(result: Rejection | readonly unknown[]): result is Rejection {
  return !Array.isArray(result);
}

const STAFF_ROLES: readonly Role[] = [
  'host',
  'onsite-moderator',
  'online-moderator',
  'rapporteur',
  'liaison',
];

export function isStaff(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some((role) => STAFF_ROLES.includes(role));
}

export function isModerator(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'host' || role.endsWith('-moderator'));
}
