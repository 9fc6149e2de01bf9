import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../shared/apply.ts';
import { must } from '../../shared/lib/assert.ts';
import { fingerprint } from '../../shared/lib/fingerprint.ts';
import { AUDIENCES } from '../../shared/lib/vocabulary.ts';
import { redactCommit, redactState } from '../../shared/redact.ts';
import { INITIAL_STATE, type State } from '../../shared/state.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../support/meeting.ts';
import { anyCommands, play } from '../support/random-meeting.ts';

/** As it goes over the wire: absent fields are absent. */
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function checkLaw(
  commits: ReturnType<typeof meeting>['commits'],
  audience: (typeof AUDIENCES)[number],
): void {
  let full: State = INITIAL_STATE;
  let seen: State = redactState(INITIAL_STATE, audience);
  for (const commit of commits) {
    full = apply(full, commit);
    const sent = redactCommit(commit, audience, commit.seq - 1);
    if (sent) seen = apply(seen, wire(sent));
    expect(wire(seen), `after commit ${commit.seq} ${JSON.stringify(commit.events)}`).toEqual(
      wire(redactState(full, audience)),
    );
  }
  expect(fingerprint(seen)).toBe(fingerprint(redactState(full, audience)));
}

describe('redaction', () => {
  for (const audience of AUDIENCES) {
    test(`[R2] [U19] for any meeting: what ${audience} folds is what ${audience} may see, by its fingerprint too`, () => {
      fc.assert(
        fc.property(anyCommands(60), (steps) => {
          const note = { noteId: 'n1', field: 'people', code: 'channel-assumed', params: {} };
          const m = meeting(planOfDiscussion({ notes: [note] }));
          play(m, steps);
          checkLaw(m.commits, audience);
        }),
        { numRuns: 400 },
      );
    });
  }

  test('[R2] for any meeting: most of the random commands are taken, so that the law is about something', () => {
    const taken = fc
      .sample(anyCommands(60), { numRuns: 300, seed: 1 })
      .map((steps) => play(meeting(), steps) / steps.length);
    expect(taken.reduce((sum, share) => sum + share, 0) / taken.length).toBeGreaterThan(0.33);
  });

  test('[R3] given staff business, when it is redacted for the public, then nothing of it is left', () => {
    const note = { noteId: 'n1', field: 'people', code: 'channel-assumed', params: {} };
    const m = meeting(planOfDiscussion({ notes: [note] }));
    m.as('dev-1', 'participant').do('people/introduce', { name: 'Secret Name', channel: 'online' });
    m.as('mod-1', 'onsite-moderator').do('queue/join', hand('e1', 'onsite'));
    m.do('queue/join', hand('e2', 'onsite'));
    m.do('floor/give', { turnId: 't1', entryId: 'e2', afterTurnId: null, reason: 'Secret Reason' });
    const ended = m.do('floor/end', { turnId: 't1' });
    const back = m.do('history/undo', { seq: ended });
    const again = m.do('history/undo', { seq: back });
    m.do('history/undo', { seq: again });
    m.do('history/undo', { seq: ended - 1 });
    m.do('queue/leave', { entryId: 'e1', reason: 'Secret Reason' });
    m.do('session/configure', { settledNoteIds: ['n1'] });
    m.do('invites/revoke', { inviteId: 'invite-display' });
    m.do('backchannel/send', {
      messageId: 'psst-1',
      text: 'Secret Text',
      urgency: 'high',
      about: 'Secret Name',
    });
    m.as('mod-2', 'online-moderator').do('backchannel/acknowledge', { messageId: 'psst-1' });
    const sent = m.commits.map((commit) => redactCommit(commit, 'public', 0));
    const seen = JSON.stringify([sent, redactState(m.state, 'public')]);
    expect(seen).not.toMatch(/"proposedEntryId":"/);
    for (const secret of [
      'Secret',
      'psst',
      'backchannel',
      'invite-',
      'mod-1',
      'mod-2',
      'dev-1',
      'channel-assumed',
    ]) {
      expect(seen).not.toContain(secret);
    }
    expect(sent.filter((commit) => commit === null)).toHaveLength(4);
    expect(sent[2]?.actor).toBe('onsite-moderator');
    expect(redactCommit(m.commits[1] as never, 'staff', 0)?.actor).toEqual({
      personId: 'dev-1',
      role: 'participant',
    });
  });

  test('[R3] given somebody who only said who they are, when that is undone or merged, then the public gets no id of them', () => {
    const m = discussion().as('dev-1', 'participant');
    const introduced = m.do('people/introduce', { name: 'Cy', channel: 'online' });
    m.as('mod', 'onsite-moderator').do('history/undo', { seq: introduced });
    m.as('dev-2', 'participant').do('people/introduce', { name: 'Di', channel: 'online' });
    const merged = m
      .as('mod', 'onsite-moderator')
      .do('people/merge', { personId: 'ana', otherPersonId: 'dev-2' });
    m.do('history/undo', { seq: merged });
    checkLaw(m.commits, 'public');
    const sent = JSON.stringify(m.commits.map((commit) => redactCommit(commit, 'public', 0)));
    expect(sent).not.toMatch(/dev-[12]/);
    expect(JSON.stringify(m.commits)).toMatch(/dev-1.*dev-2/);
  });

  test('[R3] given the public knows whose turn it was, when that person is merged, then the turn goes over for everybody', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', door: 'phone', kind: 'topic' });
    m.as('mod', 'onsite-moderator').do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    m.do('people/merge', { personId: 'ana', otherPersonId: 'dev-1' });
    checkLaw(m.commits, 'public');
    expect(redactState(m.state, 'public').floor.turn?.personId).toBe('ana');
  });

  test('[R3] given a person’s record was vetted and that is undone, when the public looks, then the person is gone again', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('people/introduce', { name: 'Cy', channel: 'online' });
    const vetted = m
      .as('mod', 'onsite-moderator')
      .do('people/update', { personId: 'dev-1', name: 'Cy Young' });
    expect(redactState(m.state, 'public').people.map((person) => person.name)).toContain('Cy Young');
    m.do('history/undo', { seq: vetted });
    const added = m.do('people/add', { personId: 'new', name: 'New', channel: 'onsite' });
    m.do('history/undo', { seq: added });
    checkLaw(m.commits, 'public');
    expect(JSON.stringify(redactState(m.state, 'public'))).not.toContain('Cy');
  });

  test('[R5] given people with groups, however they came, when the public looks, then nobody’s groups are there', () => {
    const groups = { stakeholder: 'Secret Group', gender: 'Secret Gender' };
    const m = meeting();
    m.do('people/add', { personId: 'new', name: 'New', channel: 'onsite', groups });
    const changed = m.do('people/update', {
      personId: 'new',
      groups: { ...groups, region: 'Secret Region' },
    });
    m.do('people/update', { personId: 'new', name: 'Newer' });
    m.do('people/merge', { personId: 'new', otherPersonId: 'bo' });
    m.do('session/configure', { fairness: { balancedGroup: 'gender', windowSeconds: 300 } });
    expect(m.refusal('history/undo', { seq: changed })).toBe('history/depends');
    const seen = JSON.stringify([
      m.commits.map((commit) => redactCommit(commit, 'public', 0)),
      redactState(m.state, 'public'),
    ]);
    for (const secret of ['Secret', 'Civil Society']) expect(seen).not.toContain(secret);
    expect(JSON.stringify(redactState(m.state, 'staff'))).toContain('Secret Region');
  });

  test('[R4] given staff only locks the side of a self-typed person, when the commit is sent, then the public gets none', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('people/introduce', { name: 'Cy', channel: 'online' });
    m.as('mod', 'onsite-moderator').do('people/update', { personId: 'dev-1', lockedSide: true });
    const commit = must(m.commits.at(-1), 'commit');
    expect(redactCommit(commit, 'public', 0)).toBeNull();
    expect(redactCommit(commit, 'staff', 0)?.events).toHaveLength(1);
  });

  test('[R4] given a self-typed name and topic, when staff has not seen them, then the public does not either', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', {
      entryId: 'e1',
      name: 'Cy',
      channel: 'online',
      door: 'phone',
      kind: 'topic',
      topic: 'x',
    });
    const entry = () => redactState(m.state, 'public').queue.entries[0];
    expect(Object.keys(entry() ?? {}).toSorted()).toEqual([
      'channel',
      'door',
      'entryId',
      'itemId',
      'joinedAtMs',
      'kind',
      'seq',
    ]);
    m.as('mod', 'onsite-moderator').do('queue/update', { entryId: 'e1', name: 'Cy Young' });
    expect(entry()).toMatchObject({ name: 'Cy Young', personId: 'dev-1' });
    expect(entry()?.topic).toBeUndefined();
    m.do('queue/put-on-deck', { entryId: 'e1' });
    expect(entry()?.topic).toBe('x');
  });

  test('[R4] given a roster person raises the hand by phone, when the public looks, then the name is there at once', () => {
    const m = discussion().as('ana', 'participant');
    m.do('queue/join', { entryId: 'e1', channel: 'onsite', door: 'phone', kind: 'topic', topic: 'x' });
    const [entry] = redactState(m.state, 'public').queue.entries;
    expect(entry).toMatchObject({ name: 'Ana', personId: 'ana' });
    expect(entry?.topic).toBeUndefined();
  });
});
