/** The line of one side as it would be called, and moving somebody within it. */
import type { Command } from '../../shared/command.ts';
import { compareCandidates, rankClass } from '../../shared/domain/fairness/order.ts';
import type { FairnessView } from '../../shared/domain/fairness/view.ts';
import { fairnessView } from '../../shared/domain/fairness/view.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import type { Queue } from '../../shared/domain/queue/slice.ts';
import { findEntry } from '../../shared/domain/queue/slice.ts';
import type { Channel, PerChannel } from '../../shared/lib/vocabulary.ts';
import { perChannel } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';

/** Both columns, their moves and the keys ask about the same state; the running clock does not change the order. */
const lines = new WeakMap<State, PerChannel<Entry[]>>();

/** Those on deck, those who wait, and after them the held ones in the order of their requests. */
export function lineOf(state: State, channel: Channel, nowMs: number): Entry[] {
  const known = lines.get(state);
  if (known) return known[channel];
  const view = fairnessView(state, nowMs);
  const both = perChannel((side) => lineIn(view, state.queue, side));
  // The seconds of declared groups grow with the running turn, and with them the order may change.
  if (view.balancedGroup === null) lines.set(state, both);
  return both[channel];
}

function lineIn({ candidates, rule, onDeck }: FairnessView, { entries }: Queue, channel: Channel): Entry[] {
  const waiting = candidates
    .filter((candidate) => candidate.channel === channel)
    .toSorted((a, b) => compareCandidates(a, b, rule))
    .map((candidate) => candidate.entry);
  const frozen = onDeck.flatMap((id) => waiting.find((entry) => entry.entryId === id) ?? []);
  const rest = waiting.filter((entry) => !onDeck.includes(entry.entryId));
  const held = entries.filter((entry) => entry.held && entry.channel === channel);
  return [...frozen, ...rest, ...held];
}

/**
 * The stretch of the line, as [first, end), within which this one can be moved: those on deck are frozen, the held
 * ones have no place, and nobody passes a point of order or falls behind those who were called in vain.
 */
export function reachOf(state: State, line: readonly Entry[], entryId: string): [first: number, end: number] {
  const entry = line.find((other) => other.entryId === entryId);
  if (!entry || !canMove(state, entry)) return [0, 0];
  const isPeer = (other: Entry) => canMove(state, other) && rankClass(other) === rankClass(entry);
  return [line.findIndex(isPeer), line.findLastIndex(isPeer) + 1];
}

/** Puts somebody at `place` of the line, counted as if nobody had been taken out; null where that changes nothing. */
export function moveTo(
  state: State,
  line: readonly Entry[],
  entryId: string,
  place: number,
): Extract<Command, { name: 'queue/move' }> | null {
  const [first, end] = reachOf(state, line, entryId);
  const from = line.findIndex((entry) => entry.entryId === entryId);
  const to = Math.min(Math.max(place, first), end - 1);
  if (end === 0 || to === from) return null;
  const others = line.toSpliced(from, 1);
  const before = to > first ? others[to - 1] : undefined;
  return { name: 'queue/move', args: { entryId, afterEntryId: before?.entryId ?? null } };
}

/** One place up or down, or to the top, among those of the own side; null at the end of the line. */
export function moveEntry(
  state: State,
  entryId: string,
  to: 'top' | 'up' | 'down',
  nowMs: number,
): Extract<Command, { name: 'queue/move' }> | null {
  const entry = findEntry(state.queue, entryId);
  if (!entry) return null;
  const line = lineOf(state, entry.channel, nowMs);
  const at = line.indexOf(entry);
  return moveTo(state, line, entryId, to === 'top' ? 0 : to === 'up' ? at - 1 : at + 1);
}

/** Which of how many who could be called on that side; null for whoever could not. */
export function placeOf(
  state: State,
  entryId: string,
  nowMs: number,
): { entry: Entry; place: number; count: number } | null {
  const entry = findEntry(state.queue, entryId);
  if (!entry || entry.held) return null;
  const line = lineOf(state, entry.channel, nowMs).filter((other) => !other.held);
  return { entry, place: line.indexOf(entry) + 1, count: line.length };
}

function canMove(state: State, entry: Entry): boolean {
  return !entry.held && !state.queue.onDeck.includes(entry.entryId);
}
