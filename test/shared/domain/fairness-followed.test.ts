import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { RUNS } from '../../support/any-meeting.ts';
import {
  anyFollowed,
  type Choice,
  extremes,
  type Followed,
  follow,
  largestJointGain,
  longestWaitInSpeech,
  worstJointGap,
} from '../../support/followed-meeting.ts';

const PLAIN = anyFollowed({ special: false });
const SPECIAL = anyFollowed({ special: true });
const CREDIT = fc.constantFrom(0, 120, 600);
const AGING_SECONDS = 300;
/** Seconds are kept in whole milliseconds; what is left is the rounding of sums. */
const EPSILON = 1e-6;

const bound = ({ choices, creditSeconds }: Followed) => {
  const { longest, frozen } = extremes(choices);
  return longest.onsite + longest.online + creditSeconds + frozen + EPSILON;
};

/** An independent fold, written out: two numbers, a high-water mark, and who waited last time. */
function naiveLag(choices: readonly Choice[], credit: number): number {
  let [onsite, online, high] = [0, 0, 0];
  let before = { onsite: false, online: false };
  for (const { entry, waiting, seconds } of choices) {
    if (waiting.onsite && !before.onsite) onsite = Math.max(onsite, high - credit);
    if (waiting.online && !before.online) online = Math.max(online, high - credit);
    if (entry.channel === 'onsite') {
      high = Math.max(high, onsite);
      onsite += seconds;
    } else {
      high = Math.max(high, online);
      online += seconds;
    }
    before = waiting;
  }
  return (onsite - online) / 2;
}

describe('meetings in which every proposal is followed', () => {
  test('[B1] for the meetings that are made: most have many turns, and both sides wait at many choices', () => {
    const made = fc.sample(SPECIAL, { numRuns: 200, seed: 1 }).map((steps) => follow(steps).choices);
    const joint = made.flat().filter(({ waiting }) => waiting.onsite && waiting.online);
    expect(made.flat().length / made.length).toBeGreaterThan(6);
    expect(joint.length / made.length).toBeGreaterThan(3);
  });

  test('[B2] for any plain meeting: gap and wait keep the bound L₁ + L₂ + C', () => {
    fc.assert(
      fc.property(PLAIN, CREDIT, (steps, creditSeconds) => {
        const followed = follow(steps, { creditSeconds });
        expect(worstJointGap(followed.choices)).toBeLessThanOrEqual(bound(followed));
        expect(longestWaitInSpeech(followed.choices)).toBeLessThanOrEqual(bound(followed));
      }),
      { numRuns: RUNS },
    );
  });

  test('[B2] for any shares: over any stretch in which both wait, a side gains at most L₁/w₁ + L₂/w₂ + C/w on the other', () => {
    fc.assert(
      fc.property(PLAIN, CREDIT, fc.integer({ min: 10, max: 90 }), (steps, creditSeconds, percent) => {
        const weights = { onsite: percent / 100, online: 1 - percent / 100 };
        const { choices } = follow(steps, { creditSeconds, weights });
        const { longest } = extremes(choices);
        const lengths = longest.onsite / weights.onsite + longest.online / weights.online;
        for (const side of CHANNELS) {
          const gain = largestJointGain(choices, side, weights);
          expect(gain).toBeLessThanOrEqual(lengths + creditSeconds / weights[side] + EPSILON);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('[B2] for any meeting with hold, deck and points of order: each turn out of turn widens the bound by its length', () => {
    fc.assert(
      fc.property(SPECIAL, CREDIT, (steps, creditSeconds) => {
        const followed = follow(steps, { creditSeconds });
        expect(worstJointGap(followed.choices)).toBeLessThanOrEqual(bound(followed));
        expect(longestWaitInSpeech(followed.choices)).toBeLessThanOrEqual(bound(followed));
      }),
      { numRuns: RUNS },
    );
  });

  test('[B4] for any meeting and window W: nobody who asks later than t + P·(n − n′) + W passes who could be called', () => {
    fc.assert(
      fc.property(SPECIAL, fc.constantFrom(0, 60, 180), (steps, windowSeconds) => {
        const { choices } = follow(steps, { balancedGroup: 'stakeholder', windowSeconds });
        for (const { entry, turnsHad, callable, isFrozen } of choices) {
          if (isFrozen) continue;
          for (const other of callable) {
            if (other.entry.channel !== entry.channel || other.entry.kind === 'point-of-order') continue;
            const allowedMs = (AGING_SECONDS * (other.turnsHad - turnsHad) + windowSeconds) * 1_000;
            expect(entry.joinedAtMs).toBeLessThanOrEqual(other.entry.joinedAtMs + allowedMs);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('[B5] for any meeting: the lag is that of an independent fold over what was chosen', () => {
    fc.assert(
      fc.property(SPECIAL, CREDIT, (steps, creditSeconds) => {
        const { meeting, choices } = follow(steps, { creditSeconds });
        const { online, onsite } = fairness(meeting.state, meeting.nowMs).lagSeconds;
        expect(online).toBeCloseTo(naiveLag(choices, creditSeconds), 6);
        expect(onsite).toBeCloseTo(-online, 6);
      }),
      { numRuns: RUNS },
    );
  });

  test('[B5] for any meeting: a turn entered wrongly and corrected leaves every figure as if it had been right', () => {
    fc.assert(
      fc.property(SPECIAL, fc.nat(20), fc.integer({ min: 0, max: 200 }), (steps, pick, wrongSeconds) => {
        const { meeting } = follow(steps);
        const right = fairness(meeting.state, meeting.nowMs);
        const turn = meeting.state.turns[pick % Math.max(1, meeting.state.turns.length)];
        if (!turn) return;
        const { turnId, channel, spokenMs } = turn;
        const other = channel === 'onsite' ? 'online' : 'onsite';
        meeting.do('floor/correct', { turnId, channel: other, spokenMs: wrongSeconds * 1_000 });
        meeting.do('floor/correct', { turnId, channel, spokenMs });
        expect(fairness(meeting.state, meeting.nowMs)).toEqual(right);
      }),
      { numRuns: RUNS / 5 },
    );
  });
});
