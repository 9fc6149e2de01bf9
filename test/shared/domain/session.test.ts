import { describe, expect, test } from 'vitest';
import { apply } from '../../../shared/apply.ts';
import { planOf } from '../../../shared/create.ts';
import { spentMs } from '../../../shared/domain/agenda/slice.ts';
import { elapsedMs } from '../../../shared/domain/floor/slice.ts';
import { must } from '../../../shared/lib/assert.ts';
import { planSchema } from '../../../shared/plan.ts';
import { redactState } from '../../../shared/redact.ts';
import { INITIAL_STATE } from '../../../shared/state.ts';
import { discussion, meeting, planOfDiscussion } from '../../support/meeting.ts';

describe('session', () => {
  test('[S1] given a new session, when it is started, then a second start is refused', () => {
    const m = meeting();
    m.do('session/start');
    expect(m.state.session.startedAtMs).toBe(m.nowMs);
    expect(m.refusal('session/start')).toBe('session/already-started');
  });

  test('[S1] given a session that has not started, when it is ended, stopped or resumed, then that is refused', () => {
    const m = meeting();
    expect(m.refusal('session/end')).toBe('session/not-started');
    expect(m.refusal('session/pause')).toBe('session/not-started');
    expect(m.refusal('session/resume')).toBe('session/not-paused');
  });

  test('[S1] given a running turn, when the session ends, then the turn ends with it and nothing goes on', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(30).do('session/end');
    expect(m.state.floor.turn).toBeNull();
    expect(m.state.turns[0]?.spokenMs).toBe(30_000);
    expect(m.refusal('session/end')).toBe('session/ended');
    expect(m.refusal('session/pause')).toBe('session/ended');
    expect(
      m.refusal('floor/give', { turnId: 't2', person: { name: 'X', channel: 'onsite' }, afterTurnId: 't1' }),
    ).toBe('session/ended');
  });

  test('[S1] given nobody speaks, when the session ends, then it just ends', () => {
    const m = discussion();
    m.do('session/end');
    expect(m.commits.at(-1)?.events.map((event) => event.type)).toEqual(['session/ended']);
  });

  test('[S2] given a running turn and item, when a technical stop of 60 s is over, then neither clock has moved', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(20).do('session/pause');
    expect(m.refusal('session/pause')).toBe('session/already-paused');
    m.wait(60).do('session/resume');
    m.wait(5);
    const item = must(m.state.agenda.items[2], 'talk');
    expect(elapsedMs(must(m.state.floor.turn, 'turn'), m.nowMs)).toBe(25_000);
    expect(spentMs(item, m.nowMs)).toBe(m.nowMs - must(item.startedAtMs, 'start') - 60_000);
  });

  test('[S9] given technical stops, when they are over, then the staff has how many and how long; the last may end with the session', () => {
    const m = discussion();
    expect(m.state.stops).toEqual({ count: 0, ms: 0 });
    m.do('session/pause');
    expect(m.state.stops).toEqual({ count: 0, ms: 0 });
    m.wait(60).do('session/resume');
    m.wait(5).do('session/pause');
    m.wait(7).do('session/end');
    expect(m.state.stops).toEqual({ count: 2, ms: 67_000 });
    expect(redactState(m.state, 'staff').stops).toEqual({ count: 2, ms: 67_000 });
    expect(redactState(m.state, 'public')).not.toHaveProperty('stops');
  });

  test('[S9] given a stop or its end is taken back and done again, when stops are counted, then it is as if it had been so from the start', () => {
    const m = discussion();
    const first = m.do('session/pause');
    m.wait(10).do('history/undo', { seq: first });
    expect(m.state.stops).toEqual({ count: 0, ms: 0 });
    m.wait(10).do('session/pause');
    const end = m.wait(20).do('session/resume');
    const undo = m.wait(5).do('history/undo', { seq: end });
    expect(m.state.stops).toEqual({ count: 0, ms: 0 });
    m.wait(5).do('history/undo', { seq: undo });
    expect(m.state.stops).toEqual({ count: 1, ms: 20_000 });
    const title = m.do('session/configure', { title: 'Another' });
    m.do('history/undo', { seq: title });
    expect(m.state.stops).toEqual({ count: 1, ms: 20_000 });
    // Nothing of it is in the log, so that a log from before they were counted has them too.
    expect(JSON.stringify(m.commits)).not.toContain('stops');
    expect(m.commits.reduce(apply, INITIAL_STATE).stops).toEqual(m.state.stops);
  });

  test('[S2] given a turn that is paused already, when a stop comes and goes, then it stays paused', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(10).do('floor/pause', { turnId: 't1' });
    m.wait(5).do('session/pause');
    m.wait(5).do('session/resume');
    expect(m.state.floor.turn?.pausedAtMs).toBe(m.nowMs - 10_000);
  });

  test('[S2] given a stop lasts, when somebody would give the floor or let a turn go on, then that is refused', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.do('session/pause');
    expect(m.refusal('floor/give', { turnId: 't2', entryId: 'r1', afterTurnId: 't1' })).toBe(
      'session/already-paused',
    );
    expect(m.refusal('floor/resume', { turnId: 't1' })).toBe('session/already-paused');
    m.wait(60).do('floor/end', { turnId: 't1' });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 0, pausedMs: 60_000 });
    expect(m.state.turns[0]).not.toHaveProperty('stopped');
  });

  test('[S2] given a pause and a stop in the same moment, when the stop ends, then the pause lasts', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.do('floor/pause', { turnId: 't1' });
    m.do('session/pause');
    m.wait(5).do('session/resume');
    expect(m.state.floor.turn?.pausedAtMs).toBe(m.nowMs - 5_000);
  });

  test('[S2] given nobody speaks, when a stop comes and goes, then the floor stays free', () => {
    const m = discussion();
    m.do('session/pause');
    m.do('session/resume');
    expect(m.state.floor.turn).toBeNull();
    expect(m.state.session.pausedAtMs).toBeNull();
  });

  test('[S3] given a session, when one field is configured, then only that one changes', () => {
    const m = meeting();
    const before = m.state;
    m.do('session/configure', { title: 'Another title', code: 'WS #1' });
    expect(m.state.session).toEqual({ ...before.session, title: 'Another title', code: 'WS #1' });
    m.do('session/configure', {
      policyQuestions: [{ policyQuestionId: 'pq-1', text: 'Why?' }],
      series: null,
    });
    expect(m.state.policyQuestions).toEqual([{ policyQuestionId: 'pq-1', text: 'Why?' }]);
    m.do('session/configure', { fairness: { weights: { onsite: 0.7, online: 0.3 } } });
    m.do('session/configure', { fairness: { turnLimitSeconds: 90 }, code: null });
    expect(m.state.session.fairness).toEqual({
      ...before.session.fairness,
      weights: { onsite: 0.7, online: 0.3 },
      turnLimitSeconds: 90,
    });
    expect(m.state.session.code).toBeNull();
  });

  test('[S3] given notes of an importer, when one is settled, then the others stay', () => {
    const note = (noteId: string) => ({ noteId, field: 'people', code: 'channel-assumed', params: {} });
    const m = meeting(planOfDiscussion({ notes: [note('n1'), note('n2')] }));
    m.do('session/configure', { settledNoteIds: ['n1'] });
    expect(m.state.session.notes).toEqual([note('n2')]);
  });

  test('[S4] given a plan, when a session is made of it, then the session gives the same plan back', () => {
    const plan = planSchema.parse(
      planOfDiscussion({
        code: 'WS #377',
        series: 'IGF 2023',
        minutes: 90,
        policyQuestions: [{ policyQuestionId: 'pq-1', text: 'Which roles?' }],
      }),
    );
    const back = planOf(meeting(plan).state);
    const fair = plan.agenda.map((item) => ({ ...item, fair: item.kind === 'discussion' }));
    const { minutes: _, ...kept } = plan;
    expect(back).toEqual({ ...kept, agenda: fair });
  });

  test('[S4] given a plan of several days, when it is taken back, then it is still a plan', () => {
    const day = (n: number) => ({ itemId: `d${n}`, kind: 'other' as const, title: `Day ${n}`, minutes: 600 });
    const back = planOf(meeting(planOfDiscussion({ agenda: [1, 2, 3].map(day) })).state);
    expect(planSchema.parse(back)).toEqual(back);
  });

  test('[S4] given people who introduced themselves, when the plan is taken, then they are not in it', () => {
    const m = meeting(planOfDiscussion({ agenda: [], notes: [] }));
    m.as('p9', 'participant').do('people/introduce', { name: 'Cy', channel: 'online' });
    expect(planOf(m.state).people.map((person) => person.name)).toEqual(['Ana', 'Bo 博']);
    expect(planOf({ ...m.state, session: { ...m.state.session, notes: undefined } }).notes).toEqual([]);
  });
});
