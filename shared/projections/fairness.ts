/** The balance in figures, and the proposal with its reasons as codes; each reader words them. */
import { type HeldSlot, heldSlot } from '../domain/fairness/held-slot.ts';
import type { Candidate } from '../domain/fairness/order.ts';
import { compareCandidates, firstFew, rankClass, speakingOrder } from '../domain/fairness/order.ts';
import { atChoice, lagSeconds } from '../domain/fairness/tags.ts';
import type { FairnessState, FairnessView } from '../domain/fairness/view.ts';
import { fairnessView, turnCount } from '../domain/fairness/view.ts';
import { countsOf } from '../domain/queue/slice.ts';
import { wholeSeconds } from '../lib/seconds.ts';
import type { PerChannel } from '../lib/vocabulary.ts';
import { otherChannel, perChannel } from '../lib/vocabulary.ts';

export type Reason = { code: ReasonCode; params: Record<string, string | number> };
export type ReasonCode =
  | 'point-of-order'
  | 'on-deck'
  | 'only-side-waiting'
  | 'side-behind'
  | 'sides-even'
  | 'placed'
  | 'asked-first'
  | 'sides-alternate'
  | 'group-behind'
  | 'first-timers'
  | 'missed-calls'
  | 'first-turn'
  | 'turns-had'
  | 'waited';

export type Fairness = {
  channels: PerChannel<{ seconds: number; turns: number; waiting: number }>;
  /** Positive = behind its share; the running turn included. */
  lagSeconds: PerChannel<number>;
  /** A turn kept for the side that is behind while nobody of it waits. */
  heldSlot: HeldSlot | null;
  /** The order that the rule proposes, best first. Only the first is a proposal, the rest a forecast. */
  next: { entryId: string; reasons: Reason[] }[];
};

/** `nextMax`, a few, bounds the list; without it all are in it. The figures do not depend on it. */
export function fairness(state: FairnessState, nowMs: number, nextMax?: number): Fairness {
  const view = fairnessView(state, nowMs);
  const waiting = countsOf(view.candidates);
  const channels = perChannel((channel) => {
    const turns = view.counted.filter((turn) => turn.channel === channel);
    return {
      seconds: turns.reduce((sum, turn) => sum + turn.seconds, 0),
      turns: turnCount(turns.map(({ turn }) => turn)),
      waiting: waiting[channel],
    };
  });
  const next = orderOf(view, nextMax).map((candidate, index) => ({
    entryId: candidate.entryId,
    reasons: reasonsFor(candidate, view, waiting, nowMs, index === 0),
  }));
  const lag = lagSeconds(view.tags, view.rule);
  return { channels, lagSeconds: lag, heldSlot: heldSlot(state, nowMs, view), next };
}

function orderOf(
  { candidates, onDeck, tags, rule }: FairnessView,
  nextMax: number | undefined,
): FairnessView['candidates'] {
  return nextMax === undefined
    ? speakingOrder(candidates, onDeck, tags, rule)
    : firstFew(candidates, onDeck, tags, rule, nextMax);
}

/** Why this one, the weightiest first. The reasons between the sides are given for the head of the order alone. */
function reasonsFor(
  candidate: FairnessView['candidates'][number],
  view: FairnessView,
  waiting: PerChannel<number>,
  nowMs: number,
  isHead: boolean,
): Reason[] {
  const reasons: Reason[] = [];
  const { channel, missedCalls = 0 } = candidate;
  const isFrozen = view.onDeck.includes(candidate.entryId);
  if (rankClass(candidate) === 0) reasons.push({ code: 'point-of-order', params: {} });
  else if (isFrozen) reasons.push({ code: 'on-deck', params: {} });
  else if (isHead) reasons.push(...sideReasons(candidate, view, waiting), ...groupReasons(candidate, view));
  if (candidate.placedAtMs !== undefined) reasons.push({ code: 'placed', params: {} });
  if (rankClass(candidate) === 2) reasons.push({ code: 'missed-calls', params: { count: missedCalls } });
  if (candidate.turnsHad === 0) reasons.push({ code: 'first-turn', params: {} });
  else reasons.push({ code: 'turns-had', params: { count: candidate.turnsHad, channel } });
  const seconds = Math.max(0, wholeSeconds((nowMs - candidate.joinedAtMs) / 1_000));
  reasons.push({ code: 'waited', params: { seconds } });
  return reasons;
}

/** With a window: where somebody of the side would come before the head of the order, only the group put it first. */
function groupReasons(head: FairnessView['candidates'][number], view: FairnessView): Reason[] {
  const { candidates, rule, balancedGroup } = view;
  const isPassed = (other: Candidate) =>
    other.channel === head.channel && compareCandidates(other, head, rule) < 0;
  if (rule.windowMs === 0 || head.group === undefined || !candidates.some(isPassed)) return [];
  if (balancedGroup === 'first-time') return [{ code: 'first-timers', params: {} }];
  const seconds = wholeSeconds(rule.groupSeconds.get(head.group) ?? 0);
  return [{ code: 'group-behind', params: { group: head.group, seconds } }];
}

/** That only one side waits does not hide that it is the one behind. */
function sideReasons(
  { channel }: FairnessView['candidates'][number],
  view: FairnessView,
  waiting: PerChannel<number>,
): Reason[] {
  const { policy } = view.rule;
  const isAlone = waiting[otherChannel(channel)] === 0;
  const alone: Reason[] = isAlone ? [{ code: 'only-side-waiting', params: { channel } }] : [];
  if (policy === 'fifo') return isAlone ? alone : [{ code: 'asked-first', params: {} }];
  if (policy === 'alternate') return isAlone ? alone : [{ code: 'sides-alternate', params: { channel } }];
  const { tag } = atChoice(
    view.tags,
    perChannel((side) => waiting[side] > 0),
    view.rule,
  );
  const seconds = wholeSeconds(lagSeconds({ ...view.tags, tag }, view.rule)[channel]);
  if (seconds > 0) return [...alone, { code: 'side-behind', params: { channel, seconds } }];
  return isAlone ? alone : [{ code: 'sides-even', params: { channel } }];
}
