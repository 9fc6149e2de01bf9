/** The commands of live control, each naming what its sender saw. */
import type { Command } from '../../shared/command.ts';
import { compareCandidates } from '../../shared/domain/fairness/order.ts';
import { fairnessView } from '../../shared/domain/fairness/view.ts';
import { lastTurn } from '../../shared/domain/floor/slice.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { findEntry } from '../../shared/domain/queue/slice.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { otherChannel } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';

export type Whom = { entryId: string } | { person: { personId?: string; name?: string; channel?: Channel } };

export function giveFloor(state: State, whom: Whom, proposedEntryId: string | null, turnId: string): Command {
  const afterTurnId = lastTurn(state)?.turnId ?? null;
  return { name: 'floor/give', args: { turnId, ...whom, afterTurnId, proposedEntryId } };
}

/** Those of one side as they would be called; the held ones after them, in the order of their requests. */
export function lineOf(state: State, channel: Channel, nowMs: number): Entry[] {
  const { candidates, rule, onDeck } = fairnessView(state, nowMs);
  const waiting = candidates
    .filter((candidate) => candidate.channel === channel)
    .toSorted((a, b) => compareCandidates(a, b, rule))
    .map((candidate) => candidate.entry);
  const frozen = onDeck.flatMap((id) => waiting.find((entry) => entry.entryId === id) ?? []);
  const rest = waiting.filter((entry) => !onDeck.includes(entry.entryId));
  const held = state.queue.entries.filter((entry) => entry.held && entry.channel === channel);
  return [...frozen, ...rest, ...held];
}

/** Whom to call when it is to be the other side all the same; null when nobody of it can be called. */
export function firstOfOtherSide(state: State, proposedEntryId: string | null, nowMs: number): Entry | null {
  const proposed = proposedEntryId === null ? undefined : findEntry(state.queue, proposedEntryId);
  if (!proposed) return null;
  return lineOf(state, otherChannel(proposed.channel), nowMs).find((entry) => !entry.held) ?? null;
}

/** One place up or down, or to the top, among those of the own side; null at the end of the line. */
export function moveEntry(
  state: State,
  entryId: string,
  to: 'top' | 'up' | 'down',
  nowMs: number,
): Command | null {
  const entry = findEntry(state.queue, entryId);
  if (!entry) return null;
  const line = lineOf(state, entry.channel, nowMs).filter((other) => !other.held);
  const at = line.findIndex((other) => other.entryId === entryId);
  if (at < 0 || (to === 'down' ? at === line.length - 1 : at === 0)) return null;
  const after = to === 'top' ? undefined : line[to === 'up' ? at - 2 : at + 1];
  return { name: 'queue/move', args: { entryId, afterEntryId: after?.entryId ?? null } };
}

/** Names the item that the sender saw as current, so that two who press at once move on by one. */
export function beginNextItem({ agenda }: State): Extract<Command, { name: 'agenda/begin' }> | null {
  const { items, currentItemId } = agenda;
  const next = items[items.findIndex((item) => item.itemId === currentItemId) + 1];
  return next ? { name: 'agenda/begin', args: { itemId: next.itemId, afterItemId: currentItemId } } : null;
}
