/** How far the time left will reach. Pure arithmetic on what has happened; nothing advances by it. */
import { allottedMs, currentItem, spentMs } from '../domain/agenda/slice.ts';
import { lagSeconds } from '../domain/fairness/tags.ts';
import { type FairnessState, fairnessView } from '../domain/fairness/view.ts';
import { elapsedMs } from '../domain/floor/slice.ts';
import { callable, waitingCounts } from '../domain/queue/slice.ts';
import { HANDOVER_SECONDS } from '../lib/limits.ts';
import { quantile } from '../lib/quantile.ts';
import type { Channel } from '../lib/vocabulary.ts';
import { CHANNELS } from '../lib/vocabulary.ts';

export type Forecast = {
  /** Of the current item; negative when it overruns, null without one. */
  remainingSeconds: number | null;
  /** Further turns that fit at the typical length. */
  turnsThatFit: number | null;
  /** People waiting who will not be reached at that pace. */
  notReached: number | null;
  /** The limit at which everybody waiting would be reached; null when nobody waits or no time is left. */
  suggestedLimitSeconds: number | null;
  /** What a turn is taken to last (typicalTurnSeconds). */
  typicalSeconds: number;
  /** The side that is behind, has people waiting, and needs more seconds to be even than are left; null once none are. */
  sideShort: { channel: Channel; seconds: number } | null;
};

export function forecast(state: FairnessState, nowMs: number): Forecast {
  const item = currentItem(state.agenda);
  const typicalSeconds = typicalTurnSeconds(state);
  if (!item) {
    const unknown = {
      remainingSeconds: null,
      turnsThatFit: null,
      notReached: null,
      suggestedLimitSeconds: null,
    };
    return { ...unknown, typicalSeconds, sideShort: null };
  }
  const remainingSeconds = (allottedMs(item) - spentMs(item, nowMs)) / 1_000;
  const { turn } = state.floor;
  const running = turn ? Math.max(0, turn.limitMs - elapsedMs(turn, nowMs)) / 1_000 + HANDOVER_SECONDS : 0;
  const free = Math.max(0, remainingSeconds - running);
  const turnsThatFit = Math.floor((free + HANDOVER_SECONDS) / (typicalSeconds + HANDOVER_SECONDS));
  const waiting = callable(state.queue).length;
  const perTurn = waiting === 0 ? 0 : Math.floor((free + HANDOVER_SECONDS) / waiting - HANDOVER_SECONDS);
  return {
    remainingSeconds,
    turnsThatFit,
    notReached: Math.max(0, waiting - turnsThatFit),
    suggestedLimitSeconds: perTurn > 0 ? perTurn : null,
    typicalSeconds,
    sideShort: item.fair && remainingSeconds > 0 ? sideShort(state, nowMs, remainingSeconds) : null,
  };
}

/** A side with weight w makes up its lag by speaking lag / (1 − w), since its share of that is its own. */
function sideShort(state: FairnessState, nowMs: number, remainingSeconds: number): Forecast['sideShort'] {
  const { tags, rule } = fairnessView(state, nowMs);
  const lag = lagSeconds(tags, rule);
  const counts = waitingCounts(state.queue);
  const channel = CHANNELS.find((side) => lag[side] > 0 && counts[side] > 0);
  if (channel === undefined) return null;
  const seconds = Math.round(lag[channel] / (1 - rule.weights[channel]));
  return seconds > remainingSeconds ? { channel, seconds } : null;
}

/** In less than so many seconds hardly anything is said: turns that were no more than a slip tell nothing of the next. */
const TYPICAL_SECONDS_MIN = 30;

/**
 * The median of the turns so far in the current item. The limit counts as one of them, so that a single turn does not
 * speak for all that are to come.
 */
export function typicalTurnSeconds(state: FairnessState): number {
  const { turnLimitSeconds } = state.session.fairness;
  const lengths = state.turns
    .filter((past) => past.itemId === state.agenda.currentItemId && past.charge !== null)
    // A turn that was given more than is given now says nothing of how long the next one is.
    .map(({ spokenMs, limitMs }) =>
      limitMs / 1_000 > turnLimitSeconds ? Math.min(spokenMs / 1_000, turnLimitSeconds) : spokenMs / 1_000,
    );
  const sorted = [...lengths, turnLimitSeconds].toSorted((a, b) => a - b);
  const shortest = Math.min(turnLimitSeconds, TYPICAL_SECONDS_MIN);
  return Math.max(shortest, quantile(sorted, 0.5) ?? turnLimitSeconds);
}
