/** Where a hand stands, in figures that can be said honestly to the person behind it. */
import { allottedMs, currentItem, spentMs } from '../../shared/domain/agenda/slice.ts';
import { speakingOrder } from '../../shared/domain/fairness/order.ts';
import { fairnessView } from '../../shared/domain/fairness/view.ts';
import { elapsedMs } from '../../shared/domain/floor/slice.ts';
import { HANDOVER_SECONDS } from '../../shared/lib/limits.ts';
import { typicalTurnSeconds } from '../../shared/projections/forecast.ts';
import type { State } from '../../shared/state.ts';
import { isOrderHidden } from './declared-group.ts';
import { isFloorOpen } from './open-floor.ts';

export type OwnPlace = {
  /** Among those of the own side, from 1; and how many they are. */
  place: number;
  count: number;
  /** As things stand, the rule would call this hand next; where that cannot be known, it was told to get ready. */
  isNext: boolean;
  /** The place is by when hands went up: declared groups may change it. */
  isLoose: boolean;
  /** Until it is called if the turns before it last as those so far did; null while nobody is called by the list. */
  seconds: number | null;
  /** That is after the end of the current item; whoever is likely to be next is told that alone. */
  isDoubtful: boolean;
};

/** Null for a hand that cannot be called at present. */
export function ownPlace(state: State, entryId: string, nowMs: number): OwnPlace | null {
  const { candidates, onDeck, tags, rule } = fairnessView(state, nowMs);
  const order = speakingOrder(candidates, onDeck, tags, rule);
  const at = order.findIndex((candidate) => candidate.entryId === entryId);
  const own = order[at];
  if (!own) return null;
  const line = order.filter((candidate) => candidate.channel === own.channel);
  const place = line.indexOf(own) + 1;
  const { turn } = state.floor;
  const running = turn ? Math.max(0, turn.limitMs - elapsedMs(turn, nowMs)) / 1_000 + HANDOVER_SECONDS : 0;
  const seconds = running + at * (typicalTurnSeconds(state) + HANDOVER_SECONDS);
  const item = currentItem(state.agenda);
  const left = item ? (allottedMs(item) - spentMs(item, nowMs)) / 1_000 : Number.POSITIVE_INFINITY;
  const isOnDeck = onDeck.includes(entryId);
  const isOpen = isFloorOpen(state);
  const isLoose = isOrderHidden(state.session.fairness) && !isOnDeck;
  const isNext = at === 0 && (isOnDeck || (isOpen && !isLoose));
  return {
    place,
    count: line.length,
    isNext,
    isLoose,
    seconds: isOpen ? seconds : null,
    isDoubtful: isOpen && !isNext && seconds > left,
  };
}
