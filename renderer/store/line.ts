/** The line of one side as it would be called, and moving somebody within it. */
import type { Command } from '../../shared/command.ts';
import { compareCandidates, rankClass, speakingOrder } from '../../shared/domain/fairness/order.ts';
import type { FairnessView } from '../../shared/domain/fairness/view.ts';
import { fairnessView } from '../../shared/domain/fairness/view.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import type { Queue } from '../../shared/domain/queue/slice.ts';
import { findEntry } from '../../shared/domain/queue/slice.ts';
import type { Channel, PerChannel } from '../../shared/lib/vocabulary.ts';
import { perChannel } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';

/** `second`: for which the order holds; null while no clock changes it. */
type Lines = { second: number | null; both: PerChannel<Entry[]> };

/** Both columns, their moves and the keys ask about the same state. */
const lines = new WeakMap<State, Lines>();

/** Those who could be called, in the order of the rule, and after them the held ones in the order of their requests. */
export function lineOf(state: State, channel: Channel, nowMs: number): Entry[] {
  const second = Math.floor(nowMs / 1_000);
  const known = lines.get(state);
  if (known && (known.second === null || known.second === second)) return known.both[channel];
  const view = fairnessView(state, nowMs);
  const both = perChannel((side) => unlessSame(known?.both[side], lineIn(view, state.queue, side)));
  // The seconds of declared groups grow with the running turn, and with them the order may change.
  lines.set(state, { second: view.rule.windowMs > 0 ? second : null, both });
  return both[channel];
}

/** Inside a side the order asks nothing about the other one: without it there is half as much to compare. */
function lineIn(
  { candidates, rule, tags, onDeck }: FairnessView,
  { entries }: Queue,
  channel: Channel,
): Entry[] {
  const ofSide = candidates.filter((candidate) => candidate.channel === channel);
  const order = speakingOrder(ofSide, onDeck, tags, rule).map(({ entry }) => entry);
  const held = entries.filter((entry) => entry.held && entry.channel === channel);
  return [...order, ...held];
}

function unlessSame(before: Entry[] | undefined, now: Entry[]): Entry[] {
  return before?.length === now.length && before.every((entry, at) => entry === now[at]) ? before : now;
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
  const before =
    to > from ? others[to - 1] : lastBefore(state, others.slice(first, to), others.slice(to, end - 1));
  return { name: 'queue/move', args: { entryId, afterEntryId: before?.entryId ?? null } };
}

/**
 * The one of `ahead` behind whom somebody stands before all of `behind`. A place is given on the scale of the keys, from
 * which a window departs: before the earliest of those is then further up than was asked, never less.
 */
function lastBefore(state: State, ahead: readonly Entry[], behind: readonly Entry[]): Entry | undefined {
  // No key depends on the time.
  const { candidates, rule } = fairnessView(state, 0);
  const peers = new Set([...ahead, ...behind]);
  const byKey = candidates
    .filter(({ entry }) => peers.has(entry))
    .toSorted((a, b) => compareCandidates(a, b, rule))
    .map(({ entry }) => entry);
  return byKey[byKey.findIndex((entry) => behind.includes(entry)) - 1];
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
