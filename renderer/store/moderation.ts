/** The commands of live control, each naming what its sender saw. */
import type { Command } from '../../shared/command.ts';
import { lastTurn } from '../../shared/domain/floor/slice.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { findEntry } from '../../shared/domain/queue/slice.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { otherChannel } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';
import { lineOf } from './line.ts';

export type Give = Extract<Command, { name: 'floor/give' }>;
export type Whom = { entryId: string } | { person: { personId?: string; name?: string; channel?: Channel } };

export function giveFloor(state: State, whom: Whom, proposedEntryId: string | null, turnId: string): Give {
  const afterTurnId = lastTurn(state)?.turnId ?? null;
  return { name: 'floor/give', args: { turnId, ...whom, afterTurnId, proposedEntryId } };
}

/** Of somebody who is nobody in particular, to ask whether a hand can be added at all; the list, closed, takes this kind. */
export function anyHand(channel: Channel): Command {
  const args = { entryId: 'any', name: '–', channel, door: 'room' as const, kind: 'point-of-order' as const };
  return { name: 'queue/join', args };
}

/** Whom to call when it is to be the other side all the same; null when nobody of it can be called. */
export function firstOfOtherSide(state: State, proposedEntryId: string | null, nowMs: number): Entry | null {
  const proposed = proposedEntryId === null ? undefined : findEntry(state.queue, proposedEntryId);
  if (!proposed) return null;
  return lineOf(state, otherChannel(proposed.channel), nowMs).find((entry) => !entry.held) ?? null;
}

/** Names the item that the sender saw as current, so that two who press at once move on by one. */
export function beginNextItem({ agenda }: State): Extract<Command, { name: 'agenda/begin' }> | null {
  const { items, currentItemId } = agenda;
  const next = items[items.findIndex((item) => item.itemId === currentItemId) + 1];
  return next ? { name: 'agenda/begin', args: { itemId: next.itemId, afterItemId: currentItemId } } : null;
}
