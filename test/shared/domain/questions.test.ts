import { describe, expect, test } from 'vitest';
import { ownOf, touchedDevices } from '../../../electron/hub/sending/own.ts';
import { apply } from '../../../shared/apply.ts';
import { decide } from '../../../shared/decide.ts';
import { applyQuestions } from '../../../shared/domain/questions/apply.ts';
import { must } from '../../../shared/lib/assert.ts';
import { MUTED_MAX, QUESTION_CHARS_MAX, QUESTIONS_MAX } from '../../../shared/lib/limits.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { ask, asked, cy, desk, liaison, question, status } from '../../support/asked-meeting.ts';
import { hand } from '../../support/meeting.ts';

describe('asking', () => {
  test('[G1] given people who ask, when it is kept, then with name, side, door and time', () => {
    const m = asked();
    expect(m.state.questions).toMatchObject([
      {
        questionId: 'q1',
        text: 'Why q1?',
        name: 'Cy',
        personId: 'dev-1',
        channel: 'online',
        door: 'web',
        decided: 'received',
        votes: 0,
        askedAtMs: 1_000_000,
      },
      { questionId: 'q2', name: 'Zed', channel: 'online', door: 'stream' },
    ]);
    expect(question(m, 'q2').personId).toBeUndefined();
    liaison(m).do('questions/ask', ask('q3', { channel: 'onsite' }));
    expect(question(m, 'q3')).toMatchObject({ door: 'stream' });
    expect(question(m, 'q3').name).toBeUndefined();
    m.as('dev-2', 'participant').do(
      'questions/ask',
      ask('q4', { channel: 'onsite', door: 'phone', name: 'Di' }),
    );
    expect(question(m, 'q4')).toMatchObject({ name: 'Di', door: 'phone', channel: 'onsite' });
  });

  test.each([
    ['an id that is taken', {}, 'invalid'],
    ['no side', { questionId: 'q9' }, 'invalid'],
    ['no text', { questionId: 'q9', text: '  ', channel: 'online' }, 'invalid'],
    [
      'too long a text',
      { questionId: 'q9', text: 'x'.repeat(QUESTION_CHARS_MAX + 1), channel: 'online' },
      'invalid',
    ],
  ])('[G1] given a question with %s, when it is asked, then it is refused', (_, wrong, code) => {
    expect(asked().as('dev-9', 'participant').refusal('questions/ask', ask('q1', wrong))).toBe(code);
  });

  test('[G1] given questions are closed, when somebody asks, then it is refused, and staff still copies in', () => {
    const m = asked();
    m.do('questions/close');
    expect(m.refusal('questions/close')).toBe('questions/closed');
    expect(cy(m).refusal('questions/ask', ask('q9'))).toBe('questions/closed');
    expect(liaison(m).refusal('questions/ask', ask('q9', { channel: 'online' }))).toBeNull();
    m.do('questions/open');
    expect(m.refusal('questions/open')).toBe('questions/already-open');
  });

  test('[G1] given slow mode, when somebody asks again too soon, then the refusal says for how long', () => {
    const m = asked();
    m.do('questions/slow', { seconds: 60 });
    expect(cy(m).ask('questions/ask', ask('q9'))).toEqual({
      code: 'questions/slow',
      params: { seconds: 50 },
    });
    expect(liaison(m).refusal('questions/ask', ask('q9', { channel: 'online' }))).toBeNull();
    expect(cy(m).wait(50).refusal('questions/ask', ask('q9'))).toBeNull();
  });

  test('[G1] given somebody is muted, when that person asks or votes, then it is refused; what was asked stays', () => {
    const m = asked();
    m.do('questions/triage', { questionId: 'q2', passed: true });
    m.do('questions/mute', { personId: 'dev-1', muted: true });
    expect(cy(m).refusal('questions/ask', ask('q9'))).toBe('questions/muted');
    expect(m.refusal('questions/vote', { questionId: 'q2', vote: true })).toBe('questions/muted');
    expect(ownOf(m.state, 'dev-1')).toMatchObject({ muted: true });
    expect(question(m).text).toBe('Why q1?');
    expect(
      JSON.stringify([
        redactState(m.state, 'public'),
        redactCommit(must(m.commits.at(-1), 'c'), 'public', 0),
      ]),
    ).not.toContain('dev-1');
    liaison(m).do('questions/mute', { personId: 'dev-1', muted: false });
    expect(cy(m).refusal('questions/ask', ask('q9'))).toBeNull();
    liaison(m);
    for (let n = 0; n < MUTED_MAX; n += 1) m.do('questions/mute', { personId: `p${n}`, muted: true });
    expect(m.refusal('questions/mute', { personId: 'more', muted: true })).toBe('too-many');
  });

  test('[G1] given as many questions as are kept, when one more comes, then it is refused', () => {
    const m = desk();
    for (let n = 0; n < QUESTIONS_MAX; n += 1) m.do('questions/ask', ask(`q${n}`, { channel: 'online' }));
    expect(m.refusal('questions/ask', ask('more', { channel: 'online' }))).toBe('too-many');
  });
});

describe('the life of a question', () => {
  test('[G2] given a question is reviewed, assigned and queued, when it is heard, then it is answered, and undo takes that back', () => {
    const m = asked();
    expect(status(m)).toBe('received');
    m.do('questions/triage', { questionId: 'q1', decided: 'reviewed' });
    expect(status(m)).toBe('reviewed');
    m.do('questions/triage', { questionId: 'q1', assignedTo: { personId: 'bo' }, policyQuestionId: 'pq1' });
    expect(status(m)).toBe('assigned');
    expect(question(m)).toMatchObject({
      assignedTo: { personId: 'bo', name: 'Bo 博' },
      policyQuestionId: 'pq1',
    });
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1' });
    expect(status(m)).toBe('queued');
    expect(m.state.queue.entries).toMatchObject([
      {
        entryId: 'e1',
        personId: 'dev-1',
        name: 'Cy',
        channel: 'online',
        door: 'question',
        kind: 'question',
        topic: 'Why q1?',
        itemId: 'talk',
      },
    ]);
    m.as('mod', 'onsite-moderator');
    m.do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    expect(status(m)).toBe('on-air');
    const seq = m.do('floor/end', { turnId: 't1' });
    expect(status(m)).toBe('answered');
    m.do('history/undo', { seq });
    expect(status(m)).toBe('on-air');
    expect(question(m).steps?.map(({ step, by }) => [step, by.personId])).toEqual([
      ['received', 'dev-1'],
      ['reviewed', 'li-1'],
      ['assigned', 'li-1'],
      ['queued', 'li-1'],
    ]);
  });

  test('[G2] given its hand was taken down, when the question is looked at, then it stands where it stood before', () => {
    const m = asked();
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1' });
    m.do('queue/leave', { entryId: 'e1' });
    expect(status(m)).toBe('reviewed');
    m.do('questions/queue', { questionId: 'q1', entryId: 'e2' });
    expect(status(m)).toBe('queued');
  });

  test('[G2] given its hand is merged into an earlier one, when that is heard, then it is answered, and undo gives it its own hand back', () => {
    const m = asked();
    m.as('dev-2', 'participant').do('questions/ask', ask('q3', { name: 'Di', channel: 'online' }));
    m.as('mod', 'online-moderator').do('queue/join', hand('room', 'online', { name: 'Cy' }));
    for (const [questionId, entryId] of [
      ['q1', 'e1'],
      ['q3', 'e3'],
    ]) {
      m.wait(1).do('questions/triage', { questionId, passed: true });
      m.do('questions/queue', { questionId, entryId, relayed: true });
      const before = redactState(m.state, 'public');
      m.do('queue/merge', { entryId: 'room', otherEntryId: entryId });
      const sent = must(redactCommit(must(m.commits.at(-1), 'commit'), 'public', 0), 'what is sent');
      expect(apply(before, sent)).toEqual(redactState(m.state, 'public'));
    }
    m.do('floor/give', { turnId: 't1', entryId: 'room', afterTurnId: null });
    expect([status(m), status(m, 'q3')]).toEqual(['on-air', 'on-air']);
    expect(touchedDevices(m.commits.slice(-1), m.state)).toEqual(new Set(['mod', 'dev-1', 'dev-2']));
    const ended = m.do('floor/end', { turnId: 't1' });
    expect([status(m), status(m, 'q2'), status(m, 'q3')]).toEqual(['answered', 'received', 'answered']);
    for (const seq of [ended, ended - 1, ended - 2]) m.do('history/undo', { seq });
    expect([question(m, 'q3').entryId, status(m, 'q3')]).toEqual(['e3', 'queued']);
  });

  test('[G8] given the session ends, when questions are looked at, then those without an end are open at the end, and still answered in writing', () => {
    const m = asked();
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1' });
    m.as('host-1', 'host').do('session/end');
    expect([status(m), status(m, 'q2')]).toEqual(['open-at-end', 'open-at-end']);
    expect(touchedDevices(m.commits.slice(-1), m.state)).toBe('all');
    m.do('questions/answer', { questionId: 'q1', text: 'See page 7.' });
    expect(status(m)).toBe('answered-in-writing');
  });

  test('[G3] given a question is edited, translated and assigned, when it is looked at, then what was asked is still there', () => {
    const m = asked();
    m.do('questions/triage', { questionId: 'q1', text: 'Shorter?', translation: '更短？' });
    m.do('questions/triage', { questionId: 'q1', text: 'Shortest?' });
    expect(question(m)).toMatchObject({ text: 'Shortest?', original: 'Why q1?', translation: '更短？' });
    m.do('questions/triage', {
      questionId: 'q1',
      translation: null,
      assignedTo: { name: 'The panel' },
      policyQuestionId: 'pq1',
    });
    m.do('questions/triage', { questionId: 'q1', assignedTo: null, policyQuestionId: null });
    expect(Object.keys(question(m))).not.toContain('translation');
    expect(Object.keys(question(m))).not.toContain('assignedTo');
    expect(question(m).steps?.map(({ step }) => step)).toEqual(['received', 'edited', 'edited', 'assigned']);
  });

  test.each([
    ['a policy question', { policyQuestionId: 'gone' }, 'notes/no-such-question'],
    ['a person', { assignedTo: { personId: 'gone' } }, 'people/no-such-person'],
    ['nobody', { assignedTo: {} }, 'invalid'],
    ['a question', { questionId: 'gone', decided: 'reviewed' }, 'questions/no-such-question'],
  ])(
    '[G3] given triage names %s that is not there, when it is sent, then it is refused',
    (_, wrong, code) => {
      expect(asked().refusal('questions/triage', { questionId: 'q1', ...wrong })).toBe(code);
    },
  );

  test('[G2] given a question is declined or answered in writing, when that is reviewed again, then it is open again', () => {
    const m = asked();
    m.do('questions/triage', { questionId: 'q1', decided: 'declined', reason: 'Off topic' });
    expect([status(m), question(m).reason]).toEqual(['declined', 'Off topic']);
    expect(m.refusal('questions/queue', { questionId: 'q1', entryId: 'e1' })).toBe('questions/settled');
    m.do('questions/triage', { questionId: 'q1', decided: 'reviewed' });
    expect([status(m), question(m).reason]).toEqual(['reviewed', undefined]);
    m.do('questions/answer', { questionId: 'q1', text: 'See page 7.' });
    expect([status(m), question(m).answer]).toEqual(['answered-in-writing', 'See page 7.']);
  });

  test('[G4] given two say the same, when they are merged, then votes add up, each person’s once', () => {
    const m = asked();
    for (const questionId of ['q1', 'q2']) liaison(m).do('questions/triage', { questionId, passed: true });
    m.as('dev-2', 'participant').do('questions/vote', { questionId: 'q1', vote: true });
    m.do('questions/vote', { questionId: 'q2', vote: true });
    m.as('dev-3', 'participant').do('questions/vote', { questionId: 'q1', vote: true });
    const seq = liaison(m).do('questions/merge', { questionId: 'q2', otherQuestionId: 'q1' });
    expect(question(m, 'q2')).toMatchObject({ votes: 3, voters: ['dev-2', 'dev-3', 'dev-1'] });
    expect(question(m)).toMatchObject({ decided: 'merged', mergedInto: 'q2' });
    expect(m.refusal('questions/merge', { questionId: 'q2', otherQuestionId: 'q2' })).toBe('invalid');
    expect(m.refusal('questions/merge', { questionId: 'q2', otherQuestionId: 'gone' })).toBe(
      'questions/no-such-question',
    );
    m.as('dev-4', 'participant').do('questions/vote', { questionId: 'q2', vote: true });
    m.as('dev-3', 'participant').do('questions/vote', { questionId: 'q2', vote: false });
    const undone = liaison(m).do('history/undo', { seq });
    expect(status(m)).toBe('received');
    expect(question(m)).toMatchObject({ votes: 2, voters: ['dev-2', 'dev-3'] });
    expect(question(m, 'q2')).toMatchObject({ votes: 2, voters: ['dev-2', 'dev-4'] });
    m.as('dev-5', 'participant').do('questions/vote', { questionId: 'q2', vote: true });
    liaison(m).do('history/undo', { seq: undone });
    expect(question(m, 'q2')).toMatchObject({ votes: 4, voters: ['dev-2', 'dev-1', 'dev-4', 'dev-5'] });
  });

  test('[G4] given one of two is merged or declined, when they are merged, then it is refused until it is open again', () => {
    const m = asked();
    const pair = { questionId: 'q2', otherQuestionId: 'q1' };
    m.do('questions/merge', { questionId: 'q1', otherQuestionId: 'q2' });
    expect(m.refusal('questions/merge', pair)).toBe('questions/settled');
    m.do('questions/triage', { questionId: 'q2', decided: 'reviewed' });
    m.do('questions/triage', { questionId: 'q1', decided: 'declined' });
    expect(m.refusal('questions/merge', pair)).toBe('questions/settled');
    m.do('questions/triage', { questionId: 'q1', decided: 'reviewed' });
    m.do('questions/merge', pair);
    expect([status(m), status(m, 'q2')]).toEqual(['merged', 'reviewed']);
  });

  test('[G5] given a question is read aloud, when it is on the list, then it says so and its asker’s side pays', () => {
    const m = asked();
    cy(m).do('queue/join', { entryId: 'own', channel: 'online', door: 'phone', kind: 'topic' });
    liaison(m);
    expect(m.refusal('questions/queue', { questionId: 'q1', entryId: 'e1' })).toBe('queue/already-waiting');
    m.do('questions/queue', { questionId: 'q1', entryId: 'e1', relayed: true });
    expect(m.refusal('questions/queue', { questionId: 'q1', entryId: 'e2', relayed: true })).toBe(
      'questions/settled',
    );
    m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    expect(m.state.floor.turn).toMatchObject({
      name: 'Cy',
      channel: 'online',
      charge: 'online',
      relayed: true,
    });
    m.as('li-1', 'liaison').do('questions/ask', ask('q3', { channel: 'onsite', text: 'x'.repeat(300) }));
    m.do('questions/queue', { questionId: 'q3', entryId: 'e3', relayed: true });
    const unnamed = m.state.queue.entries.find((entry) => entry.entryId === 'e3');
    expect(unnamed).toMatchObject({ topic: 'x'.repeat(140) });
    expect(unnamed).not.toHaveProperty('name');
    const nobody = { entryId: 'x', channel: 'online', door: 'question', kind: 'question' };
    expect(m.refusal('queue/join', nobody)).toBe('invalid');
    expect(m.as('dev-9', 'participant').refusal('queue/join', nobody)).toBe('invalid');
  });

  test('[G6] given a question was passed, when people vote, then each counts once and can take it back', () => {
    const m = asked();
    const vote = (on: boolean, questionId = 'q1') => ({ questionId, vote: on });
    expect(cy(m).refusal('questions/vote', vote(true))).toBe('questions/no-such-question');
    liaison(m).do('questions/triage', { questionId: 'q1', passed: true });
    m.as('dev-2', 'participant').do('questions/vote', vote(true));
    expect(m.refusal('questions/vote', vote(true))).toBe('questions/already-voted');
    m.as('dev-3', 'participant').do('questions/vote', vote(true));
    m.do('questions/vote', vote(false));
    expect(question(m)).toMatchObject({ votes: 1, voters: ['dev-2'] });
    expect(ownOf(m.state, 'dev-2')).toMatchObject({ votes: ['q1'] });
    const seq = liaison(m).do('questions/triage', { questionId: 'q1', text: 'Edited?' });
    m.as('dev-3', 'participant').do('questions/vote', vote(true));
    liaison(m).do('history/undo', { seq });
    expect(question(m)).toMatchObject({ text: 'Why q1?', votes: 2 });
    m.do('questions/answer', { questionId: 'q1', text: 'So.' });
    expect(m.as('dev-4', 'participant').refusal('questions/vote', vote(true))).toBe('questions/settled');
  });

  test('[G6] given a screen of the public, when it votes in advance, then the count grows by one', () => {
    const m = asked();
    m.do('questions/triage', { questionId: 'q1', passed: true });
    const seen = redactState(m.state, 'public');
    const command = { name: 'questions/vote' as const, args: { questionId: 'q1', vote: true } };
    expect(
      decide(seen, command, { actor: { personId: 'dev-2', roles: ['participant'] }, nowMs: m.nowMs }),
    ).toMatchObject([{ type: 'questions/voted', votes: 1 }]);
    const vote = {
      type: 'questions/voted' as const,
      v: 1 as const,
      ...command.args,
      personId: 'dev-2',
      votes: 1,
    };
    const author = { personId: 'dev-2', role: 'participant' as const };
    expect(applyQuestions(seen, vote, { seq: 9, atMs: 0, author }).questions).toMatchObject([
      { votes: 1, voters: ['dev-2'] },
    ]);
  });
});
