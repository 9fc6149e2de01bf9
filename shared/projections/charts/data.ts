/**
 * What the charts show of the present fair item, as numbers. Nothing is stored for them: they are worked out from
 * the turns as they are, so a corrected turn is in them as if it had been so from the start.
 */
import type { Tags } from '../../domain/fairness/tags.ts';
import { charged, lagSeconds, START } from '../../domain/fairness/tags.ts';
import type { CountedTurn, FairnessState, FairnessView } from '../../domain/fairness/view.ts';
import { chargedTurn, fairItemIds, fairnessView } from '../../domain/fairness/view.ts';
import type { EndedTurn, Turn } from '../../domain/floor/schema.ts';
import { elapsedMs } from '../../domain/floor/slice.ts';
import { callable } from '../../domain/queue/slice.ts';
import { quantile } from '../../lib/quantile.ts';
import type { Channel, PerChannel } from '../../lib/vocabulary.ts';
import { perChannel } from '../../lib/vocabulary.ts';

/** All in seconds; moments count from the first start of the fair item, by the clock on the wall. */
export type Charts = {
  lengthSeconds: number;
  /**
   * Seconds spoken, as corners of a line. Between start and end of a turn it rises evenly: when inside a turn a
   * past pause was, nobody has kept.
   */
  spoken: PerChannel<Corner[]>;
  /** `lagSeconds.online`: above zero online is behind, below it the room. */
  lag: Corner[];
  /**
   * L of the band ±L: the longest turn there can be, its overrun included. A rule that is followed stays well
   * inside (for equal shares within L/2 from an even start); leaving it takes a silent side or calls out of turn.
   */
  bandSeconds: number;
  turns: ChartTurn[];
  waits: PerChannel<Waits>;
};

export type Corner = { at: number; value: number };

export type ChartTurn = {
  turnId: string;
  name: string;
  /** The side that pays; the one the speaker is on where neither side does. */
  channel: Channel;
  isCharged: boolean;
  /** Another was proposed; only the staff's state knows. */
  isOverride: boolean;
  isRunning: boolean;
  /** The turn of which this is the rest. */
  continues?: string;
  from: number;
  to: number;
  /** Without the pauses, or as corrected; so not always `to − from`. */
  seconds: number;
};

export type Waits = {
  /** From the hand to the floor, of those called, shortest first. */
  called: number[];
  /** So far, of those who could be called now, shortest first. */
  waiting: number[];
} & Quantiles;

/** Of those called; null when nobody was. */
export type Quantiles = { p50: number | null; p90: number | null; longest: number | null };

type Given = Turn | EndedTurn;

export function chartsOf(state: FairnessState, nowMs: number): Charts {
  const view = fairnessView(state, nowMs);
  const items = fairItemIds(state.agenda);
  const { turn: running } = state.floor;
  const given = [...state.turns, ...(running ? [running] : [])].filter((turn) => items.has(turn.itemId));
  const { startMs, endMs } = spanOf(state, given, items, nowMs);
  const clock: Clock = { startMs, nowMs: endMs };
  const lengthSeconds = (endMs - startMs) / 1_000;
  const longest = Math.max(0, ...view.counted.map((turn) => turn.seconds));
  return {
    lengthSeconds,
    spoken: perChannel((channel) => spokenOf(view.counted, channel, clock, lengthSeconds)),
    lag: lagOf(view, clock, lengthSeconds),
    bandSeconds: Math.max(longest, state.session.fairness.turnLimitSeconds),
    turns: given.map((turn) => chartTurn(turn, clock)),
    waits: perChannel((channel) => waitsOf(state, given, channel, nowMs)),
  };
}

/** Where the time axis begins, and up to when there is anything to show. Hub epoch milliseconds. */
type Clock = { startMs: number; nowMs: number };

/** An item that is over ends with its last turn; what is said later is no part of it. */
function spanOf(
  { agenda, session }: FairnessState,
  given: readonly Given[],
  items: ReadonlySet<string | null>,
  nowMs: number,
): { startMs: number; endMs: number } {
  const begun = agenda.items.filter(({ itemId }) => items.has(itemId)).map((item) => item.startedAtMs);
  if (agenda.items.length === 0) begun.push(session.startedAtMs);
  const starts = [...begun.filter((atMs) => atMs !== null), ...given.map((turn) => turn.startedAtMs)];
  const isOpen = items.has(agenda.currentItemId);
  const ends = given.map((turn) =>
    'endedAtMs' in turn ? turn.endedAtMs : Math.max(turn.startedAtMs, nowMs),
  );
  if (isOpen) ends.push(session.endedAtMs ?? nowMs);
  const startMs = starts.length === 0 ? nowMs : Math.min(...starts);
  return { startMs, endMs: Math.max(startMs, ...ends) };
}

function spokenOf(counted: readonly CountedTurn[], channel: Channel, clock: Clock, length: number): Corner[] {
  const corners: Corner[] = [{ at: 0, value: 0 }];
  let value = 0;
  for (const { turn, seconds } of counted.filter((one) => one.channel === channel)) {
    const { from, to } = speakingSpan(turn, clock);
    corners.push({ at: from, value });
    value += seconds;
    corners.push({ at: to, value });
  }
  corners.push({ at: length, value });
  return corners;
}

/** Stands still between the turns; a side that is lifted as it returns makes a step at the start of the turn. */
function lagOf({ counted, rule }: FairnessView, clock: Clock, length: number): Corner[] {
  const corners: Corner[] = [{ at: 0, value: 0 }];
  let tags: Tags = START;
  const mark = (at: number, after: Tags) => corners.push({ at, value: lagSeconds(after, rule).online });
  for (const one of counted) {
    const { from, to } = speakingSpan(one.turn, clock);
    mark(from, tags);
    mark(from, charged(tags, { ...chargedTurn(one), seconds: 0 }, rule));
    tags = charged(tags, chargedTurn(one), rule);
    mark(to, tags);
  }
  mark(length, tags);
  return corners;
}

/** As drawn: a running turn that is paused has stopped rising. */
function speakingSpan(turn: Given, clock: Clock): { from: number; to: number } {
  const pausedAtMs = 'endedAtMs' in turn ? null : turn.pausedAtMs;
  const { from, to } = turnSpan(turn, clock);
  if (pausedAtMs === null) return { from, to };
  return { from, to: Math.min(to, Math.max(from, (pausedAtMs - clock.startMs) / 1_000)) };
}

function turnSpan(turn: Given, { startMs, nowMs }: Clock): { from: number; to: number } {
  // A turn that was put right to a shorter one had ended earlier.
  const endMs =
    'endedAtMs' in turn ? Math.min(turn.endedAtMs, turn.startedAtMs + turn.spokenMs + turn.pausedMs) : nowMs;
  // A screen whose clock is behind shows its own pending end before the start, for the moment until the hub's word.
  const from = Math.max(0, turn.startedAtMs - startMs) / 1_000;
  return { from, to: Math.max(from, (endMs - startMs) / 1_000) };
}

function chartTurn(turn: Given, clock: Clock): ChartTurn {
  const { turnId, name, charge, override, continues } = turn;
  const isCharged = charge !== null && charge !== 'panel';
  return {
    turnId,
    name,
    channel: isCharged ? charge : turn.channel,
    isCharged,
    isOverride: override !== undefined,
    isRunning: !('endedAtMs' in turn),
    ...(continues && { continues }),
    ...turnSpan(turn, clock),
    seconds: ('endedAtMs' in turn ? turn.spokenMs : elapsedMs(turn, clock.nowMs)) / 1_000,
  };
}

function waitsOf(state: FairnessState, given: readonly Given[], channel: Channel, nowMs: number): Waits {
  const called = given
    .filter((turn) => turn.channel === channel)
    .flatMap(({ startedAtMs, requestedAtMs }) =>
      requestedAtMs === undefined ? [] : [(startedAtMs - requestedAtMs) / 1_000],
    )
    .toSorted((a, b) => a - b);
  const waiting = callable(state.queue)
    .filter((entry) => entry.channel === channel)
    .map((entry) => Math.max(0, nowMs - entry.joinedAtMs) / 1_000)
    .toSorted((a, b) => a - b);
  return {
    called,
    waiting,
    p50: quantile(called, 0.5),
    p90: quantile(called, 0.9),
    longest: called.at(-1) ?? null,
  };
}
