/** How far the time left will reach. Pure arithmetic on what has happened; nothing advances by it. */
import { allottedMs, currentItem, spentMs } from '../domain/agenda/slice.ts';
import type { FairnessState } from '../domain/fairness/view.ts';
import { elapsedMs } from '../domain/floor/slice.ts';
import { callable } from '../domain/queue/slice.ts';

export type Forecast = {
  /** Of the current item; negative when it overruns, null without one. */
  remainingSeconds: number | null;
  /** Further turns that fit at the median length so far. */
  turnsThatFit: number | null;
  /** People waiting who will not be reached at that pace. */
  notReached: number | null;
  /** The limit at which everybody waiting would be reached; null when nobody waits or no time is left. */
  suggestedLimitSeconds: number | null;
};

/** What goes by between two turns, for the forecast (DOMAIN.md, section 0). */
const HANDOVER_SECONDS = 10;

export function forecast(state: FairnessState, nowMs: number): Forecast {
  const item = currentItem(state.agenda);
  if (!item)
    return { remainingSeconds: null, turnsThatFit: null, notReached: null, suggestedLimitSeconds: null };
  const remainingSeconds = (allottedMs(item) - spentMs(item, nowMs)) / 1_000;
  const { turn } = state.floor;
  const running = turn ? Math.max(0, turn.limitMs - elapsedMs(turn, nowMs)) / 1_000 + HANDOVER_SECONDS : 0;
  const free = Math.max(0, remainingSeconds - running);
  const lengths = state.turns
    .filter((past) => past.itemId === item.itemId && past.charge !== null)
    .map((past) => past.spokenMs / 1_000);
  const typical = median(lengths) ?? state.session.fairness.turnLimitSeconds;
  const turnsThatFit = Math.floor((free + HANDOVER_SECONDS) / (typical + HANDOVER_SECONDS));
  const waiting = callable(state.queue).length;
  const perTurn = waiting === 0 ? 0 : Math.floor((free + HANDOVER_SECONDS) / waiting - HANDOVER_SECONDS);
  return {
    remainingSeconds,
    turnsThatFit,
    notReached: Math.max(0, waiting - turnsThatFit),
    suggestedLimitSeconds: perTurn > 0 ? perTurn : null,
  };
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
