/** What a replayed meeting amounts to: the metrics that docs/fairness.md defines. */
import { must } from '../lib/assert.ts';
import { jain } from '../lib/jain.ts';
import { quantile } from '../lib/quantile.ts';
import type { Channel, PerChannel } from '../lib/vocabulary.ts';
import { perChannel } from '../lib/vocabulary.ts';
import type { Policy, SimulatedMeeting } from './simulated-meeting.ts';

export type SimulatedTurn = {
  who: string;
  channel: Channel;
  startSeconds: number;
  waitedSeconds: number;
  seconds: number;
  /** Who waited on which side at its choice, the speaker included. */
  isWaiting: PerChannel<boolean>;
};

type Quantiles = { p50: number | null; p90: number | null };

export type Simulation = {
  policy: Policy;
  turns: number;
  onlineShare: number | null;
  worstJointGapSeconds: number;
  longestBlockSeconds: number;
  /** Of the turns given; who was not reached is not in it. */
  waitSeconds: PerChannel<Quantiles>;
  reached: number;
  requested: number;
  jain: number;
  /** How many of gap and block exceed the bound; null for policies that promise none. */
  boundViolations: number | null;
};

export function measure(
  policy: Policy,
  meeting: SimulatedMeeting,
  turns: readonly SimulatedTurn[],
): Simulation {
  const seconds = perChannel((channel) => sum(of(turns, channel).map((turn) => turn.seconds)));
  const longest = perChannel((channel) =>
    of(turns, channel).reduce((most, turn) => Math.max(most, turn.seconds), 0),
  );
  const total = seconds.onsite + seconds.online;
  const gap = worstJointGap(turns);
  const block = longestBlock(turns);
  const bound = longest.onsite + longest.online + meeting.capSeconds;
  const spoken = new Map<string, number>();
  for (const { t, who } of meeting.requests) if (t < meeting.limitSeconds) spoken.set(who, 0);
  for (const turn of turns) spoken.set(turn.who, must(spoken.get(turn.who), 'request') + turn.seconds);
  return {
    policy,
    turns: turns.length,
    onlineShare: total === 0 ? null : seconds.online / total,
    worstJointGapSeconds: gap,
    longestBlockSeconds: block,
    waitSeconds: perChannel((channel) => quantiles(of(turns, channel).map((turn) => turn.waitedSeconds))),
    reached: new Set(turns.map((turn) => turn.who)).size,
    requested: spoken.size,
    jain: jain([...spoken.values()]),
    boundViolations: policy === 'evenfloor' ? Number(gap > bound) + Number(block > bound) : null,
  };
}

/** A joint run is a stretch of consecutive choices at which both sides wait; its gap is taken at turn ends. */
function worstJointGap(turns: readonly SimulatedTurn[]): number {
  let worst = 0;
  let lead = 0;
  for (const { channel, seconds, isWaiting } of turns) {
    if (isWaiting.onsite && isWaiting.online) lead += channel === 'onsite' ? seconds : -seconds;
    else lead = 0;
    worst = Math.max(worst, Math.abs(lead));
  }
  return worst;
}

/** What one side speaks in consecutive turns at whose choices the other waited. */
function longestBlock(turns: readonly SimulatedTurn[]): number {
  let longest = 0;
  let block = 0;
  let last: Channel | null = null;
  for (const { channel, seconds, isWaiting } of turns) {
    if (!(isWaiting.onsite && isWaiting.online)) block = 0;
    else block = channel === last ? block + seconds : seconds;
    last = channel;
    longest = Math.max(longest, block);
  }
  return longest;
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

function of(turns: readonly SimulatedTurn[], channel: Channel): SimulatedTurn[] {
  return turns.filter((turn) => turn.channel === channel);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
