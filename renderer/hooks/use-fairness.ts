/** The balance and the proposal, worked out once a second for everybody on the page who shows them. */
import type { Fairness } from '../../shared/projections/fairness.ts';
import { fairness } from '../../shared/projections/fairness.ts';
import type { State } from '../../shared/state.ts';
import { useMeetingNow } from './use-now.ts';

/** The suggestion, and one or two after it. */
const NEXT_MAX = 3;

let latest: { state: State; second: number; value: Fairness } | null = null;

/** All figures: renders with every commit and once a second, so for leaves only. */
export function useFairness(): Fairness {
  return useFairnessOf(all);
}

/** What `select` picks from the figures; renders again only when that is another value. */
export function useFairnessOf<T>(select: (figures: Fairness) => T): T {
  return useMeetingNow((state, nowMs) => select(fairnessAt(state, nowMs)));
}

const all = (figures: Fairness) => figures;

export function fairnessAt(state: State, nowMs: number): Fairness {
  const second = Math.floor(nowMs / 1_000);
  if (latest?.state !== state || latest.second !== second) {
    latest = { state, second, value: fairness(state, nowMs, NEXT_MAX) };
  }
  return latest.value;
}
