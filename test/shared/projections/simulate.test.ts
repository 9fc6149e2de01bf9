import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../shared/projections/simulate.ts';
import { POLICIES, type SimulatedMeeting } from '../../../shared/projections/simulated-meeting.ts';
import { anyMeeting, RUNS } from '../../support/any-meeting.ts';
import { naiveSimulate } from '../../support/naive-simulate.ts';
import { sharedCases } from '../../support/shared-cases.ts';

const OWN = join(import.meta.dirname, '../../cases/requests');
function realMeetings(): [string, SimulatedMeeting][] {
  const own = readdirSync(OWN).map((name): [string, SimulatedMeeting] => [
    name,
    JSON.parse(readFileSync(join(OWN, name), 'utf8')),
  ]);
  return [...own, ...sharedCases<SimulatedMeeting>('requests')];
}

const meetingOf = (requests: SimulatedMeeting['requests'], more = {}): SimulatedMeeting => ({
  capSeconds: 120,
  handoverSeconds: 10,
  limitSeconds: 2_400,
  requests,
  ...more,
});
const ask = (t: number, who: string, channel: 'onsite' | 'online', seconds: number) => ({
  t,
  who,
  channel,
  seconds,
});

describe('simulate', () => {
  test('[B2] for any meeting: a side that waits hears at most L₁ + L₂ + C of the other, and no joint gap is larger', () => {
    for (const lastRequest of [0, 600, 3_000]) {
      fc.assert(
        fc.property(anyMeeting({ lastRequest }), (meeting) => {
          expect(simulate(meeting, 'evenfloor').boundViolations).toBe(0);
        }),
        { numRuns: RUNS },
      );
    }
  });

  test('[B12] for any meeting and policy: a second implementation, written from the text alone, agrees to the digit', () => {
    fc.assert(
      fc.property(anyMeeting({ lastRequest: 2_500, requestsMax: 40 }), (meeting) => {
        for (const policy of POLICIES)
          expect(simulate(meeting, policy)).toEqual(naiveSimulate(meeting, policy));
      }),
      { numRuns: RUNS / 10 },
    );
  });

  test('[B12] for every real meeting at hand: both implementations agree to the digit', () => {
    const meetings = realMeetings();
    expect(meetings.length).toBeGreaterThan(3);
    for (const [name, meeting] of meetings) {
      for (const policy of POLICIES) {
        expect([name, simulate(meeting, policy)]).toEqual([name, naiveSimulate(meeting, policy)]);
      }
    }
  });

  test('[B2] for real meetings: the rule keeps its bound, and is closer than first come first served in sum', () => {
    let [fairGap, firstGap] = [0, 0];
    for (const [name, meeting] of realMeetings()) {
      const fair = simulate(meeting, 'evenfloor');
      expect(fair.boundViolations, name).toBe(0);
      expect(fair.turns, name).toBeGreaterThan(0);
      fairGap += fair.worstJointGapSeconds;
      firstGap += simulate(meeting, 'fifo').worstJointGapSeconds;
    }
    expect(fairGap).toBeLessThan(firstGap / 2);
  });

  test('[B11] given one request, none, and one too late, when replayed, then the figures are the defined ones', () => {
    const nothing = simulate(meetingOf([]), 'fifo');
    expect(nothing).toEqual({
      policy: 'fifo',
      turns: 0,
      onlineShare: null,
      worstJointGapSeconds: 0,
      longestBlockSeconds: 0,
      waitSeconds: { onsite: { p50: null, p90: null }, online: { p50: null, p90: null } },
      reached: 0,
      requested: 0,
      jain: 1,
      boundViolations: null,
    });
    const late = simulate(meetingOf([ask(5, 'A', 'online', 60), ask(2_400, 'B', 'onsite', 60)]), 'evenfloor');
    expect(late).toMatchObject({ turns: 1, onlineShare: 1, reached: 1, requested: 1, boundViolations: 0 });
    expect(late.waitSeconds.online).toEqual({ p50: 0, p90: 0 });
  });

  test('[B11] given a turn that would outlast the meeting, when replayed, then it is cut', () => {
    const cut = simulate(
      meetingOf([ask(0, 'A', 'onsite', 90), ask(1, 'B', 'online', 90)], { limitSeconds: 120 }),
      'fifo',
    );
    expect(cut.turns).toBe(2);
    expect(cut.onlineShare).toBeCloseTo(20 / 110, 10);
    expect(cut.jain).toBeCloseTo(110 ** 2 / (2 * (90 ** 2 + 20 ** 2)), 10);
  });

  test.each(POLICIES)(
    '[B12] given hundreds of thousands of turns under %s, when replayed, then they are counted in the time of one each',
    (policy) => {
      const requests = Array.from({ length: 300_000 }, (_, n) =>
        ask(n * 20, `S${n % 9}`, n % 3 ? 'onsite' : 'online', 9),
      );
      const startedMs = performance.now();
      expect(simulate(meetingOf(requests, { limitSeconds: 1e9 }), policy).turns).toBe(300_000);
      expect(performance.now() - startedMs).toBeLessThan(5_000);
    },
  );

  test('[B1] given a burst in the room and slow people online, when replayed, then each policy shows its nature', () => {
    const requests = [
      ...Array.from({ length: 20 }, (_, i) => ask(i, `R${i}`, 'onsite', 120)),
      ...Array.from({ length: 20 }, (_, i) => ask(30 + i, `O${i}`, 'online', 60)),
    ];
    const share = Object.fromEntries(
      POLICIES.map((policy) => [policy, simulate(meetingOf(requests), policy).onlineShare]),
    );
    expect(share.fifo).toBe(0);
    const bothAtOnce = [ask(0, 'B', 'online', 30), ask(0, 'A', 'onsite', 30), ask(0, 'C', 'online', 30)];
    expect(simulate(meetingOf(bothAtOnce), 'alternate').waitSeconds.online).toEqual({ p50: 80, p90: 80 });
    const onlineFirst = [ask(0, 'B', 'online', 90), ask(1, 'D', 'online', 30), ask(2, 'A', 'onsite', 30)];
    for (const policy of ['turns', 'full-memory', 'alternate'] as const) {
      expect(simulate(meetingOf(onlineFirst), policy).waitSeconds.onsite).toEqual({ p50: 98, p90: 98 });
    }
    const mirrored = requests.map((one) => ({ ...one, t: 0 }));
    for (const policy of POLICIES)
      expect(simulate(meetingOf(mirrored), policy).turns, policy).toBeGreaterThan(10);
    expect(share.alternate).toBeCloseTo(1 / 3, 1);
    expect(share.turns).toBeCloseTo(1 / 3, 1);
    expect(share['full-memory']).toBeCloseTo(1 / 2, 1);
    expect(share.evenfloor).toBeCloseTo(1 / 2, 1);
  });
});
