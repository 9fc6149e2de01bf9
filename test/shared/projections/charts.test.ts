import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import type { Charts, Corner } from '../../../shared/projections/charts/data.ts';
import { chartsOf } from '../../../shared/projections/charts/data.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { discussion, hand, type Meeting, meeting } from '../../support/meeting.ts';
import { anyCommands, play } from '../../support/random-meeting.ts';

const charts = (m: Meeting): Charts => chartsOf(m.state, m.nowMs);
const end = (corners: Corner[]) => must(corners.at(-1), 'corner').value;
const pairs = (corners: Corner[]) => corners.map(({ at, value }) => [at, value]);

/** r1 speaks for 60 s, after 10 s o1 for 40 s, then r2 runs for 20 s. Asked at 1, 2 and 3 s. */
function threeTurns(): Meeting {
  const m = discussion();
  m.wait(1).do('queue/join', hand('r1', 'onsite'));
  m.wait(1).do('queue/join', hand('o1', 'online'));
  m.wait(1).do('queue/join', hand('r2', 'onsite'));
  m.wait(7).do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(60).do('floor/end', { turnId: 't1' });
  m.wait(10).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
  m.wait(40).do('floor/give', { turnId: 't3', entryId: 'r2', afterTurnId: 't2' });
  m.wait(20);
  return m;
}

describe('the lines', () => {
  test('[C1] given three turns, when they are drawn, then a line rises while its side speaks and is flat otherwise', () => {
    const { spoken, lag, lengthSeconds } = charts(threeTurns());
    expect(lengthSeconds).toBe(140);
    expect(pairs(spoken.onsite)).toEqual([
      [0, 0],
      [10, 0],
      [70, 60],
      [120, 60],
      [140, 80],
      [140, 80],
    ]);
    expect(pairs(spoken.online)).toEqual([
      [0, 0],
      [80, 0],
      [120, 40],
      [140, 40],
    ]);
    expect(end(lag)).toBe(20);
    expect(pairs(lag)).toContainEqual([70, 30]);
    expect(pairs(lag)).toContainEqual([120, 10]);
  });

  test('[C1] for any meeting: the lines end where fairness() is, never fall, and time goes on along them', () => {
    fc.assert(
      fc.property(anyCommands(60), (steps) => {
        const m = meeting();
        play(m, steps);
        const { spoken, lag, lengthSeconds } = charts(m);
        const { channels, lagSeconds } = fairness(m.state, m.nowMs);
        expect(end(lag)).toBeCloseTo(lagSeconds.online, 6);
        for (const channel of CHANNELS) {
          expect(end(spoken[channel])).toBeCloseTo(channels[channel].seconds, 6);
          expect(spoken[channel]).toEqual(spoken[channel].toSorted((a, b) => a.value - b.value));
        }
        for (const corners of [spoken.onsite, spoken.online, lag]) {
          expect(corners.map(({ at }) => at)).toEqual(corners.map(({ at }) => at).toSorted((a, b) => a - b));
          expect(corners.at(-1)?.at).toBe(lengthSeconds);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('[C1] given a running turn is paused, when time goes on, then its line is flat and the axis goes on', () => {
    const m = threeTurns();
    m.do('floor/pause', { turnId: 't3' });
    m.wait(30);
    expect(pairs(charts(m).spoken.onsite).slice(-3)).toEqual([
      [120, 60],
      [140, 80],
      [170, 80],
    ]);
    // A screen whose clock is a little behind the hub's.
    expect(chartsOf(m.state, m.nowMs - 60_000).spoken.onsite.at(-1)).toEqual({ at: 120, value: 80 });
  });

  test('[C1] given a side was silent and returns, when it is called, then the lag makes the step of the lift', () => {
    const m = discussion(4);
    const startMs = m.nowMs;
    for (let nth = 1; nth <= 3; nth += 1) {
      m.do('floor/give', {
        turnId: `t${nth}`,
        entryId: `r${nth}`,
        afterTurnId: nth === 1 ? null : `t${nth - 1}`,
      });
      m.wait(200);
    }
    m.do('queue/join', hand('o1', 'online'));
    m.do('floor/give', { turnId: 't4', entryId: 'o1', afterTurnId: 't3' });
    const at = charts(m).lengthSeconds;
    expect(at).toBe((m.nowMs - startMs) / 1_000 + 4);
    const steps = charts(m).lag.filter((corner) => corner.at === at);
    expect(steps[0]?.value).toBe(300);
    expect(end(steps)).toBe(fairness(m.state, m.nowMs).lagSeconds.online);
    expect(end(steps)).toBeLessThan(300);
  });

  test('[C1] given the discussion is over, when time goes on, then its chart ends with its last turn', () => {
    const m = threeTurns();
    m.do('floor/end', { turnId: 't3' });
    m.wait(50).do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    m.wait(500);
    expect(charts(m).lengthSeconds).toBe(140);
    m.do('agenda/begin', { itemId: 'talk', afterItemId: 'closing' });
    m.wait(5).do('session/end');
    m.wait(500);
    expect(charts(m).lengthSeconds).toBe(695);
  });

  test('[C1] given no agenda, or nothing begun, when asked, then the session is the item, or nothing is shown', () => {
    const m = meeting({ format: 'evenfloor.plan', v: 1, title: 'No agenda', agenda: [], people: [] });
    expect(charts(m)).toMatchObject({ lengthSeconds: 0, turns: [] });
    m.wait(30).do('session/start');
    m.wait(20).do('floor/give', {
      turnId: 't1',
      person: { name: 'A', channel: 'online' },
      afterTurnId: null,
    });
    m.wait(5);
    expect(charts(m)).toMatchObject({ lengthSeconds: 25, turns: [{ from: 20, to: 25, isRunning: true }] });
    expect(charts(meeting())).toMatchObject({ lengthSeconds: 0, turns: [] });
  });
});

describe('as if it had been so from the start', () => {
  test('[C2] for any turn that was entered wrongly: corrected, its chart is that of the right one', () => {
    const wrong = threeTurns();
    wrong.do('floor/end', { turnId: 't3' });
    const right = charts(wrong);
    wrong.do('floor/correct', { turnId: 't2', channel: 'onsite', spokenMs: 5_000 });
    expect(charts(wrong).waits.online.called).toEqual([]);
    expect(charts(wrong)).not.toEqual(right);
    wrong.do('floor/correct', { turnId: 't2', channel: 'online', spokenMs: 40_000 });
    expect(charts(wrong)).toEqual(right);
  });

  test('[C2] given “next” is undone, when time goes on, then the chart is that of a turn that never ended', () => {
    const m = threeTurns();
    m.do('queue/join', hand('o2', 'online'));
    const never = m.state;
    const seq = m.wait(5).do('floor/give', { turnId: 't4', entryId: 'o2', afterTurnId: 't3' });
    m.wait(5).do('history/undo', { seq });
    m.wait(5);
    expect(charts(m)).toEqual(chartsOf(never, m.nowMs));
    m.do('floor/give', { turnId: 't4', entryId: 'o2', afterTurnId: 't3' });
    expect(charts(m).waits.online.called).toEqual([15, 78]);
  });

  test('[C2] for any meeting: undoing the last commit gives the charts from before it', () => {
    fc.assert(
      fc.property(anyCommands(60), (steps) => {
        const m = meeting();
        play(m, steps);
        m.as('host-1', 'host');
        const before = m.state;
        const [step] = steps.slice(-1);
        const taken = play(m, step ? [step] : []);
        if (taken === 0) return;
        const { seq } = must(m.commits.at(-1), 'commit');
        m.as('host-1', 'host');
        if (m.refusal('history/undo', { seq }) !== null) return;
        m.do('history/undo', { seq });
        expect(charts(m)).toEqual(chartsOf(before, m.nowMs));
      }),
      { numRuns: 200 },
    );
  });

  test('[C2] given a name is put right or two records are one, when drawn, then as if the name had been right', () => {
    const say = (name: string, change: (m: Meeting) => void): Charts => {
      const m = discussion();
      m.do('people/add', { personId: 'p1', name, channel: 'online' });
      m.do('people/add', { personId: 'p2', name: 'Ximena', channel: 'online' });
      m.do('queue/join', { entryId: 'e1', personId: 'p1', channel: 'online', door: 'zoom', kind: 'topic' });
      m.wait(9).do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
      m.wait(9).do('floor/end', { turnId: 't1' });
      change(m);
      return charts(m);
    };
    const right = say('Ximena', () => {});
    expect(say('Jimena', (m) => m.do('people/update', { personId: 'p1', name: 'Ximena' }))).toEqual(right);
    expect(say('Jimena', (m) => m.do('people/merge', { personId: 'p2', otherPersonId: 'p1' }))).toEqual(
      right,
    );
  });
});

describe('the strip', () => {
  test('[C3] given turns of every kind, when they are shown, then with who pays and what was called out of turn', () => {
    const m = discussion(1, 1);
    const guest = { name: 'Panellist', channel: 'onsite' };
    m.do('floor/give', { turnId: 't1', person: guest, charge: 'panel', afterTurnId: null });
    m.wait(30).do('floor/give', { turnId: 't2', person: guest, charge: 'online', afterTurnId: 't1' });
    m.wait(20).do('floor/give', { turnId: 't3', person: guest, charge: null, afterTurnId: 't2' });
    m.wait(10).do('floor/give', { turnId: 't4', entryId: 'o1', afterTurnId: 't3', proposedEntryId: 'o1' });
    m.wait(5);
    const shown = charts(m).turns.map(({ channel, isCharged, isOverride, isRunning, seconds }) => [
      channel,
      isCharged,
      isOverride,
      isRunning,
      seconds,
    ]);
    expect(shown).toEqual([
      ['onsite', false, false, false, 30],
      ['online', true, true, false, 20],
      ['onsite', false, false, false, 10],
      ['online', true, false, true, 5],
    ]);
  });

  test('[C3] for any meeting: what the strip says is charged adds up to fairness()', () => {
    fc.assert(
      fc.property(anyCommands(60), (steps) => {
        const m = meeting();
        play(m, steps);
        const { turns } = charts(m);
        const { channels } = fairness(m.state, m.nowMs);
        for (const channel of CHANNELS) {
          const own = turns.filter((turn) => turn.isCharged && turn.channel === channel);
          expect(own).toHaveLength(channels[channel].turns);
          expect(own.reduce((sum, turn) => sum + turn.seconds, 0)).toBeCloseTo(channels[channel].seconds, 6);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('waiting', () => {
  test('[C4] given hands that were called, when counted, then from the hand to the floor; no hand is no wait', () => {
    const m = threeTurns();
    m.do('floor/give', { turnId: 't4', person: { name: 'Row C', channel: 'onsite' }, afterTurnId: 't3' });
    m.do('queue/join', hand('o9', 'online'));
    m.do('queue/join', hand('o8', 'online'));
    m.wait(4).do('queue/hold', { entryId: 'o8' });
    const { onsite, online } = charts(m).waits;
    expect(onsite).toEqual({ called: [9, 117], waiting: [], p50: 117, p90: 117, longest: 117 });
    expect(online).toEqual({ called: [78], waiting: [4], p50: 78, p90: 78, longest: 78 });
    expect(charts(discussion()).waits.online).toEqual({
      called: [],
      waiting: [],
      p50: null,
      p90: null,
      longest: null,
    });
  });

  test('[C4] for any number of waits: the quantile is element min(n − 1, ⌊p·n⌋) of the sorted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }), (pauses) => {
        const m = discussion();
        for (const index of pauses.keys()) m.do('queue/join', hand(`r${index}`, 'onsite'));
        for (const [index, pause] of pauses.entries()) {
          const afterTurnId = index === 0 ? null : `t${index - 1}`;
          m.wait(pause).do('floor/give', { turnId: `t${index}`, entryId: `r${index}`, afterTurnId });
        }
        const { called, p50, p90, longest } = charts(m).waits.onsite;
        const n = pauses.length;
        expect(called).toHaveLength(n);
        expect([p50, p90]).toEqual([0.5, 0.9].map((p) => called[Math.min(n - 1, Math.floor(p * n))]));
        expect(longest).toBe(pauses.reduce((sum, pause) => sum + pause, 0));
      }),
      { numRuns: 200 },
    );
  });
});

test('[C5] given turns within the limit and one over it, when the band is drawn, then it is the limit, or the longer', () => {
  const m = threeTurns();
  expect(charts(m).bandSeconds).toBe(120);
  m.wait(150);
  expect(charts(m).bandSeconds).toBe(170);
  expect(charts(discussion()).bandSeconds).toBe(120);
});
