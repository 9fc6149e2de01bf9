/** What this screen knows: the hub's word, and our own commands that it has not answered yet. */
import type { Command } from '../../shared/command.ts';
import type { Rejection } from '../../shared/domain/context.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import type { HubMessage } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';
import type { Link } from '../sync/connection.ts';

/** A command of ours that waits for its answer. */
export type Pending = {
  commandId: string;
  command: Command;
  /** Hub time at which it was given; a turn begun while it waits counts from here. */
  atMs: number;
  /** Given while the line was down. */
  offline?: true;
  /** The hub has it; its commit is on the way. */
  ackedSeq: number | null;
};

/** Something typed that the hub has refused: kept until its author has decided what becomes of it. */
export type Returned = Rejection & { commandId: string; command: Command };

/** Something the hub, or our own look ahead, has refused. */
export type Notice = Rejection & { noticeId: number; command: Command['name'] | null };

/** Older refusals than these are of no use on the screen. */
const NOTICES_MAX = 5;

export function withNotice(
  notices: readonly Notice[],
  refused: Rejection,
  command: Notice['command'],
): Notice[] {
  const noticeId = (notices.at(-1)?.noticeId ?? 0) + 1;
  return [...notices, { ...refused, command, noticeId }].slice(-NOTICES_MAX);
}

export type Own = Omit<Extract<HubMessage, { type: 'own' }>, 'type'>;
export type Presence = Omit<Extract<HubMessage, { type: 'presence' }>, 'type' | 'check'>;

export type View = {
  link: Link;
  /** `undefined` id: displays have none. */
  me: { personId: string | undefined; roles: Role[] };
  /** How far we have got; null before the first welcome. */
  at: { seq: number; logId: string; atMs: number } | null;
  /** The hub's check that our state did not pass; told with the next hello. */
  diverged: number | null;
  /** As the hub has sent it; null before the first welcome. */
  confirmed: State | null;
  /** What to show: `confirmed` with the pending commands on top. */
  state: State | null;
  pending: Pending[];
  /** Commands that were stuck in a dead line too long to be sent unasked. */
  aside: Pending[];
  notices: Notice[];
  returned: Returned[];
  own: Own | null;
  presence: Presence | null;
};

/** Under which this device acts: its own id, or that of the record into which staff has merged it. */
export function ownIdOf({ own, me }: Pick<View, 'own' | 'me'>): string | undefined {
  return own?.personId ?? me.personId;
}

export const NOTHING_KNOWN: View = {
  link: { phase: 'connecting' },
  me: { personId: undefined, roles: [] },
  at: null,
  diverged: null,
  confirmed: null,
  state: null,
  pending: [],
  aside: [],
  notices: [],
  returned: [],
  own: null,
  presence: null,
};
