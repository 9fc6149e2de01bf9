import { expect, test } from 'vitest';
import { chartsOf } from '../../../shared/projections/charts/data.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { forecast } from '../../../shared/projections/forecast.ts';
import { report } from '../../../shared/projections/report/report.ts';
import type { Meeting } from '../../support/meeting.ts';
import { discussion } from '../../support/meeting.ts';

/** Everything that is worked out from the turns; what was said of whom when is in none of it. */
function figures(m: Meeting) {
  const { state, nowMs } = m;
  return {
    fairness: fairness(state, nowMs),
    charts: chartsOf(state, nowMs),
    forecast: forecast(state, nowMs),
    report: report(state, nowMs),
  };
}

/** r1 speaks 90 s, of which 40 may be a pause; then o1 speaks and r2 waits. */
function talk({ paused }: { paused: boolean }): Meeting {
  const m = discussion(2, 1);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(20);
  if (paused) m.do('floor/pause', { turnId: 't1' });
  m.wait(40);
  if (paused) m.do('floor/resume', { turnId: 't1' });
  m.wait(30).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
  return m.wait(25);
}

test('[B5] given a pause entered late, when figures are made, then they are those of a pause in time', () => {
  const late = talk({ paused: false });
  late.do('floor/correct', { turnId: 't1', pausedMs: 40_000 });
  expect(figures(late)).toEqual(figures(talk({ paused: true })));
});

test('[B5] given time without the hub is taken off, when figures are made, then they are those of a pause in time', () => {
  const late = talk({ paused: false });
  const [past] = late.state.turns;
  const fromMs = (past?.startedAtMs ?? 0) + 20_000;
  late.do('session/settle-absence', { fromMs, toMs: fromMs + 40_000, counted: false });
  const [taken, inTime] = [figures(late), figures(talk({ paused: true }))];
  // Unlike a speaker's pause it also holds the item's clock, so only what hangs on that differs.
  expect(taken.fairness).toEqual(inTime.fairness);
  expect(taken.charts).toEqual(inTime.charts);
  expect(taken.report.balance).toEqual(inTime.report.balance);
});

test('[B5] given two records are merged, when figures are made, then they are those of one person from the start', () => {
  const of = (ids: readonly [string, string]): Meeting => {
    const m = discussion(0, 1);
    for (const personId of new Set(ids)) m.do('people/add', { personId, name: 'Cy', channel: 'onsite' });
    let afterTurnId: string | null = null;
    for (const [index, personId] of ids.entries()) {
      const turnId = `t${index}`;
      m.do('queue/join', { entryId: `e${index}`, personId, channel: 'onsite', door: 'room', kind: 'topic' });
      m.wait(5).do('floor/give', { turnId, entryId: `e${index}`, afterTurnId, proposedEntryId: null });
      m.wait(50).do('floor/end', { turnId });
      afterTurnId = turnId;
    }
    return m;
  };
  const merged = of(['cy', 'cy-2']);
  merged.do('people/merge', { personId: 'cy', otherPersonId: 'cy-2' });
  const one = of(['cy', 'cy']);
  for (const m of [merged, one]) {
    m.do('queue/join', { entryId: 'again', personId: 'cy', channel: 'onsite', door: 'room', kind: 'topic' });
  }
  expect(figures(merged)).toEqual(figures(one));
});
