/**
 * Hands for a rehearsal, in the shape of real queues (156 logs of real meetings): few requests, in bursts, some
 * withdrawn, a minority online. The same seed gives the same hands.
 */
import { must } from '../lib/assert.ts';
import type { Channel, Door, EntryKind, PerChannel } from '../lib/vocabulary.ts';
import type { SimulatedMeeting } from './simulated-meeting.ts';

/** All times in seconds of the meeting that is played. */
export type SyntheticHand = {
  atSeconds: number;
  name: string;
  channel: Channel;
  door: Door;
  kind: EntryKind;
  topic: string;
  /** What the turn will last if the rehearsal drives the floor. */
  turnSeconds: number;
  /** Lowered at this moment if it still waits then; null = stays up. */
  leavesAtSeconds: number | null;
};

/** Numbers from 0 to below 1. */
type Random = () => number;

const REQUESTS_PER_MINUTE = 0.19;
/** How often a burst has one hand, two, … five; at most five within a minute were seen. */
const BURST_SHARES = [0.6, 0.2, 0.1, 0.06, 0.04] as const;
const BURST_SECONDS = 60;
/** Between the beginnings of two bursts, so that no minute holds parts of both. */
const BURST_GAP_SECONDS_MIN = 2 * BURST_SECONDS;
const WITHDRAWN_SHARE = 0.1;
const ONLINE_SHARE_MIN = 0.2;
const ONLINE_SHARE_MAX = 0.4;
const TURN_SECONDS_MEDIAN = 50;
const TURN_SECONDS_MIN = 8;
const TURN_SECONDS_MAX = 240;
const WAIT_SECONDS_MEDIAN = 78;

const NAMES: PerChannel<readonly string[]> = {
  onsite: ['Amina', 'Bjørn', 'Chidi', 'Dolores', '李伟', 'Farid', 'Guðrún', 'Haruka', 'Ines', 'Jomo'],
  online: ['Kateryna', 'Léa', '王芳', 'Noor', 'Óscar', 'Priya', 'Rafael', 'Sione'],
};
const DOORS: PerChannel<readonly Door[]> = {
  onsite: ['room', 'room', 'room', 'phone'],
  online: ['zoom', 'zoom', 'tencent', 'web', 'chat'],
};
const TOPICS = ['access in rural areas', 'who pays', 'a case from home', 'the second question', 'next steps'];

/** Arrivals up to `untilSeconds`: bursts of one to five hands at 0.19 requests a minute on average. */
export function syntheticHands(seed: number, untilSeconds: number): SyntheticHand[] {
  const random = seededRandom(seed);
  const onlineShare = ONLINE_SHARE_MIN + random() * (ONLINE_SHARE_MAX - ONLINE_SHARE_MIN);
  const meanBurst = BURST_SHARES.reduce((sum, share, index) => sum + share * (index + 1), 0);
  const meanGap = (meanBurst / REQUESTS_PER_MINUTE) * 60 - BURST_GAP_SECONDS_MIN;
  const hands: SyntheticHand[] = [];
  let beginsAt = 0;
  while (beginsAt < untilSeconds) {
    for (let left = burstSize(random); left > 0; left -= 1) {
      const channel = random() < onlineShare ? 'online' : 'onsite';
      hands.push(withdrawable(handOf(random, channel, beginsAt + random() * BURST_SECONDS), random));
    }
    beginsAt += BURST_GAP_SECONDS_MIN - Math.log(1 - random()) * meanGap;
  }
  return sorted(hands).filter((hand) => hand.atSeconds < untilSeconds);
}

/** The requests of a meeting file as hands; what the file does not say is drawn. */
export function handsOfMeeting({ requests, limitSeconds }: SimulatedMeeting, seed: number): SyntheticHand[] {
  const random = seededRandom(seed);
  const hands = requests
    .filter((request) => request.t < limitSeconds)
    .map(({ t, who, channel, seconds }) => ({
      ...handOf(random, channel, t),
      name: who,
      turnSeconds: seconds,
    }));
  return sorted(hands);
}

/** mulberry32: small, and good enough to place hands. */
export function seededRandom(seed: number): Random {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function handOf(random: Random, channel: Channel, atSeconds: number): SyntheticHand {
  return {
    atSeconds,
    name: oneOf(random, NAMES[channel]),
    channel,
    door: oneOf(random, DOORS[channel]),
    kind: kindOf(random()),
    topic: oneOf(random, TOPICS),
    turnSeconds: Math.min(
      TURN_SECONDS_MAX,
      Math.max(TURN_SECONDS_MIN, exponential(random, TURN_SECONDS_MEDIAN)),
    ),
    leavesAtSeconds: null,
  };
}

function withdrawable(hand: SyntheticHand, random: Random): SyntheticHand {
  if (random() >= WITHDRAWN_SHARE) return hand;
  return { ...hand, leavesAtSeconds: hand.atSeconds + exponential(random, WAIT_SECONDS_MEDIAN) };
}

function kindOf(drawn: number): EntryKind {
  if (drawn < 0.02) return 'point-of-order';
  if (drawn < 0.2) return 'reply';
  return drawn < 0.4 ? 'question' : 'topic';
}

function burstSize(random: Random): number {
  const drawn = random();
  let upTo = 0;
  let size = 0;
  for (const share of BURST_SHARES) {
    if (drawn >= upTo) size += 1;
    upTo += share;
  }
  return size;
}

function exponential(random: Random, median: number): number {
  return (-Math.log(1 - random()) * median) / Math.LN2;
}

function oneOf<T>(random: Random, list: readonly T[]): T {
  return must(list[Math.floor(random() * list.length)], 'one of a list');
}

function sorted(hands: SyntheticHand[]): SyntheticHand[] {
  return hands.toSorted((a, b) => a.atSeconds - b.atSeconds);
}
