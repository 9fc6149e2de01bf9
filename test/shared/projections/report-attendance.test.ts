import { expect, test } from 'vitest';
import { report } from '../../../shared/projections/report/report.ts';
import { meeting, planOfDiscussion } from '../../support/meeting.ts';
import { textOf } from '../../support/reported-meeting.ts';

test('[T4] given an attendance report was imported, when the session is reported, then how many came and for how long is in it', () => {
  const m = meeting(planOfDiscussion());
  const came = (personId: string, minutes?: number) => ({
    personId,
    name: personId,
    channel: 'online',
    attendance: { source: 'zoom-participants', ...(minutes !== undefined && { minutes }) },
  });
  expect(report(m.state, m.nowMs).participation.attended).toBeNull();
  const people = (...all: object[]) => ({
    door: 'zoom',
    source: 'zoom-participants',
    people: all,
    questions: [],
  });
  m.do('people/import', people(came('x1')));
  expect(report(m.state, m.nowMs).participation.attended).toEqual({ people: 1, medianMinutes: null });
  m.do('people/import', people(came('x2', 10), came('x3', 40), came('x4', 30)));
  expect(report(m.state, m.nowMs).participation.attended).toEqual({ people: 4, medianMinutes: 30 });
  const written = JSON.stringify([textOf(m), textOf(m, 'zh-CN')]);
  expect(written).toContain('4 people attended, half of them for 30 minutes or more');
  expect(written).toContain('共 4 人参会');
});
