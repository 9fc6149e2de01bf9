import { expect, test } from 'vitest';
import { decodeCommand } from '../../../shared/command.ts';
import { planOf } from '../../../shared/create.ts';
import { planSchema } from '../../../shared/plan.ts';
import { meeting, planOfDiscussion } from '../../support/meeting.ts';

const LINKS = ['https://example.org/j/1', 'wemeet://page/inmeeting?meeting_code=1'];

test('[S7] links come from the plan, are changed, stay when something else is, and go back into the plan', () => {
  const m = meeting(planOfDiscussion({ joinLinks: LINKS }));
  expect(m.state.session.joinLinks).toEqual(LINKS);
  m.do('session/configure', { title: 'Other' });
  expect(m.state.session.joinLinks).toEqual(LINKS);
  const seq = m.do('session/configure', { joinLinks: [] });
  expect(m.state.session.joinLinks).toEqual([]);
  m.do('history/undo', { seq });
  expect(planSchema.parse(planOf(m.state)).joinLinks).toEqual(LINKS);
});

test('[S7] a script is no link, nor is an address without its scheme', () => {
  for (const link of [
    'javascript:alert(1)',
    'http://example.org',
    'example.org',
    'https://a b',
    'https://x"y',
  ]) {
    expect(decodeCommand('session/configure', { joinLinks: [link] })).toMatchObject({ code: 'invalid' });
  }
});
