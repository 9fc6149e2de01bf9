/** Which commands are in the log already, so that one sent twice is answered with the same ack. */
import type { Commit } from '../../../shared/commit.ts';
import type { Actor } from '../../../shared/domain/context.ts';
import { invalid } from '../../../shared/domain/context.ts';
import type { Answer } from '../sender.ts';

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
  // A long meeting has tens of thousands: two plain tables take half of what a record for each would.
  const seqs = new Map(commands.map(({ commandId }, index) => [commandId, index + 1]));
  const senders = commands.map(({ personId }) => personId);
  return {
    add: ({ commandId, actor, seq }) => {
      seqs.set(commandId, seq);
      senders[seq - 1] = actor.personId ?? '';
    },
    answer: (actor, commandId) => {
      const seq = seqs.get(commandId);
      if (seq === undefined) return null;
      return senders[seq - 1] === actor.personId ? { seq } : USED_BY_OTHER;
    },
    list: () => [...seqs].map(([commandId, seq]) => ({ commandId, personId: senders[seq - 1] ?? '' })),
  };
}
