import { describe, expect, test } from 'vitest';
import { fairness } from '../../../shared/projections/fairness.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { redactState } from '../../../shared/redact.ts';
import { discussion, hand, meeting } from '../../support/meeting.ts';

/** 60 s of r1 as proposed, 30 s of r2 instead of o1, 20 s of Ana for the panel, 10 s of o1 so far. */
function run() {
  const m = discussion(2, 1);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(60).do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1', proposedEntryId: 'o1' });
  m.do('floor/explain', { turnId: 't2', reason: 'a reply' });
  m.wait(30).do('floor/give', {
    turnId: 't3',
    person: { personId: 'ana' },
    charge: 'panel',
    afterTurnId: 't2',
    proposedEntryId: null,
  });
  m.wait(20).do('floor/give', { turnId: 't4', entryId: 'o1', afterTurnId: 't3' });
  return m.wait(10);
}

describe('report', () => {
  test('[T2] given turns of every kind, when the report is made, then sides, people, item and overrides are in it', () => {
    const m = run();
    const made = report(m.state, m.nowMs);
    expect(made.balance).toEqual({
      onsite: { seconds: 90, turns: 2, speakers: 2 },
      online: { seconds: 10, turns: 1, speakers: 1 },
    });
    expect(made.balance.onsite.seconds).toBe(fairness(m.state, m.nowMs).channels.onsite.seconds);
    expect(
      made.turns.map(({ number, name, charge, spokenSeconds }) => [number, name, charge, spokenSeconds]),
    ).toEqual([
      [1, 'Guest r1', 'onsite', 60],
      [2, 'Guest r2', 'onsite', 30],
      [3, 'Ana', 'panel', 20],
      [4, 'Guest o1', 'online', 10],
    ]);
    expect(made.overrides).toEqual([
      {
        turnId: 't2',
        number: 2,
        name: 'Guest r2',
        channel: 'onsite',
        insteadOf: 'Guest o1',
        reason: 'a reply',
      },
    ]);
    expect(made.agenda[2]).toMatchObject({ title: 'Discussion', plannedSeconds: 2_400, spentSeconds: 123 });
    // (60 + 30 + 10)² / (3 · (60² + 30² + 10²))
    expect(made.jain).toBeCloseTo(10_000 / (3 * 4_600), 10);
  });

  test('[T2] given an override whose proposal was withdrawn, when it is reported, then it says whose that was; of one that nobody knows any more, nothing', () => {
    const m = discussion(3, 1);
    m.do('floor/give', { turnId: 't1', entryId: 'r2', afterTurnId: null, proposedEntryId: 'o1' });
    m.do('queue/leave', { entryId: 'o1' });
    m.do('floor/give', { turnId: 't2', entryId: 'r3', afterTurnId: 't1', proposedEntryId: 'gone' });
    m.do('floor/end', { turnId: 't2' });
    expect(report(m.state, m.nowMs).overrides).toMatchObject([
      { insteadOf: 'Guest o1', reason: null },
      { insteadOf: null, reason: null },
    ]);
  });

  test('[T2] given nobody has spoken, or only for a moment, when the report is made, then no figure is invented', () => {
    const m = discussion(1);
    expect(report(m.state, m.nowMs)).toMatchObject({ jain: null, turns: [], overrides: [], absences: [] });
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.do('floor/end', { turnId: 't1' });
    expect(report(m.state, m.nowMs).jain).toBe(1);
  });

  test('[T2] given a session without an agenda, or an item that is not fair, when somebody speaks, then the first counts', () => {
    const bare = meeting({ format: 'evenfloor.plan', v: 1, title: 'Bare' });
    bare.do('session/start');
    bare.do('floor/give', { turnId: 't1', person: { name: 'X', channel: 'online' }, afterTurnId: null });
    bare.wait(7).do('floor/end', { turnId: 't1' });
    expect(report(bare.state, bare.nowMs).balance.online.seconds).toBe(7);
    expect(report(bare.state, bare.nowMs).turns[0]?.itemTitle).toBeNull();
    const m = meeting();
    m.do('agenda/begin', { itemId: 'speeches', afterItemId: null });
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.wait(7).do('floor/end', { turnId: 't1' });
    expect(report(m.state, m.nowMs).balance.onsite.turns).toBe(0);
  });

  test('[T8] given minutes were granted and taken off, when it is reported, then the plan stays, and what was granted stands beside it', () => {
    const m = discussion();
    m.do('agenda/adjust', { itemId: 'talk', seconds: -2_400 });
    m.do('agenda/adjust', { itemId: 'closing', seconds: 90 });
    expect(
      report(m.state, m.nowMs).agenda.map(({ plannedSeconds, grantedSeconds }) => [
        plannedSeconds,
        grantedSeconds,
      ]),
    ).toEqual([
      [300, 0],
      [2_400, 0],
      [2_400, -2_400],
      [300, 90],
    ]);
  });

  test('[T9] given pauses, a technical stop and a correction, when turns are reported, then what was not spoken makes up the rest', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(10).do('floor/pause', { turnId: 't1' });
    m.wait(20).do('floor/resume', { turnId: 't1' });
    m.wait(5).do('session/pause');
    m.wait(7).do('session/resume');
    m.wait(3).do('floor/give', { turnId: 't2', person: { personId: 'bo' }, afterTurnId: 't1' });
    m.wait(4).do('floor/pause', { turnId: 't2' });
    m.wait(6);
    const paused = () =>
      report(m.state, m.nowMs).turns.map(({ spokenSeconds, pausedSeconds }) => [
        spokenSeconds,
        pausedSeconds,
      ]);
    expect(paused()).toEqual([
      [18, 27],
      [4, 6],
    ]);
    m.do('floor/end', { turnId: 't2' });
    m.do('floor/correct', { turnId: 't1', spokenMs: 60_000 });
    m.do('floor/correct', { turnId: 't2', spokenMs: 1_000 });
    expect(paused()).toEqual([
      [60, 27],
      [1, 6],
    ]);
    const corrected = () => report(m.state, m.nowMs).turns.map(({ isCorrected }) => isCorrected);
    expect(corrected()).toEqual([true, true]);
    m.do('floor/correct', { turnId: 't2', spokenMs: 4_000 });
    expect(corrected()).toEqual([true, false]);
  });

  test('[T11] given technical stops, when it is reported, then the one that lasts counts too; who may not know is told nothing', () => {
    const m = discussion();
    expect(report(m.state, m.nowMs).stops).toEqual({ count: 0, seconds: 0 });
    m.wait(5).do('session/pause');
    m.wait(60).do('session/resume');
    m.wait(5).do('session/pause');
    m.wait(7);
    expect(report(m.state, m.nowMs).stops).toEqual({ count: 2, seconds: 67 });
    m.do('session/resume');
    expect(report(m.state, m.nowMs + 1_000).stops).toEqual({ count: 2, seconds: 67 });
    expect(report(redactState(m.state, 'public'), m.nowMs).stops).toBeNull();
  });

  test('[T9] given a point of order, when turns are reported, then its kind is told; who had no hand has none', () => {
    const m = discussion(1);
    m.do('queue/join', hand('p1', 'online', { kind: 'point-of-order' }));
    m.do('floor/give', { turnId: 't1', entryId: 'p1', afterTurnId: null });
    m.do('floor/give', { turnId: 't2', person: { personId: 'bo' }, afterTurnId: 't1' });
    expect(report(m.state, m.nowMs).turns.map(({ kind }) => kind)).toEqual(['point-of-order', null]);
  });

  test('[T2] given a turn is corrected, and “next” taken back, when the report is made, then it is as if it had been so', () => {
    const m = run();
    const wrong = m.do('floor/give', {
      turnId: 't5',
      person: { name: 'Oops', channel: 'onsite' },
      afterTurnId: 't4',
    });
    m.wait(5).do('history/undo', { seq: wrong });
    m.do('floor/correct', { turnId: 't1', channel: 'online', spokenMs: 50_000 });
    m.do('people/update', { personId: 'ana', name: 'Ana Maria', organisation: 'Red' });
    const { balance, turns } = report(m.state, m.nowMs);
    expect(balance).toEqual({
      onsite: { seconds: 30, turns: 1, speakers: 1 },
      online: { seconds: 65, turns: 2, speakers: 2 },
    });
    expect(turns.map((turn) => turn.name)).toEqual(['Guest r1', 'Guest r2', 'Ana Maria', 'Guest o1']);
    expect(turns[2]?.organisation).toBe('Red');
    m.do('queue/join', hand('late', 'online'));
    expect(report(m.state, m.nowMs).turns).toHaveLength(4);
  });
});
