import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../shared/apply.ts';
import { eventSchema } from '../../../shared/event.ts';
import { must } from '../../../shared/lib/assert.ts';
import { HISTORY_COMMITS_MAX } from '../../../shared/lib/limits.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { INITIAL_STATE, type State } from '../../../shared/state.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';
import { anyCommands, play } from '../../support/random-meeting.ts';

/** Everything that undo must put back; of a point, a wording or the agenda all but its revision, which is never used twice. */
const undoable = (state: State) => {
  const {
    history: _,
    invites: __,
    backchannel: ___,
    versions: ____,
    contacts: _____,
    questions: _6,
    ...rest
  } = state;
  return {
    ...rest,
    agenda: { ...state.agenda, revision: 0 },
    notes: state.notes.map((note) => ({ ...note, revision: 0 })),
    drafts: state.drafts?.map((draft) => ({ ...draft, revision: 0 })),
    shows: state.shows.map(({ answers: ______, counts: _______, ...show }) => show),
  };
};

describe('undo', () => {
  test('[H1] given a turn was ended by “next”, when that is undone, then it runs on as if it had never ended', () => {
    const m = discussion(2, 1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(30).do('queue/put-on-deck', { entryId: 'o1' });
    const before = m.state;
    const seq = m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    m.wait(7).do('history/undo', { seq });
    expect(undoable(m.state)).toEqual(undoable(before));
    m.wait(3);
    expect(fairness(m.state, m.nowMs)).toEqual(fairness(before, m.nowMs));
    expect(fairness(m.state, m.nowMs).channels.onsite.seconds).toBe(40);
  });

  test('[H1] given entries that left in between, when undo brings one back, then it stands where it stood', () => {
    const m = discussion(3);
    const seq = m.do('queue/leave', { entryId: 'r2' });
    const first = m.do('queue/leave', { entryId: 'r1' });
    m.do('history/undo', { seq });
    m.do('history/undo', { seq: first });
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['r1', 'r2', 'r3']);
  });

  test('[H2] given a later hand touched nothing of it, when “next” is undone, then the later hand stays', () => {
    const m = discussion(2);
    const seq = m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.do('queue/join', hand('late', 'online'));
    m.do('history/undo', { seq });
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['r1', 'r2', 'late']);
  });

  test('[H2] given a later commit builds on it, when it is undone, then that is refused until the later is', () => {
    const m = discussion(2);
    const first = m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const second = m.do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' });
    expect(m.ask('history/undo', { seq: first })).toEqual({
      code: 'history/depends',
      params: { seq: second },
    });
    m.do('history/undo', { seq: second });
    m.do('history/undo', { seq: first });
    expect(m.state.floor.turn).toBeNull();
    expect(m.state.queue.entries).toHaveLength(2);
  });

  test('[H2] given a later commit was undone and redone, when an earlier one is undone, then the redone one counts', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const first = m.do('floor/adjust', { turnId: 't1', seconds: 60 });
    const second = m.do('floor/adjust', { turnId: 't1', seconds: 30 });
    const undone = m.do('history/undo', { seq: second });
    m.do('history/undo', { seq: undone });
    expect(m.refusal('history/undo', { seq: first })).toBe('history/depends');
    expect(m.state.floor.turn?.limitMs).toBe(210_000);
  });

  test('[H2] given two were undone, when the later is redone first, then that is refused', () => {
    const m = discussion(2);
    const first = m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const second = m.do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' });
    const redoSecond = m.do('history/undo', { seq: second });
    const redoFirst = m.do('history/undo', { seq: first });
    expect(m.refusal('history/undo', { seq: redoSecond })).toBe('history/depends');
    m.do('history/undo', { seq: redoFirst });
    m.do('history/undo', { seq: redoSecond });
    expect(m.state.floor.turn?.turnId).toBe('t2');
  });

  test('[H2] given the person has raised the hand again, when the old hand would come back, then that is refused', () => {
    const m = discussion();
    const join = (entryId: string) => ({
      entryId,
      personId: 'ana',
      channel: 'onsite',
      door: 'room',
      kind: 'topic',
    });
    m.do('queue/join', join('e1'));
    const seq = m.do('queue/leave', { entryId: 'e1' });
    m.do('queue/join', join('e2'));
    expect(m.refusal('history/undo', { seq })).toBe('history/depends');
  });

  test('[H3] given a commit was undone, when it is undone again, then that is refused, and its undo is a redo', () => {
    const m = discussion(1);
    const seq = m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const given = m.state;
    const undone = m.do('history/undo', { seq });
    expect(m.refusal('history/undo', { seq })).toBe('history/already-undone');
    m.do('history/undo', { seq: undone });
    expect(undoable(m.state)).toEqual(undoable(given));
    expect(m.refusal('history/undo', { seq: 999 })).toBe('history/no-such-commit');
    // Redone, it counts again, and can be taken back again.
    m.do('history/undo', { seq });
    expect(m.state.floor.turn).toBeNull();
    expect(m.refusal('history/undo', { seq })).toBe('history/already-undone');
  });

  test('[H3] given an undo in the log, when it is read, then its records must look like records', () => {
    const event = { type: 'history/undone', v: 1, seq: 3, records: [{ table: 'open', value: true }] };
    expect(eventSchema.parse(event)).toEqual(event);
    for (const record of ['open', null, { table: 'open' }, { value: true }]) {
      expect(eventSchema.safeParse({ ...event, records: [record] }).success).toBe(false);
    }
  });

  test('[H1] given the policy questions were changed, when that is undone, then the old ones are back', () => {
    const m = meeting();
    const seq = m.do('session/configure', { policyQuestions: [{ policyQuestionId: 'pq', text: 'Why?' }] });
    m.do('history/undo', { seq });
    expect(m.state.policyQuestions).toEqual([]);
  });

  test('[H2] given a session was just created, when that is undone, then it is refused: nothing would be left', () => {
    expect(meeting().refusal('history/undo', { seq: 1 })).toBe('history/no-such-commit');
  });

  test('[H3] given a commit that changed no record, when it is undone, then there is nothing to undo', () => {
    const m = discussion();
    const seq = m.do('invites/issue', { inviteId: 'x', roles: ['display'] });
    expect(m.refusal('history/undo', { seq })).toBe('history/no-such-commit');
  });

  test('[H4] given commits of two people, when a liaison undoes, then only the own ones', () => {
    const m = discussion().as('li', 'liaison');
    const own = m.do('queue/join', hand('e1', 'online'));
    const others = m.as('mod', 'onsite-moderator').do('queue/join', hand('e2', 'onsite'));
    m.as('li', 'liaison');
    expect(m.refusal('history/undo', { seq: others })).toBe('forbidden');
    m.do('history/undo', { seq: own });
    m.as('mod', 'online-moderator').do('history/undo', { seq: others });
    expect(m.state.queue.entries).toEqual([]);
  });

  test('[H5] given more than 100 commits, when the history is read, then it holds the last 100', () => {
    const m = discussion();
    for (let i = 0; i < HISTORY_COMMITS_MAX + 20; i += 1) m.do('queue/join', hand(`e${i}`, 'onsite'));
    expect(m.state.history).toHaveLength(HISTORY_COMMITS_MAX);
    expect(m.refusal('history/undo', { seq: 3 })).toBe('history/no-such-commit');
  });

  test('[H1] for any meeting: undoing the last commit gives the state before it, and undoing that the state after', () => {
    fc.assert(
      fc.property(anyCommands(30), (commands) => {
        const m = meeting();
        play(m, commands);
        const last = must(m.state.history?.at(-1), 'a commit');
        if (last.seq === 1 || last.before.length === 0 || last.undoes !== undefined) return;
        const after = m.state;
        const undone = m.as('host-1', 'host').do('history/undo', { seq: last.seq });
        const before = replayed(m.commits.slice(0, last.seq - 1));
        expect(undoable(m.state)).toEqual(undoable(before));
        m.do('history/undo', { seq: undone });
        expect(undoable(m.state)).toEqual(undoable(after));
      }),
      { numRuns: 300 },
    );
  });

  test('[H2] given somebody spoke since the session began, when the beginning is undone, then that is refused', () => {
    const spoken = meeting();
    const start = spoken.do('session/start');
    spoken.do('queue/join', hand('e1', 'onsite'));
    spoken.do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    const depends = { code: 'history/depends', params: { seq: start } };
    expect(spoken.ask('history/undo', { seq: start })).toEqual(depends);
    const ended = spoken.do('floor/end', { turnId: 't1' });
    expect(spoken.ask('history/undo', { seq: start })).toEqual(depends);
    spoken.do('history/undo', { seq: ended });
    expect(spoken.ask('history/undo', { seq: start })).toEqual(depends);
    // A turn from before the beginning is none of it.
    const early = meeting();
    early.do('queue/join', hand('e1', 'onsite'));
    early.do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    early.do('history/undo', { seq: early.do('session/start') });
    expect(early.state.session.startedAtMs).toBeNull();
  });

  test('[H2] given an item was begun since the session began, when the beginning is undone, then that is refused', () => {
    const m = meeting(planOfDiscussion());
    const start = m.do('session/start');
    const begun = m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    expect(m.refusal('history/undo', { seq: start })).toBe('history/depends');
    m.do('history/undo', { seq: begun });
    m.do('history/undo', { seq: start });
    expect(m.state.session.startedAtMs).toBeNull();
  });

  test('[H2] given somebody of the roster waits, when the record is undone, then that is refused until the hand is down', () => {
    const m = discussion();
    const added = m.do('people/add', { personId: 'new', name: 'Noor', channel: 'online' });
    m.do('queue/join', { entryId: 'e1', personId: 'new', channel: 'online', door: 'zoom', kind: 'topic' });
    expect(m.ask('history/undo', { seq: added })).toEqual({
      code: 'history/depends',
      params: { seq: added },
    });
    const left = m.do('queue/leave', { entryId: 'e1' });
    m.do('history/undo', { seq: added });
    expect(m.refusal('history/undo', { seq: left })).toBe('history/depends');
    expect(m.state.people.some((person) => person.personId === 'new')).toBe(false);
  });

  test('[H2] given the session is stopped or over, when an undo would let a clock run, then it is refused', () => {
    const stopped = discussion(1);
    stopped.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const ended = stopped.wait(10).do('floor/end', { turnId: 't1' });
    const stop = stopped.do('session/pause');
    expect(stopped.refusal('history/undo', { seq: ended })).toBe('history/depends');
    stopped.do('history/undo', { seq: stop });
    stopped.do('history/undo', { seq: ended });
    expect(stopped.state.floor.turn?.turnId).toBe('t1');
    const over = discussion(1);
    over.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const last = over.wait(10).do('floor/end', { turnId: 't1' });
    over.do('session/end');
    expect(over.refusal('history/undo', { seq: last })).toBe('history/depends');
  });
});

function replayed(commits: ReturnType<typeof meeting>['commits']): State {
  return commits.reduce((state, commit) => apply(state, commit), INITIAL_STATE);
}
