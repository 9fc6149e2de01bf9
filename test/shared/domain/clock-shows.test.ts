import { expect, test } from 'vitest';
import { decodeCommand } from '../../../shared/command.ts';
import { planOf } from '../../../shared/create.ts';
import { planSchema } from '../../../shared/plan.ts';
import { meeting, planOfDiscussion } from '../../support/meeting.ts';

test('[S8] which way the clocks count comes from the plan, is changed, undone, and goes back into the plan', () => {
  const m = meeting(planOfDiscussion({ clockShows: 'spent' }));
  expect(m.state.session.clockShows).toBe('spent');
  m.do('session/configure', { title: 'Other' });
  expect(m.state.session.clockShows).toBe('spent');
  const seq = m.do('session/configure', { clockShows: 'left' });
  expect(m.state.session.clockShows).toBe('left');
  m.do('history/undo', { seq });
  expect(planSchema.parse(planOf(m.state)).clockShows).toBe('spent');
});

test('[S8] a clock shows one of the two', () => {
  expect(decodeCommand('session/configure', { clockShows: 'both' })).toMatchObject({ code: 'invalid' });
});
