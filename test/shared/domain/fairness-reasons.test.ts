import { describe, expect, test } from 'vitest';
import { fairness } from '../../../shared/projections/fairness.ts';
import type { Meeting } from '../../support/meeting.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

const reasons = (m: Meeting, at = 0) => fairness(m.state, m.nowMs).next[at]?.reasons;
const codes = (m: Meeting, at = 0) => reasons(m, at)?.map((reason) => reason.code);

/** Who has spoken asks again (`spoke`), and a minute later on the same side somebody who has not (`new`). */
function firstTimersBalanced(agingSeconds = 0): Meeting {
  const fairness = { balancedGroup: 'first-time' as const, windowSeconds: 600, agingSeconds };
  const m = meeting(planOfDiscussion({ fairness }));
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.do('queue/join', hand('before', 'onsite', { name: 'Vera' }));
  m.do('floor/give', { turnId: 't1', entryId: 'before', afterTurnId: null });
  m.wait(60).do('floor/end', { turnId: 't1' });
  m.do('queue/join', hand('spoke', 'onsite', { name: 'Vera' }));
  m.wait(60).do('queue/join', hand('new', 'onsite', { name: 'Nora' }));
  return m;
}

describe('reasons', () => {
  test('[B10] given several wait, when each is explained, then the reasons between the sides are the head’s alone', () => {
    const m = discussion(2, 1);
    m.wait(89);
    expect(reasons(m, 0)?.[0]).toEqual({ code: 'sides-even', params: { channel: 'onsite' } });
    expect(reasons(m, 1)).toEqual([
      { code: 'first-turn', params: {} },
      { code: 'waited', params: { seconds: 90 } },
    ]);
    expect(codes(m, 2)).toEqual(['first-turn', 'waited']);
  });

  test('[C9] given a lag with part of a second, when it is a reason, then it is as long as on a clock', () => {
    const m = discussion(1, 1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(31.8).do('floor/end', { turnId: 't1' });
    const { lagSeconds, next } = fairness(m.state, m.nowMs);
    expect(lagSeconds.online).toBeCloseTo(15.9, 6);
    expect(next[0]?.reasons).toContainEqual({
      code: 'side-behind',
      params: { channel: 'online', seconds: 15 },
    });
  });

  test('[B10] given somebody has spoken and was called twice in vain, when explained, then how often, and on which side', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.do('floor/end', { turnId: 't1' });
    m.do('queue/join', { entryId: 'again', personId: 'ana', channel: 'onsite', door: 'room', kind: 'reply' });
    m.do('queue/miss', { entryId: 'again' });
    m.do('queue/miss', { entryId: 'again' });
    expect(reasons(m, 1)).toEqual([
      { code: 'missed-calls', params: { count: 2 } },
      { code: 'turns-had', params: { count: 1, channel: 'onsite' } },
      { code: 'waited', params: { seconds: 0 } },
    ]);
  });

  test('[B10] given a clock behind that of the hand, when it is explained, then it has waited for no time', () => {
    const m = discussion(1);
    const [first] = fairness(m.state, m.nowMs - 5_000).next;
    expect(first?.reasons).toContainEqual({ code: 'waited', params: { seconds: 0 } });
  });

  test('[B10] given a side that comes back after long silence, when it is proposed, then with what it may claim, not all it missed', () => {
    const m = discussion(3);
    for (const n of [1, 2, 3]) {
      m.do('floor/give', { turnId: `t${n}`, entryId: `r${n}`, afterTurnId: n > 1 ? `t${n - 1}` : null });
      m.wait(300).do('floor/end', { turnId: `t${n}` });
    }
    m.do('queue/join', hand('r', 'onsite'));
    m.do('queue/join', hand('o', 'online'));
    // Tags 1,800 and, lifted to v − C/w = 1,200 − 240, 960; without the lift it would be 450 s.
    expect(reasons(m)?.[0]).toEqual({ code: 'side-behind', params: { channel: 'online', seconds: 210 } });
  });
});

describe('the reason of a group', () => {
  test('[B13] given somebody passes by the group, when explained, then it says so, and of nobody after', () => {
    const m = firstTimersBalanced();
    expect(codes(m, 0)).toEqual(['only-side-waiting', 'first-timers', 'first-turn', 'waited']);
    expect(codes(m, 1)).toEqual(['turns-had', 'waited']);
  });

  test('[B13] given those before it are of the other side or missed twice, when explained, then no group is named', () => {
    const m = firstTimersBalanced();
    m.do('queue/miss', { entryId: 'spoke' });
    m.do('queue/miss', { entryId: 'spoke' });
    expect(codes(m, 0)).toEqual(['only-side-waiting', 'first-turn', 'waited']);
    const n = firstTimersBalanced();
    n.do('queue/update', { entryId: 'new', channel: 'online' });
    expect(codes(n, 0)).toEqual(['side-behind', 'first-turn', 'waited']);
  });

  test('[B13] given somebody is on deck before an earlier hand, when explained, then by the deck and not by the group', () => {
    const m = firstTimersBalanced();
    m.do('queue/put-on-deck', { entryId: 'new' });
    expect(codes(m, 0)).toEqual(['on-deck', 'first-turn', 'waited']);
  });

  test('[B13] given two with the same key, when the later of them passes by the group, then it says so', () => {
    // The turn that was had counts like the minute between them.
    const m = firstTimersBalanced(60);
    expect(codes(m, 0)).toEqual(['only-side-waiting', 'first-timers', 'first-turn', 'waited']);
  });
});
