import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandSchemas } from '../../../shared/command.ts';
import type { SyntheticHand } from '../../../shared/projections/synthetic-hands.ts';
import { handsOfMeeting, seededRandom, syntheticHands } from '../../../shared/projections/synthetic-hands.ts';
import { anyMeeting } from '../../support/any-meeting.ts';

const HOUR = 3_600;
const seeds = Array.from({ length: 200 }, (_, i) => i);
const anySeed = fc.integer({ min: 0, max: 0xffff_ffff });

/** The most hands inside any 60 seconds. */
function densest(hands: readonly SyntheticHand[]): number {
  return Math.max(
    0,
    ...hands.map(
      ({ atSeconds }) =>
        hands.filter((one) => one.atSeconds >= atSeconds && one.atSeconds < atSeconds + 60).length,
    ),
  );
}

describe('synthetic hands', () => {
  test('[B16] given a seed, when hands are made twice, then they are the same; another seed makes others', () => {
    expect(syntheticHands(7, HOUR)).toEqual(syntheticHands(7, HOUR));
    expect(syntheticHands(7, HOUR)).not.toEqual(syntheticHands(8, HOUR));
    const random = seededRandom(1);
    const drawn = Array.from({ length: 10_000 }, random);
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });

  test('[B16] for any seed: in order, before the end, at most five in a minute, and each is a hand that the queue takes', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 4 * HOUR }), (seed, untilSeconds) => {
        const hands = syntheticHands(seed, untilSeconds);
        expect(densest(hands)).toBeLessThanOrEqual(5);
        expect(hands.map((hand) => hand.atSeconds)).toEqual(
          hands.map((hand) => hand.atSeconds).toSorted((a, b) => a - b),
        );
        for (const { atSeconds, turnSeconds, leavesAtSeconds, ...hand } of hands) {
          expect(atSeconds).toBeLessThan(untilSeconds);
          expect(turnSeconds).toBeGreaterThan(0);
          expect(leavesAtSeconds ?? untilSeconds).toBeGreaterThan(atSeconds);
          expect(commandSchemas['queue/join'].safeParse({ entryId: 'e', ...hand }).success).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('[B16] given many long meetings, when counted, then rate, bursts, withdrawals and the online share are those of real queues', () => {
    const hours = 8;
    const all = seeds.map((seed) => syntheticHands(seed, hours * HOUR));
    const hands = all.flat();
    const share = (match: (hand: SyntheticHand) => boolean) => hands.filter(match).length / hands.length;
    const perMinute = hands.length / (seeds.length * hours * 60);
    expect(perMinute).toBeGreaterThan(0.18);
    expect(perMinute).toBeLessThan(0.2);
    expect(Math.max(...all.map(densest))).toBe(5);
    expect(share((hand) => hand.leavesAtSeconds !== null)).toBeCloseTo(0.1, 2);
    const online = share((hand) => hand.channel === 'online');
    expect(online).toBeGreaterThan(0.25);
    expect(online).toBeLessThan(0.35);
  });

  test('[B16] for any meeting file: its requests before the end become hands, with their own times, names and lengths', () => {
    fc.assert(
      fc.property(anyMeeting({ lastRequest: 3_000 }), anySeed, (meeting, seed) => {
        const hands = handsOfMeeting(meeting, seed);
        const requests = meeting.requests
          .filter((request) => request.t < meeting.limitSeconds)
          .toSorted((a, b) => a.t - b.t);
        expect(
          hands.map((hand) => [
            hand.atSeconds,
            hand.name,
            hand.channel,
            hand.turnSeconds,
            hand.leavesAtSeconds,
          ]),
        ).toEqual(requests.map(({ t, who, channel, seconds }) => [t, who, channel, seconds, null]));
      }),
      { numRuns: 500 },
    );
  });
});
