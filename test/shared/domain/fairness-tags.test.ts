import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChargedTurn, Tags } from '../../../shared/domain/fairness/tags.ts';
import {
  atChoice,
  charged,
  chooseChannel,
  foldTags,
  lagSeconds,
  START,
} from '../../../shared/domain/fairness/tags.ts';
import type { Channel, PerChannel } from '../../../shared/lib/vocabulary.ts';
import { otherChannel } from '../../../shared/lib/vocabulary.ts';
import { RUNS } from '../../support/any-meeting.ts';

const HALF = { onsite: 0.5, online: 0.5 };
const BOTH = { onsite: true, online: true };
const rule = (creditSeconds: number, weights = HALF) => ({ weights, creditSeconds });
const turn = (channel: Channel, seconds: number, waiting: PerChannel<boolean> = BOTH): ChargedTurn => ({
  channel,
  seconds,
  waiting,
});

/** Lengths of the turns, unknown to the rule when it chooses. */
const lengths = fc.array(
  fc.record({ onsite: fc.integer({ min: 1, max: 300 }), online: fc.integer({ min: 1, max: 300 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
);

/** Both sides wait throughout; the rule is followed. Gives the channel and seconds of each turn. */
function followed(
  turns: PerChannel<number>[],
  credit: number,
  weights = HALF,
): { channel: Channel; seconds: number; tags: Tags }[] {
  let tags = START;
  return turns.map((seconds) => {
    const weighted = rule(credit, weights);
    const channel = chooseChannel(atChoice(tags, BOTH, weighted), BOTH, 'onsite') ?? 'onsite';
    tags = charged(tags, turn(channel, seconds[channel]), weighted);
    return { channel, seconds: seconds[channel], tags };
  });
}

describe('tags', () => {
  test('[B1] for any lengths: while both wait from the start, the sides never differ by more than the longest turn', () => {
    fc.assert(
      fc.property(lengths, fc.constantFrom(0, 120), (turns, credit) => {
        const seconds = { onsite: 0, online: 0 };
        let longest = 0;
        for (const given of followed(turns, credit)) {
          seconds[given.channel] += given.seconds;
          longest = Math.max(longest, given.seconds);
          expect(Math.abs(seconds.onsite - seconds.online)).toBeLessThanOrEqual(longest);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('[B1] for any lengths and shares: while both wait from the start, a side leads by at most its longest turn, each over its share', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 5, max: 95 }), (turns, percent) => {
        const weights = { onsite: percent / 100, online: 1 - percent / 100 };
        const normalised = { onsite: 0, online: 0 };
        const longest = { onsite: 0, online: 0 };
        for (const given of followed(turns, 120, weights)) {
          const { channel, seconds } = given;
          normalised[channel] += seconds / weights[channel];
          longest[channel] = Math.max(longest[channel], seconds / weights[channel]);
          for (const side of ['onsite', 'online'] as const) {
            const lead = normalised[side] - normalised[otherChannel(side)];
            expect(lead).toBeLessThanOrEqual(longest[side] + 1e-6);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('[B6] given a side that talked much and left, when it comes back, then its debt stands', () => {
    const turns = [turn('onsite', 600), turn('online', 10, { onsite: false, online: true })];
    const back = atChoice(foldTags(turns, rule(120)), BOTH, rule(120));
    expect(back.tag).toEqual({ onsite: 1_200, online: 20 });
  });

  test('[B6] given a side that was silent for long, when it comes back, then it may claim C and no more', () => {
    const alone = { onsite: true, online: false };
    const turns = [turn('onsite', 300, alone), turn('onsite', 300, alone), turn('onsite', 300, alone)];
    const back = (credit: number) => atChoice(foldTags(turns, rule(credit)), BOTH, rule(credit)).tag.online;
    expect(back(120)).toBe(1_200 - 240);
    expect(back(0)).toBe(1_200);
    expect(back(100_000)).toBe(0);
  });

  test('[B6] given a list that empties after every turn, when it refills, then that buys nothing', () => {
    // Clamping the debt at each return lets this side talk 2.5 times as long as the bound.
    let tags = foldTags([turn('onsite', 100), turn('online', 100)], rule(0));
    const seconds = { onsite: 100, online: 100 };
    for (let i = 0; i < 40; i += 1) {
      const waiting = i % 2 === 0 ? BOTH : { onsite: false, online: true };
      const channel = chooseChannel(atChoice(tags, waiting, rule(0)), waiting, 'onsite') ?? 'online';
      const length = channel === 'onsite' ? 250 : 10;
      seconds[channel] += length;
      tags = charged(tags, turn(channel, length, waiting), rule(0));
    }
    expect(seconds.onsite - seconds.online).toBeLessThanOrEqual(250 + 10);
  });

  test('[B8] for any turns and weights: the lags add up to zero, and follow the formula', () => {
    const anyTurn = fc.record({
      channel: fc.constantFrom('onsite' as const, 'online' as const),
      seconds: fc.integer({ min: 0, max: 500 }),
      waiting: fc.record({ onsite: fc.boolean(), online: fc.boolean() }),
    });
    fc.assert(
      fc.property(fc.array(anyTurn), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (turns, share) => {
        const weights = { onsite: share, online: 1 - share };
        const tags = foldTags(turns, rule(120, weights));
        const lag = lagSeconds(tags, rule(120, weights));
        expect(lag.onsite + lag.online).toBeCloseTo(0, 6);
        const mean = share * tags.tag.onsite + (1 - share) * tags.tag.online;
        expect(lag.online).toBeCloseTo((1 - share) * (mean - tags.tag.online), 6);
      }),
      { numRuns: 300 },
    );
  });

  test('[B8] given 12:05 onsite and 7:48 online, when both waited throughout, then online is 2:08.5 behind', () => {
    const tags = foldTags([turn('onsite', 725), turn('online', 468)], rule(120));
    expect(lagSeconds(tags, rule(120))).toEqual({ onsite: -128.5, online: 128.5 });
  });

  test('[B11] given equal tags, when both wait, then the side that did not speak last is next', () => {
    expect(chooseChannel(START, BOTH, 'online')).toBe('online');
    expect(chooseChannel(START, BOTH, 'onsite')).toBe('onsite');
    for (const last of ['onsite', 'online'] as const) {
      const even = foldTags([turn(otherChannel(last), 60), turn(last, 60)], rule(120));
      expect(chooseChannel(even, BOTH, last)).toBe(otherChannel(last));
    }
    expect(chooseChannel(foldTags([turn('onsite', 60)], rule(120)), BOTH, 'onsite')).toBe('online');
    expect(chooseChannel(foldTags([turn('online', 60)], rule(120)), BOTH, 'online')).toBe('onsite');
    expect(chooseChannel(START, { onsite: false, online: false }, 'onsite')).toBeNull();
  });
});
