import { expect, test } from 'vitest';
import { ownOf } from '../../../electron/hub/sending/own.ts';
import { QUESTIONS_AT_ONCE_MAX } from '../../../shared/lib/limits.ts';
import { ask, asked, cy, liaison, question, status } from '../../support/asked-meeting.ts';

const MUTE = { personId: 'dev-1', muted: true, clear: true };
const idsOf = (m: ReturnType<typeof asked>) => m.state.queue.entries.map(({ entryId }) => entryId);

/** Cy has asked three times, one of which is read aloud and waits, and has a hand up; Zed has asked as well. */
function raided() {
  const m = asked();
  cy(m).do('questions/ask', ask('q3'));
  m.do('questions/ask', ask('q4'));
  m.do('queue/join', { entryId: 'own', channel: 'online', door: 'phone', kind: 'topic' });
  liaison(m).do('questions/queue', { questionId: 'q3', entryId: 'e3', relayed: true });
  m.do('questions/queue', { questionId: 'q2', entryId: 'e2' });
  m.do('questions/answer', { questionId: 'q4', text: 'See page 7.' });
  return m;
}

test('[G9] given somebody with questions and a hand, when muted and cleared away, then both go, and one undo brings them back', () => {
  const m = raided();
  const before = m.state;
  const seq = m.do('questions/mute', MUTE);
  expect(m.state.questionDesk.muted).toEqual(['dev-1']);
  expect(['q1', 'q2', 'q3', 'q4'].map((id) => status(m, id))).toEqual([
    ...['declined', 'queued', 'declined', 'answered-in-writing'],
  ]);
  expect(question(m).steps?.at(-1)).toMatchObject({ step: 'declined', by: { personId: 'li-1' } });
  expect(idsOf(m)).toEqual(['e2']);
  expect(ownOf(m.state, 'dev-1')).toMatchObject({ muted: true, entryIds: [] });
  m.do('history/undo', { seq });
  expect(m.state.questions).toEqual(before.questions);
  expect(m.state.queue).toEqual(before.queue);
  expect(m.state.questionDesk.muted).toEqual([]);
});

test('[G9] given it is only said that somebody is muted, or heard again, then nothing is cleared away', () => {
  const m = raided();
  m.do('questions/mute', { ...MUTE, clear: false });
  m.do('questions/mute', { ...MUTE, muted: false });
  expect(status(m)).toBe('received');
  expect(idsOf(m)).toEqual(['own', 'e3', 'e2']);
});

test('[G9] given the question is on air, when its asker is muted and cleared away, then the turn goes on', () => {
  const m = raided();
  m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e3', afterTurnId: null });
  m.do('questions/mute', MUTE);
  expect([status(m, 'q3'), status(m)]).toEqual(['on-air', 'declined']);
});

test('[G9] given the session is over, when somebody is cleared away, then the questions are declined and the queue stays what it was', () => {
  const m = raided();
  m.as('host-1', 'host').do('session/end');
  m.do('questions/mute', MUTE);
  expect(status(m)).toBe('declined');
  expect(idsOf(m)).toEqual(['own', 'e3', 'e2']);
});

test('[G9] given more questions than one commit holds, when cleared away again, then the rest goes too', () => {
  const m = asked();
  cy(m);
  for (let n = 0; n < QUESTIONS_AT_ONCE_MAX; n += 1) m.do('questions/ask', ask(`more-${n}`));
  liaison(m).do('questions/mute', MUTE);
  const last = `more-${QUESTIONS_AT_ONCE_MAX - 1}`;
  expect([status(m), status(m, last)]).toEqual(['declined', 'received']);
  m.do('questions/mute', MUTE);
  expect(status(m, last)).toBe('declined');
});

test('[G10] given several are chosen, when they are declined, then in one commit with one reason, and what is settled or on air stays', () => {
  const m = raided();
  m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e3', afterTurnId: null });
  const decline = { questionId: 'q1', decided: 'declined', reason: 'Off topic' };
  const seq = liaison(m).do('questions/triage', { ...decline, otherQuestionIds: ['q2', 'q3', 'q4', 'q1'] });
  expect(['q1', 'q2', 'q3', 'q4'].map((id) => status(m, id))).toEqual([
    ...['declined', 'declined', 'on-air', 'answered-in-writing'],
  ]);
  expect([question(m).reason, question(m, 'q2').reason]).toEqual(['Off topic', 'Off topic']);
  expect(question(m).steps?.map(({ step }) => step)).toEqual(['received', 'declined']);
  m.do('history/undo', { seq });
  expect([status(m), status(m, 'q2')]).toEqual(['received', 'queued']);
});

test('[G10] given others are named, when one is not there or more is said than stands for all, then it is refused or left out', () => {
  const m = raided();
  const args = { questionId: 'q1', decided: 'reviewed', text: 'Edited?' };
  expect(m.refusal('questions/triage', { ...args, otherQuestionIds: ['gone'] })).toBe(
    'questions/no-such-question',
  );
  m.do('questions/triage', { ...args, otherQuestionIds: ['q2'] });
  expect([question(m).text, question(m, 'q2').text]).toEqual(['Edited?', 'Why q2?']);
  m.do('questions/triage', { questionId: 'q1', passed: true, otherQuestionIds: ['q2'] });
  expect(question(m, 'q2')).not.toHaveProperty('passed');
});
