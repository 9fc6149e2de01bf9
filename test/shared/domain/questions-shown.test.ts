import { describe, expect, test } from 'vitest';
import { ownOf, touchedDevices } from '../../../electron/hub/sending/own.ts';
import { apply } from '../../../shared/apply.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { INITIAL_STATE } from '../../../shared/state.ts';
import { ask, asked, cy, desk, liaison, question, status } from '../../support/asked-meeting.ts';
import type { Meeting } from '../../support/meeting.ts';

describe('what the public gets of questions', () => {
  const sent = (m: Meeting) => m.commits.map((commit) => redactCommit(commit, 'public', 0));

  test('[G7] given questions that were not passed, whatever is done to them, when it is sent, then there is nothing', () => {
    const m = asked();
    m.do('questions/triage', { questionId: 'q1', decided: 'reviewed', text: 'Secret' });
    const seq = m.do('questions/answer', { questionId: 'q2', text: 'Secret' });
    m.do('history/undo', { seq });
    expect(JSON.stringify([sent(m), redactState(m.state, 'public')])).not.toMatch(/Secret|"q1"|"q2"/);
  });

  test('[G7] given a question is passed and hidden again, when the public looks, then it comes bare and goes', () => {
    const m = asked();
    m.do('questions/triage', {
      questionId: 'q1',
      passed: true,
      translation: 'Why?',
      assignedTo: { name: 'Secret' },
    });
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1' });
    m.do('questions/answer', { questionId: 'q1', text: 'So.' });
    expect(redactState(m.state, 'public').questions).toEqual([
      {
        questionId: 'q1',
        seq: question(m).seq,
        askedAtMs: 1_000_000,
        text: 'Why q1?',
        name: 'Cy',
        channel: 'online',
        door: 'web',
        decided: 'answered-in-writing',
        answer: 'So.',
        entryId: 'e1',
        passed: true,
        votes: 0,
      },
    ]);
    m.do('questions/triage', { questionId: 'q1', passed: false });
    expect(redactState(m.state, 'public').questions).toEqual([]);
    expect(sent(m).at(-1)?.events).toEqual([{ type: 'questions/hidden', v: 1, questionId: 'q1' }]);
    expect(JSON.stringify(sent(m))).not.toMatch(/Secret|"li-1"/);
  });

  test('[G7] given a public screen follows, when questions come, are voted for and go, then it has what it may have', () => {
    const m = asked();
    const seen = () =>
      m.commits.reduce(
        (state, commit) => {
          const visible = redactCommit(commit, 'public', 0);
          return visible ? apply(state, visible) : state;
        },
        redactState(INITIAL_STATE, 'public'),
      );
    m.do('questions/triage', { questionId: 'q1', passed: true });
    m.do('questions/triage', { questionId: 'q2', passed: true });
    cy(m).do('questions/vote', { questionId: 'q2', vote: true });
    liaison(m).do('questions/slow', { seconds: 30 });
    const closed = m.do('questions/close');
    m.do('history/undo', { seq: closed });
    expect(seen().questionDesk).toEqual({ open: true, slowSeconds: 30 });
    m.do('questions/close');
    m.do('questions/mute', { personId: 'dev-9', muted: true });
    expect(seen().questions.map(({ questionId, votes }) => [questionId, votes])).toEqual([
      ['q1', 0],
      ['q2', 1],
    ]);
    expect(seen().questionDesk).toEqual({ open: false, slowSeconds: 30 });
    m.do('questions/triage', { questionId: 'q1', passed: false });
    const seq = m.do('questions/triage', { questionId: 'q2', translation: '为什么？' });
    m.do('history/undo', { seq });
    expect(seen().questions).toEqual(redactState(m.state, 'public').questions);
  });

  test('[G7] given its asker looks, when it is dealt with, then that person is told where it stands and why', () => {
    const m = asked();
    expect(ownOf(m.state, 'dev-1').questions).toEqual([
      { questionId: 'q1', text: 'Why q1?', askedAtMs: 1_000_000, status: 'received' },
    ]);
    m.do('questions/triage', { questionId: 'q1', decided: 'declined', reason: 'Off topic' });
    expect(ownOf(m.state, 'dev-1').questions).toMatchObject([{ status: 'declined', reason: 'Off topic' }]);
    m.do('questions/answer', { questionId: 'q1', text: 'So.' });
    expect(ownOf(m.state, 'dev-1').questions).toMatchObject([
      { status: 'answered-in-writing', answer: 'So.' },
    ]);
    expect(ownOf(m.state, 'dev-2').questions).toBeUndefined();
  });

  test('[G7] given it is read aloud, when it is on air, answered, or off the list, then its asker is told each time', () => {
    const m = asked();
    const isTold = () => {
      const touched = touchedDevices(m.commits.slice(-1), m.state);
      return touched !== 'all' && touched.has('dev-1');
    };
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1', relayed: true });
    m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    expect([status(m), isTold()]).toEqual(['on-air', true]);
    m.wait(5).do('floor/end', { turnId: 't1' });
    expect([status(m), isTold()]).toEqual(['answered', true]);
    const other = asked();
    other.do('questions/queue', { questionId: 'q1', entryId: 'e1', relayed: true });
    other.do('queue/leave', { entryId: 'e1' });
    expect(touchedDevices(other.commits.slice(-1), other.state)).toContain('dev-1');
  });

  test('[P5] given the asker is merged into a record of the list, when it is dealt with, then it is that person’s', () => {
    const m = asked();
    m.as('mod', 'onsite-moderator').do('people/merge', { personId: 'bo', otherPersonId: 'dev-1' });
    expect(question(m).personId).toBe('bo');
    expect(ownOf(m.state, 'dev-1').questions).toHaveLength(1);
  });

  test.each([
    ['as its asker’s turn', {}],
    ['as read aloud', { relayed: true }],
  ])(
    '[R4] given its asker typed the name, when it is put on the list %s, then the public gets the name once it is called',
    (_, how) => {
      const m = desk();
      const shown = () => JSON.stringify(redactState(m.state, 'public').queue);
      const put = (questionId: string, id: string) =>
        m.do('questions/queue', { questionId, entryId: id, ...how });
      cy(m).do('questions/ask', ask('q1'));
      m.as('dev-2', 'participant').do('questions/ask', ask('q2', { name: 'Di', channel: 'online' }));
      liaison(m);
      put('q1', 'e1');
      put('q2', 'e2');
      expect(shown()).not.toMatch(/Cy|Di/);
      expect(m.state.queue.entries.map(({ name }) => name)).toEqual(['Cy', 'Di']);
      m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e2', afterTurnId: null });
      expect(redactState(m.state, 'public').floor.turn?.name).toBe('Di');
    },
  );

  test('[R4] given staff has written the name or passed the question, when it is read aloud, then the public has the name', () => {
    const m = desk();
    cy(m).do('questions/ask', ask('q1'));
    m.as('bo', 'participant').do('questions/ask', ask('q2'));
    liaison(m).do('questions/ask', ask('q3', { name: 'Zed', channel: 'online' }));
    m.do('questions/triage', { questionId: 'q1', passed: true });
    for (const id of ['1', '2', '3']) {
      m.do('questions/queue', { questionId: `q${id}`, entryId: `e${id}`, relayed: true });
    }
    const { entries } = redactState(m.state, 'public').queue;
    expect(entries.map(({ name }) => name)).toEqual(['Cy', 'Bo 博', 'Zed']);
  });
});
