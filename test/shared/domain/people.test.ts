import { describe, expect, test } from 'vitest';
import { apply } from '../../../shared/apply.ts';
import { commitSchema } from '../../../shared/commit.ts';
import { must } from '../../../shared/lib/assert.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { discussion, hand, meeting } from '../../support/meeting.ts';

const entryNames = (m: ReturnType<typeof meeting>) => m.state.queue.entries.map((entry) => entry.name);
const phone = { door: 'phone', kind: 'topic' };

describe('people', () => {
  test('[P1] given a participant, when it introduces itself twice, then it has one record, its own', () => {
    const m = meeting().as('dev-1', 'participant');
    m.do('people/introduce', { name: 'Cy', channel: 'online', groups: { region: 'African Group' } });
    m.do('people/introduce', { name: 'Cyrus', channel: 'online' });
    expect(m.state.people.at(-1)).toMatchObject({ personId: 'dev-1', name: 'Cyrus', self: true, seq: 2 });
    expect(m.state.people).toHaveLength(3);
    expect(m.refusal('people/update', { personId: 'ana', name: 'X' })).toBe('forbidden');
  });

  test('[P1] given people in the roster, when staff adds one with the same id, then that is refused', () => {
    const m = meeting();
    m.do('people/add', { personId: 'new', name: 'New', channel: 'onsite' });
    expect(m.refusal('people/add', { personId: 'new', name: 'Other', channel: 'onsite' })).toBe('invalid');
    expect(m.refusal('people/update', { personId: 'nobody', name: 'X' })).toBe('people/no-such-person');
  });

  test('[P2] given a waiting hand, when its person changes side, then the hand is withdrawn', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', ...phone });
    m.do('people/introduce', { name: 'Cy', channel: 'onsite' });
    expect(m.state.queue.entries).toEqual([]);
    m.do('people/introduce', { name: 'Cy', channel: 'onsite' });
    expect(m.commits.at(-1)?.events).toHaveLength(1);
  });

  test('[P2] given staff has locked a side, when the person changes it or joins on the other, then that is refused', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('people/introduce', { name: 'Cy', channel: 'online' });
    m.as('mod', 'onsite-moderator').do('people/update', {
      personId: 'dev-1',
      channel: 'onsite',
      lockedSide: true,
    });
    m.as('dev-1', 'participant');
    expect(m.refusal('people/introduce', { name: 'Cy', channel: 'online' })).toBe('people/side-locked');
    expect(m.refusal('queue/join', { entryId: 'e1', channel: 'online', ...phone })).toBe(
      'people/side-locked',
    );
    m.as('mod', 'onsite-moderator').do('people/update', { personId: 'dev-1', lockedSide: false });
    m.as('dev-1', 'participant').do('people/introduce', { name: 'Cy', channel: 'online' });
    expect(m.state.people.at(-1)).toMatchObject({ channel: 'online' });
  });

  test('[P3] given a name that staff has written, when its person introduces itself, then the name stays', () => {
    const m = meeting().as('dev-1', 'participant');
    m.do('people/introduce', { name: 'cy', channel: 'online' });
    m.as('mod', 'online-moderator').do('people/update', { personId: 'dev-1', name: 'Cy Young' });
    expect(m.state.people.at(-1)?.self).toBeUndefined();
    m.as('dev-1', 'participant').do('people/introduce', { name: 'troll', channel: 'onsite' });
    expect(m.state.people.at(-1)).toMatchObject({ name: 'Cy Young', channel: 'onsite' });
  });

  test('[P4] given a person who waits, has spoken and speaks, when staff corrects the name, then it is right everywhere', () => {
    const m = discussion();
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.do('floor/give', { turnId: 't2', person: { personId: 'ana' }, afterTurnId: 't1' });
    m.do('queue/join', { entryId: 'e1', personId: 'ana', channel: 'onsite', door: 'room', kind: 'reply' });
    m.do('queue/join', hand('e2', 'online'));
    m.do('people/update', { personId: 'ana', name: 'Ana María' });
    expect(m.state.turns[0]?.name).toBe('Ana María');
    expect(m.state.floor.turn?.name).toBe('Ana María');
    expect(entryNames(m)).toEqual(['Ana María', 'Guest e2']);
  });

  test('[P4] given a hand that the public sees, when its person types another name, then the shown one stays', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', ...phone });
    m.do('people/introduce', { name: 'Cyrus', channel: 'online' });
    expect(entryNames(m)).toEqual(['Cyrus']);
    m.as('mod', 'online-moderator').do('queue/put-on-deck', { entryId: 'e1' });
    m.as('dev-1', 'participant').do('people/introduce', { name: 'rude', channel: 'online' });
    expect(entryNames(m)).toEqual(['Cyrus']);
  });

  test('[P5] given one person twice in the queue, when merged, then the earlier hand stays and all is one name', () => {
    const m = discussion();
    m.as('dev-1', 'participant').do('queue/join', {
      entryId: 'e1',
      name: 'ana m',
      channel: 'onsite',
      ...phone,
    });
    m.as('mod', 'onsite-moderator');
    m.do('queue/join', { entryId: 'e2', personId: 'ana', channel: 'onsite', door: 'room', kind: 'topic' });
    m.do('people/merge', { personId: 'ana', otherPersonId: 'dev-1' });
    expect(m.state.people.map((person) => person.personId)).toEqual(['ana', 'bo']);
    expect(m.state.queue.entries).toMatchObject([{ entryId: 'e1', personId: 'ana', name: 'Ana' }]);
  });

  test('[P5] given both wait and the later is a point of order, when merged, then the hand that is left has the urgency', () => {
    const m = meeting();
    m.do('queue/join', { entryId: 'e1', personId: 'ana', channel: 'onsite', door: 'room', kind: 'topic' });
    m.do('queue/hold', { entryId: 'e1' });
    m.wait(5).do('queue/join', {
      entryId: 'e2',
      personId: 'bo',
      channel: 'online',
      door: 'zoom',
      kind: 'point-of-order',
      topic: 'The sound',
    });
    const before = m.state;
    const seq = m.do('people/merge', { personId: 'ana', otherPersonId: 'bo' });
    expect(m.state.queue.entries).toMatchObject([
      {
        entryId: 'e1',
        personId: 'ana',
        name: 'Ana',
        kind: 'point-of-order',
        topic: 'The sound',
        joinedAtMs: 1_000_000,
      },
    ]);
    expect(m.state.queue.entries[0]?.held).toBeUndefined();
    m.do('history/undo', { seq });
    expect([m.state.queue, m.state.people]).toEqual([before.queue, before.people]);
  });

  test('[P5] given two people who do not wait, when merged, then their turns are of one person', () => {
    const m = discussion();
    m.do('floor/give', { turnId: 't1', person: { personId: 'bo' }, afterTurnId: null });
    m.do('floor/end', { turnId: 't1' });
    m.do('people/merge', { personId: 'ana', otherPersonId: 'bo' });
    expect(m.state.turns[0]).toMatchObject({ personId: 'ana', name: 'Ana', channel: 'online' });
    expect(m.refusal('people/merge', { personId: 'ana', otherPersonId: 'ana' })).toBe('invalid');
    expect(m.refusal('people/merge', { personId: 'ana', otherPersonId: 'gone' })).toBe(
      'people/no-such-person',
    );
    expect(m.refusal('people/merge', { personId: 'gone', otherPersonId: 'ana' })).toBe(
      'people/no-such-person',
    );
  });

  test('[P2] given a participant who raises the hand on the other side, when it joins, then the record changes side with it', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', ...phone });
    m.do('queue/join', { entryId: 'e2', channel: 'onsite', ...phone });
    expect(m.state.people.at(-1)).toMatchObject({ channel: 'onsite' });
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e2']);
    expect(m.refusal('queue/update', { entryId: 'e2', channel: 'online' })).toBe('forbidden');
    m.as('mod', 'onsite-moderator').do('queue/close');
    m.as('dev-1', 'participant');
    expect(m.refusal('queue/join', { entryId: 'e3', channel: 'online', ...phone })).toBe('queue/closed');
  });

  test('[P3] given staff only locks a side, when the public looks, then the self-typed name is still unseen', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Nice Name', channel: 'online', ...phone });
    m.as('mod', 'onsite-moderator').do('queue/update', { entryId: 'e1', shown: true });
    m.as('dev-1', 'participant').do('people/introduce', { name: 'Rude Name', channel: 'online' });
    m.as('mod', 'onsite-moderator').do('people/update', { personId: 'dev-1', lockedSide: true });
    expect(entryNames(m)).toEqual(['Nice Name']);
    expect(JSON.stringify(redactState(m.state, 'public'))).not.toContain('Rude');
  });

  test('[P3] given a name that staff has written, when its person adds groups, then these are not shown for it', () => {
    const m = meeting().as('dev-1', 'participant');
    m.do('people/introduce', { name: 'cy', channel: 'online' });
    m.as('mod', 'online-moderator').do('people/update', { personId: 'dev-1', name: 'Cy Young' });
    m.as('dev-1', 'participant').do('people/introduce', {
      name: 'x',
      channel: 'online',
      organisation: 'Rude Inc.',
    });
    expect(JSON.stringify(redactState(m.state, 'public'))).not.toContain('Rude');
  });

  test('[P3] given a name that staff has written, when its person declares groups, then these are kept with those there were', () => {
    const m = meeting().as('ana', 'participant');
    m.do('people/introduce', { name: 'x', channel: 'onsite', groups: { region: 'Africa' } });
    const groups = { stakeholder: 'Civil Society', region: 'Africa' };
    expect(m.state.people[0]).toMatchObject({ name: 'Ana', groups });
    m.do('people/introduce', { name: 'x', channel: 'online' });
    expect(m.state.people[0]).toMatchObject({ channel: 'online', groups });
  });

  test('[P3] [P5] given more groups than a record may have, when they are declared or merged, then the log can still be read', () => {
    const groups = (letter: string) =>
      Object.fromEntries(Array.from('abcdef', (one) => [`${letter}${one}`, one]));
    const m = meeting();
    m.do('people/update', { personId: 'bo', groups: groups('b') });
    m.as('bo', 'participant').do('people/introduce', { name: 'Bo', channel: 'online', groups: groups('x') });
    m.as('host-1', 'host').do('people/update', { personId: 'ana', groups: groups('a') });
    m.do('people/merge', { personId: 'ana', otherPersonId: 'bo' });
    expect(m.commits.map((commit) => commitSchema.safeParse(commit).error)).toEqual(
      m.commits.map(() => undefined),
    );
    expect(Object.keys(m.state.people[0]?.groups ?? {})).toEqual([...Object.keys(groups('a')), 'ba', 'bb']);
  });

  test('[P5] given a phone whose person was merged into the roster, when it acts, then it acts as that person', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'ana m', channel: 'onsite', ...phone });
    m.as('mod', 'onsite-moderator').do('people/merge', { personId: 'ana', otherPersonId: 'dev-1' });
    m.as('dev-1', 'participant');
    expect(m.refusal('queue/join', { entryId: 'e2', channel: 'onsite', ...phone })).toBe(
      'queue/already-waiting',
    );
    m.do('queue/leave', { entryId: 'e1' });
    m.do('people/introduce', { name: 'x', channel: 'online' });
    expect(m.state.people).toMatchObject([
      { personId: 'ana', name: 'Ana', channel: 'online', devices: ['dev-1'] },
      {},
    ]);
    expect(JSON.stringify(redactState(m.state, 'public'))).not.toContain('dev-1');
  });

  test('[P5] given both have voted, answered or are muted, when merged, then each says it once, and the counts with it', () => {
    const m = discussion();
    m.do('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'consensus', text: 'x' });
    m.do('notes/ask', { noteId: 'n1' });
    for (const questionId of ['q1', 'q2', 'q3']) {
      m.do('questions/ask', { questionId, text: 'Why?', channel: 'online' });
      m.do('questions/triage', { questionId, passed: true });
    }
    const vote = (questionId: string) => ({ questionId, vote: true });
    for (const questionId of ['q1', 'q3']) m.as('bo', 'participant').do('questions/vote', vote(questionId));
    m.do('notes/endorse', { noteId: 'n1', stance: 'support' });
    m.as('dev-1', 'participant').do('people/introduce', { name: 'Bo', channel: 'onsite' });
    for (const questionId of ['q1', 'q2', 'q3']) m.do('questions/vote', vote(questionId));
    m.do('notes/endorse', { noteId: 'n1', stance: 'reservation' });
    m.as('dev-2', 'participant').do('questions/vote', vote('q1'));
    m.as('mod', 'onsite-moderator').do('questions/mute', { personId: 'dev-1', muted: true });
    m.do('questions/triage', { questionId: 'q3', passed: false });
    const before = redactState(m.state, 'public');
    const seq = m.do('people/merge', { personId: 'bo', otherPersonId: 'dev-1' });
    expect(m.state.questions).toMatchObject([
      { votes: 2, voters: ['bo', 'dev-2'] },
      { votes: 1, voters: ['bo'] },
      { votes: 1, voters: ['bo'] },
    ]);
    const counts = { onsite: { support: 0, reservation: 0 }, online: { support: 1, reservation: 0 } };
    expect(m.state.shows).toMatchObject([{ counts, answers: [{ personId: 'bo', stance: 'support' }] }]);
    expect(m.state.questionDesk.muted).toEqual(['bo']);
    const sent = must(redactCommit(must(m.commits.at(-1), 'commit'), 'public', seq - 1), 'what is sent');
    expect(apply(before, sent)).toEqual(redactState(m.state, 'public'));
    expect(JSON.stringify(sent)).not.toMatch(/dev-1|q3/);
    m.as('dev-1', 'participant');
    expect(m.refusal('questions/vote', vote('q2'))).toBe('questions/muted');
    const heard = m.as('mod', 'onsite-moderator').do('questions/mute', { personId: 'bo', muted: false });
    expect(m.as('dev-1', 'participant').refusal('questions/vote', vote('q2'))).toBe(
      'questions/already-voted',
    );
    m.as('dev-3', 'participant').do('questions/vote', vote('q2'));
    m.as('mod', 'onsite-moderator');
    for (const undone of [heard, seq]) m.do('history/undo', { seq: undone });
    expect(m.state.questionDesk.muted).toEqual(['dev-1']);
    expect(m.state.questions).toMatchObject([
      { votes: 3, voters: ['bo', 'dev-1', 'dev-2'] },
      { votes: 2, voters: ['dev-1', 'dev-3'] },
      { votes: 2, voters: ['bo', 'dev-1'] },
    ]);
    expect(m.state.shows).toMatchObject([
      { counts: { onsite: { reservation: 1 }, online: { support: 1 } }, answers: [{}, {}] },
    ]);
  });

  test('[P5] given only the record that goes has answered, when merged, then the answer is that of the one that is left', () => {
    const m = discussion();
    for (const noteId of ['n1', 'n2']) {
      m.do('notes/write', { noteId, baseRevision: 0, kind: 'consensus', text: 'x' });
      m.do('notes/ask', { noteId });
    }
    const support = { noteId: 'n1', stance: 'support' };
    m.as('dev-2', 'participant').do('notes/endorse', { ...support, channel: 'online' });
    m.as('dev-1', 'participant').do('people/introduce', { name: 'Bo', channel: 'online' });
    m.do('notes/endorse', support);
    m.as('mod', 'onsite-moderator').do('people/merge', { personId: 'bo', otherPersonId: 'dev-1' });
    m.as('dev-1', 'participant').do('notes/endorse', support);
    expect(m.state.shows.map((show) => show.counts.online.support)).toEqual([2, 0]);
  });
});
