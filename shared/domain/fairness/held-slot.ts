/** A turn held for the side that is behind while nobody of it waits. Nothing happens when the time is up. */
import type { Channel } from '../../lib/vocabulary.ts';
import { CHANNELS, otherChannel } from '../../lib/vocabulary.ts';
import type { FairnessState, FairnessView } from './view.ts';
import { fairItemIds, fairnessView } from './view.ts';

export type HeldSlot = {
  channel: Channel;
  /** Hub epoch milliseconds. */
  untilMs: number;
  /** The turn after which it is held; whoever skips it names it. */
  afterTurnId: string;
};

/**
 * Held from the end of a turn of the fair item, for the seconds of the settings, as long as one side waits, the
 * other is behind and nobody has skipped it. Null otherwise; a point of order is never made to wait.
 */
export function heldSlot(
  state: FairnessState,
  nowMs: number,
  { tags, candidates }: FairnessView = fairnessView(state, nowMs),
): HeldSlot | null {
  const { holdSlotSeconds, policy } = state.session.fairness;
  const last = state.turns.at(-1);
  if (holdSlotSeconds === 0 || policy !== 'evenfloor' || state.floor.turn || !last) return null;
  if (state.floor.skippedHoldAfterTurnId === last.turnId || !fairItemIds(state.agenda).has(last.itemId))
    return null;
  const untilMs = last.endedAtMs + holdSlotSeconds * 1_000;
  if (nowMs >= untilMs) return null;
  const channel = CHANNELS.find((side) => tags.tag[side] < tags.tag[otherChannel(side)]);
  const isOtherOnly = candidates.every((one) => one.channel !== channel && one.kind !== 'point-of-order');
  return channel && candidates.length > 0 && isOtherOnly
    ? { channel, untilMs, afterTurnId: last.turnId }
    : null;
}
