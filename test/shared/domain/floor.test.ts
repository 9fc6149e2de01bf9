import { describe, expect, test } from 'vitest';
import type { Commit } from '../../../shared/commit.ts';
import { elapsedMs } from '../../../shared/domain/floor/slice.ts';
import type { Event } from '../../../shared/event.ts';
import { eventSchema } from '../../../shared/event.ts';
import { must } from '../../../shared/lib/assert.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

const running = (m: ReturnType<typeof meeting>) => must(m.state.floor.turn, 'running turn');
const spoken = (m: ReturnType<typeof meeting>) => elapsedMs(running(m), m.nowMs) / 1_000;

/** r1 has had the floor for 20 s. */
function speaking() {
  const m = discussion(2, 2);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  return m.wait(20);
}

describe('floor', () => {
  test('[F1] given two moderators who saw the same turn, when both give the floor, then it advances once', () => {
    const m = speaking();
    m.as('mod-1', 'onsite-moderator').do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    m.as('mod-2', 'online-moderator');
    expect(m.ask('floor/give', { turnId: 't3', entryId: 'o2', afterTurnId: 't1' })).toEqual({
      code: 'floor/moved-on',
      params: { turnId: 't2', name: 'Guest o1' },
    });
    expect(running(m).turnId).toBe('t2');
  });

  test('[F1] given no turn yet, when somebody names one as seen, then that is refused', () => {
    const m = discussion(1);
    expect(m.ask('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: 't0' })).toEqual({
      code: 'floor/moved-on',
      params: { turnId: '', name: '' },
    });
  });

  test('[F1] given a turn id that was used, when it is used again, then that is invalid', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    expect(m.refusal('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't2' })).toBe('invalid');
    expect(m.refusal('floor/give', { turnId: 't1', entryId: 'r2', afterTurnId: 't2' })).toBe('invalid');
  });

  test('[F2] given a running turn, when the floor is given on, then one commit ends the one and begins the other', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    expect(m.commits.at(-1)?.events.map((event) => event.type)).toEqual(['floor/ended', 'floor/given']);
    expect(m.state.turns).toMatchObject([{ turnId: 't1', spokenMs: 20_000, endedAtMs: m.nowMs }]);
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['r2', 'o2']);
  });

  test('[F3] given a turn that is over, when a stuck click about it arrives, then it does nothing but say so', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    for (const name of ['floor/end', 'floor/pause', 'floor/resume'] as const) {
      expect(m.refusal(name, { turnId: 't1' })).toBe('floor/moved-on');
    }
    expect(m.refusal('floor/adjust', { turnId: 't1', seconds: 30 })).toBe('floor/moved-on');
    m.do('floor/end', { turnId: 't2' });
    expect(m.ask('floor/end', { turnId: 't2' })).toEqual({
      code: 'floor/moved-on',
      params: { turnId: '', name: '' },
    });
  });

  test('[F4] given a turn of 20 s, when it is paused for 60 s, then the clock stands and goes on', () => {
    const m = speaking();
    expect(m.refusal('floor/resume', { turnId: 't1' })).toBe('floor/not-paused');
    m.do('floor/pause', { turnId: 't1' });
    expect(m.refusal('floor/pause', { turnId: 't1' })).toBe('floor/already-paused');
    m.wait(60);
    expect(spoken(m)).toBe(20);
    m.do('floor/resume', { turnId: 't1' });
    m.wait(130);
    expect(spoken(m)).toBe(150);
    m.do('floor/end', { turnId: 't1' });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 150_000, pausedMs: 60_000 });
  });

  test('[F4] given a paused turn, when it is ended, then the open pause is not spoken time', () => {
    const m = speaking();
    m.do('floor/pause', { turnId: 't1' });
    m.wait(40).do('floor/end', { turnId: 't1' });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 20_000, pausedMs: 40_000 });
  });

  test('[F5] given settings, a speech and a command, when nothing else is said, then each has its limit', () => {
    const m = speaking();
    expect(running(m).limitMs).toBe(120_000);
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1', limitSeconds: 45 });
    expect(running(m).limitMs).toBe(45_000);
    m.do('agenda/begin', { itemId: 'speeches', afterItemId: 'talk' });
    m.do('floor/give', { turnId: 't3', person: { personId: 'ana' }, afterTurnId: 't2' });
    expect(running(m).limitMs).toBe(8 * 60_000);
  });

  test('[F5] given a running turn, when 30 s are granted and 500 taken, then the limit moves, never below zero', () => {
    const m = speaking();
    m.do('floor/adjust', { turnId: 't1', seconds: 30 });
    expect(running(m).limitMs).toBe(150_000);
    m.do('floor/adjust', { turnId: 't1', seconds: -500 });
    expect(running(m).limitMs).toBe(0);
  });

  test('[F6] given people with and without a hand, when they are called, then each way gives the right speaker', () => {
    const m = discussion(1);
    m.do('queue/join', {
      entryId: 'a1',
      personId: 'ana',
      channel: 'onsite',
      door: 'phone',
      kind: 'reply',
      topic: 'GPUs',
    });
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    expect(running(m)).toMatchObject({ entryId: 'a1', personId: 'ana', kind: 'reply', topic: 'GPUs' });
    m.do('floor/give', { turnId: 't2', person: { personId: 'bo' }, afterTurnId: 't1' });
    expect(running(m)).toMatchObject({ entryId: null, personId: 'bo', name: 'Bo 博', channel: 'online' });
    m.do('floor/give', { turnId: 't3', person: { name: 'Row C', channel: 'onsite' }, afterTurnId: 't2' });
    expect(running(m)).toMatchObject({ entryId: null, name: 'Row C', channel: 'onsite' });
    m.do('floor/give', { turnId: 't4', person: { personId: 'bo', channel: 'onsite' }, afterTurnId: 't3' });
    expect(running(m).channel).toBe('onsite');
  });

  test('[F6] given nobody that the command could mean, when the floor is given, then it says what is missing', () => {
    const m = discussion(1);
    const give = (more: object) => m.refusal('floor/give', { turnId: 't1', afterTurnId: null, ...more });
    expect(give({ entryId: 'gone' })).toBe('queue/no-such-entry');
    expect(give({ person: { personId: 'nobody' } })).toBe('people/no-such-person');
    expect(give({ person: { name: 'Row C' } })).toBe('invalid');
    expect(give({ person: { channel: 'online' } })).toBe('invalid');
    expect(give({})).toBe('invalid');
    expect(give({ entryId: 'r1', person: { name: 'Row C', channel: 'onsite' } })).toBe('invalid');
  });

  test('[F11] given an override without a reason, when it is explained in the turn or later, then it keeps the reason', () => {
    const m = discussion(2, 1);
    m.do('floor/give', { turnId: 't1', entryId: 'r2', afterTurnId: null, proposedEntryId: 'r1' });
    m.do('floor/explain', { turnId: 't1', reason: 'a reply to the point' });
    expect(running(m).override).toEqual({ reason: 'a reply to the point', insteadOf: 'Guest r1' });
    m.do('floor/end', { turnId: 't1' });
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1', proposedEntryId: 'o1' });
    const seq = m.do('floor/explain', { turnId: 't1', reason: 'time zone' });
    expect(m.state.turns[0]?.override).toEqual({ reason: 'time zone', insteadOf: 'Guest r1' });
    m.do('history/undo', { seq });
    expect(m.state.turns[0]?.override).toEqual({ reason: 'a reply to the point', insteadOf: 'Guest r1' });
    expect(m.refusal('floor/explain', { turnId: 't2', reason: 'x' })).toBe('floor/no-override');
    expect(m.refusal('floor/explain', { turnId: 't9', reason: 'x' })).toBe('floor/no-such-turn');
    expect(redactCommit(m.commits[seq - 1] as Commit, 'public', 0)).toBeNull();
  });

  test('[F7] given a proposal, when another is called, then it is an override with its reason', () => {
    const m = speaking();
    m.do('floor/give', {
      turnId: 't2',
      entryId: 'r2',
      afterTurnId: 't1',
      proposedEntryId: 'o1',
      reason: 'expert',
    });
    expect(running(m)).toMatchObject({ override: { reason: 'expert' }, choice: { proposedEntryId: 'o1' } });
    m.do('floor/give', { turnId: 't3', entryId: 'o1', afterTurnId: 't2', proposedEntryId: 'o1' });
    expect(running(m).override).toBeUndefined();
  });

  test('[F7] given a sender that names no proposal, when the floor is given, then the rule is asked itself', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    expect(running(m)).toMatchObject({
      choice: { proposedEntryId: 'o1', waiting: { onsite: 1, online: 2 } },
    });
    expect(running(m).override).toBeUndefined();
    m.do('floor/give', { turnId: 't3', entryId: 'r2', afterTurnId: 't2' });
    expect(running(m).override).toEqual({ insteadOf: 'Guest o2' });
    m.do('floor/give', { turnId: 't4', entryId: 'o2', afterTurnId: 't3', proposedEntryId: null });
    expect(running(m).override).toBeUndefined();
  });

  test('[F7] given somebody is proposed, when the panel replies or a technical word is said, then that is no override', () => {
    const m = speaking();
    for (const [turnId, charge, afterTurnId] of [
      ['t2', 'panel', 't1'],
      ['t3', null, 't2'],
    ] as const) {
      m.do('floor/give', { turnId, person: { personId: 'ana' }, charge, afterTurnId, proposedEntryId: 'o1' });
      expect(running(m).override).toBeUndefined();
    }
    m.do('floor/give', {
      turnId: 't4',
      person: { personId: 'ana' },
      afterTurnId: 't3',
      proposedEntryId: 'o1',
    });
    expect(running(m).override).toEqual({ insteadOf: 'Guest o1' });
  });

  test('[F7] given hands that wait during the prepared speeches, when the panel speaks, then that is no override', () => {
    const m = meeting();
    m.do('queue/join', hand('r1', 'onsite'));
    m.do('agenda/begin', { itemId: 'opening', afterItemId: null });
    m.do('floor/give', {
      turnId: 't1',
      person: { personId: 'ana' },
      afterTurnId: null,
      proposedEntryId: 'r1',
    });
    expect(running(m)).toMatchObject({ name: 'Ana', charge: 'onsite', choice: { proposedEntryId: 'r1' } });
    expect(running(m).override).toBeUndefined();
  });

  test('[F7] given no item of the agenda has begun, when another than the proposed one is called, then that is no override; without an agenda it is', () => {
    for (const [m, isOverride] of [
      [meeting(), false],
      [meeting(planOfDiscussion({ agenda: [] })), true],
    ] as const) {
      for (const id of ['a', 'b']) m.wait(1).do('queue/join', hand(id, 'onsite'));
      m.do('floor/give', { turnId: 't1', entryId: 'b', afterTurnId: null, proposedEntryId: 'a' });
      m.wait(30).do('floor/end', { turnId: 't1' });
      const { overrides, balance } = report(m.state, m.nowMs);
      expect([overrides.length > 0, balance.onsite.turns > 0]).toEqual([isOverride, isOverride]);
    }
  });

  test('[F8] given a panellist who replies, when the panel or nobody pays, then no side does', () => {
    const m = speaking();
    expect(running(m).charge).toBe('onsite');
    m.do('floor/give', { turnId: 't2', person: { personId: 'ana' }, afterTurnId: 't1', charge: 'panel' });
    expect(running(m).charge).toBe('panel');
    m.do('floor/give', { turnId: 't3', person: { personId: 'bo' }, afterTurnId: 't2', charge: null });
    expect(running(m).charge).toBeNull();
    m.do('floor/give', { turnId: 't4', entryId: 'r2', afterTurnId: 't3', charge: 'online' });
    expect(running(m)).toMatchObject({ channel: 'onsite', charge: 'online' });
  });

  test('[F9] given past turns, when channel or times are corrected, then who paid follows the side', () => {
    const m = speaking();
    m.wait(10).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1', charge: 'panel' });
    m.wait(30).do('floor/end', { turnId: 't2' });
    m.do('floor/correct', { turnId: 't1', channel: 'online', pausedMs: 5_000 });
    expect(m.state.turns[0]).toMatchObject({
      channel: 'online',
      charge: 'online',
      spokenMs: 25_000,
      pausedMs: 5_000,
    });
    m.do('floor/correct', { turnId: 't2', channel: 'onsite', spokenMs: 12_000 });
    expect(m.state.turns[1]).toMatchObject({ channel: 'onsite', charge: 'panel', spokenMs: 12_000 });
    m.do('floor/correct', { turnId: 't2' });
    expect(m.state.turns[1]).toMatchObject({ spokenMs: 12_000 });
    expect(m.refusal('floor/correct', { turnId: 't2', pausedMs: 31_000 })).toBe('invalid');
    expect(m.refusal('floor/correct', { turnId: 'gone' })).toBe('floor/no-such-turn');
  });

  test('[F12] given somebody with a hand is called, when the turn is over or taken back, then the time of asking is kept', () => {
    const m = discussion(1);
    const askedAtMs = m.state.queue.entries[0]?.joinedAtMs;
    m.wait(40).do('people/add', { personId: 'cy', name: 'Cy', channel: 'onsite' });
    const seq = m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    expect(m.state.floor.turn?.requestedAtMs).toBe(askedAtMs);
    m.wait(10).do('history/undo', { seq });
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(10).do('floor/give', { turnId: 't2', person: { personId: 'cy' }, afterTurnId: 't1' });
    m.do('floor/correct', { turnId: 't1', spokenMs: 1_000 });
    expect(m.state.turns[0]?.requestedAtMs).toBe(askedAtMs);
    expect(m.state.floor.turn).not.toHaveProperty('requestedAtMs');
    expect(redactState(m.state, 'public').turns[0]?.requestedAtMs).toBe(askedAtMs);
  });

  test('[F12] given a log from before that time was kept, when it is read, then its turns are without one', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const given = must(m.commits.at(-1)?.events[0], 'event') as Extract<Event, { type: 'floor/given' }>;
    const { requestedAtMs: _, ...older } = given;
    expect(eventSchema.parse(older)).toEqual(older);
  });

  test('[F3] given events about a turn that is not there, when they are applied, then nothing changes', async () => {
    const { applyFloor } = await import('../../../shared/domain/floor/apply.ts');
    const { state } = discussion(1);
    const stamp = { seq: 99, atMs: 1 };
    for (const type of ['floor/ended', 'floor/paused', 'floor/resumed'] as const) {
      expect(applyFloor(state, { type, v: 1, turnId: 'x' }, stamp)).toBe(state);
    }
    expect(applyFloor(state, { type: 'floor/adjusted', v: 1, turnId: 'x', limitMs: 1 }, stamp)).toBe(state);
    const readied = { type: 'floor/readied', v: 1, entryId: 'gone', readiness: 'ready' } as const;
    expect(applyFloor(state, readied, stamp)).toEqual(state);
  });
});
