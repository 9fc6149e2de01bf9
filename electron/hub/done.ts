/** Which commands are in the log already, so that one sent twice is answered with the same ack. */
import type { Commit } from '../../shared/commit.ts';
import type { Actor, Rejection } from '../../shared/domain/context.ts';
import { invalid } from '../../shared/domain/context.ts';

/** What a sender hears: where the command stands in the log, or why it was refused. */
export type Answer = { seq: number } | Rejection;

export type Done = {
  add(commit: Commit): void;
  /** The same ack for the same actor, a refusal for another; null when the id is new. */
  answer(actor: Actor, commandId: string): Answer | null;
  /** By seq, from 1 without gaps: what a snapshot keeps of the log. */
  list(): { commandId: string; personId: string }[];
};

export const USED_BY_OTHER = invalid('commandId', 'used-by-other');

/** `commands` are those of the commits up to now, the index being `seq - 1`. */
export function doneCommands(commands: readonly { commandId: string; personId: string }[]): Done {
  const done = new Map(
    commands.map(({ commandId, personId }, index) => [commandId, { personId, seq: index + 1 }]),
  );
  return {
    add: ({ commandId, actor, seq }) => done.set(commandId, { personId: actor.personId ?? '', seq }),
    answer: (actor, commandId) => {
      const written = done.get(commandId);
      if (!written) return null;
      return written.personId === actor.personId ? { seq: written.seq } : USED_BY_OTHER;
    },
    list: () => [...done].map(([commandId, { personId }]) => ({ commandId, personId })),
  };
}
