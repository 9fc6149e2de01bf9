import { describe, expect, test } from 'vitest';
import { report } from '../../../shared/projections/report/report.ts';
import { ask, asked, cy, liaison } from '../../support/asked-meeting.ts';

const questionsOf = (m: ReturnType<typeof asked>) => report(m.state, m.nowMs).questions;
const NONE = { asked: 0, forwarded: 0, answered: 0, inWriting: 0, declined: 0, merged: 0, open: 0 };

describe('questions in the report', () => {
  test('[T7] given every end that a question can have, when they are counted, then each is in one of them, in all and by door', () => {
    const m = asked();
    for (const id of ['q3', 'q4', 'q5', 'q6', 'q7']) {
      liaison(m).do('questions/ask', ask(id, { name: `N${id}`, channel: 'online', door: 'tencent' }));
    }
    m.do('questions/triage', {
      questionId: 'q1',
      text: 'Shorter?',
      translation: '更短？',
      policyQuestionId: 'pq1',
    });
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1', relayed: true });
    m.do('questions/answer', { questionId: 'q2', text: 'Page 7.' });
    m.do('questions/triage', { questionId: 'q3', decided: 'declined', reason: 'Off topic' });
    m.do('questions/merge', { questionId: 'q4', otherQuestionId: 'q5' });
    m.do('questions/triage', { questionId: 'q6', assignedTo: { name: 'The panel' } });
    m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    expect(questionsOf(m).all[0]).toMatchObject({ status: 'on-air', turnNumber: 1, relayed: true });
    m.do('floor/end', { turnId: 't1' });
    const { total, byDoor, all } = questionsOf(m);
    expect(total).toEqual({
      asked: 7,
      forwarded: 2,
      answered: 1,
      inWriting: 1,
      declined: 1,
      merged: 1,
      open: 3,
    });
    expect(byDoor).toEqual([
      { door: 'web', funnel: { ...NONE, asked: 1, forwarded: 1, answered: 1 } },
      { door: 'tencent', funnel: { ...NONE, asked: 5, forwarded: 1, declined: 1, merged: 1, open: 3 } },
      { door: 'stream', funnel: { ...NONE, asked: 1, inWriting: 1 } },
    ]);
    expect(all.map((one) => [one.number, one.status, one.mergedInto])).toEqual([
      [1, 'answered', null],
      [2, 'answered-in-writing', null],
      [3, 'declined', null],
      [4, 'received', null],
      [5, 'merged', 4],
      [6, 'assigned', null],
      [7, 'received', null],
    ]);
    expect(all[0]).toMatchObject({
      text: 'Shorter?',
      original: 'Why q1?',
      translation: '更短？',
      name: 'Cy',
      policyQuestionId: 'pq1',
      turnNumber: 1,
    });
    expect([all[1]?.answer, all[2]?.reason, all[5]?.assignedTo]).toEqual([
      'Page 7.',
      'Off topic',
      'The panel',
    ]);
    expect(all[0]?.steps.map(({ step, role, name }) => [step, role, name])).toEqual([
      ['received', 'participant', 'Cy'],
      ['edited', 'liaison', null],
      ['queued', 'liaison', null],
    ]);
  });

  test('[T7] given a turn with a question is undone, when they are counted, then as if it had never been', () => {
    const m = asked();
    m.do('questions/queue', { questionId: 'q2', entryId: 'e1' });
    const before = questionsOf(m);
    const seq = m
      .as('mod', 'onsite-moderator')
      .do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    expect(questionsOf(m).all[1]?.status).toBe('on-air');
    m.do('history/undo', { seq });
    expect(questionsOf(m)).toEqual(before);
  });

  test('[T7] given no question, when they are counted, then there is no door', () => {
    const m = asked();
    expect(report({ ...m.state, questions: [] }, m.nowMs).questions).toEqual({
      total: NONE,
      byDoor: [],
      all: [],
    });
    cy(m).do('questions/ask', ask('q9'));
    expect(questionsOf(m).byDoor.map(({ door }) => door)).toEqual(['web', 'stream']);
  });
});
