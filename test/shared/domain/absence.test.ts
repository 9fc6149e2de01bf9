import { describe, expect, test } from 'vitest';
import { spentMs } from '../../../shared/domain/agenda/slice.ts';
import { elapsedMs } from '../../../shared/domain/floor/slice.ts';
import { must } from '../../../shared/lib/assert.ts';
import { ABSENCES_MAX } from '../../../shared/lib/limits.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import type { Meeting } from '../../support/meeting.ts';
import { discussion, meeting } from '../../support/meeting.ts';

/** A turn that has run for 30 s when the hub goes away for 130 s; one second later somebody is asked. */
function awayInATurn() {
  const m = discussion(2, 1);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(30);
  const fromMs = m.nowMs;
  m.wait(130);
  const absence = { fromMs, toMs: m.nowMs };
  m.wait(1);
  return { m, absence };
}

const itemSpentMs = (m: Meeting, itemId = 'talk') =>
  spentMs(
    must(
      m.state.agenda.items.find((item) => item.itemId === itemId),
      itemId,
    ),
    m.nowMs,
  );
const turnMs = (m: Meeting) => elapsedMs(must(m.state.floor.turn, 'turn'), m.nowMs);

describe('time without a hub', () => {
  test('[S5] given a hub was away in a turn, when nobody has answered or it counts, then all clocks have run on', () => {
    const { m, absence } = awayInATurn();
    const before = { turn: turnMs(m), item: itemSpentMs(m) };
    expect(before.turn).toBe(161_000);
    m.do('session/settle-absence', { ...absence, counted: true });
    expect({ turn: turnMs(m), item: itemSpentMs(m) }).toEqual(before);
    expect(m.state.session.absences).toEqual([{ ...absence, counted: true }]);
  });

  test('[S5] given a hub was away in a turn, when the time is taken off, then turn, item and balance are as without it', () => {
    const { m, absence } = awayInATurn();
    const spent = itemSpentMs(m);
    m.do('session/settle-absence', { ...absence, counted: false });
    expect(turnMs(m)).toBe(31_000);
    expect(itemSpentMs(m)).toBe(spent - 130_000);
    m.wait(9).do('floor/end', { turnId: 't1' });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 40_000, pausedMs: 130_000 });
    expect(fairness(m.state, m.nowMs).channels.onsite.seconds).toBe(40);
  });

  test('[S5] given the agenda had gone back to an earlier item, when the time is taken off, then it is that item’s', () => {
    const m = meeting();
    for (const itemId of ['speeches', 'talk', 'speeches']) {
      m.do('agenda/begin', { itemId, afterItemId: m.state.agenda.currentItemId });
      m.wait(60);
    }
    const fromMs = m.nowMs;
    const absence = { fromMs, toMs: m.wait(30).nowMs };
    m.wait(10).do('session/pause');
    m.do('session/settle-absence', { ...absence, counted: false });
    expect([itemSpentMs(m, 'speeches'), itemSpentMs(m)]).toEqual([130_000, 60_000]);
  });

  test('[S5] given the turn and the item are over when somebody answers, then it is taken off them all the same', () => {
    const { m, absence } = awayInATurn();
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    m.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    m.wait(10);
    const spent = { talk: itemSpentMs(m), closing: itemSpentMs(m, 'closing') };
    m.do('session/settle-absence', { ...absence, counted: false });
    expect(m.state.turns[0]?.spokenMs).toBe(31_000);
    expect(turnMs(m)).toBe(10_000);
    expect(itemSpentMs(m)).toBe(spent.talk - 130_000);
    expect(itemSpentMs(m, 'closing')).toBe(spent.closing);
  });

  test('[S5] given a turn paused by hand before the hub went away, when the time is taken off after it went on, then not twice', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(10).do('floor/pause', { turnId: 't1' });
    m.wait(10);
    const fromMs = m.nowMs;
    m.wait(60);
    const toMs = m.nowMs;
    m.wait(10).do('floor/resume', { turnId: 't1' });
    m.wait(30);
    m.do('session/settle-absence', { fromMs, toMs, counted: false });
    m.do('floor/end', { turnId: 't1' });
    expect(m.state.turns[0]?.spokenMs).toBe(40_000);
  });

  test('[S5] given nobody spoke meanwhile, when the time is taken off, then the last turn can still be undone', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const ended = m.wait(10).do('floor/end', { turnId: 't1' });
    const fromMs = m.nowMs;
    m.wait(60);
    m.do('session/settle-absence', { fromMs, toMs: m.nowMs, counted: false });
    m.do('history/undo', { seq: ended });
    expect(m.state.floor.turn?.turnId).toBe('t1');
  });

  test('[S5] given several items had begun, and a stop holds the last, when the time is taken off, then off the one that ran', () => {
    const m = meeting();
    m.do('agenda/begin', { itemId: 'opening', afterItemId: null });
    m.wait(60).do('agenda/begin', { itemId: 'talk', afterItemId: 'opening' });
    m.wait(60);
    const fromMs = m.nowMs;
    m.wait(30);
    const toMs = m.nowMs;
    m.do('session/pause');
    m.do('session/settle-absence', { fromMs, toMs, counted: false });
    expect([itemSpentMs(m, 'opening'), itemSpentMs(m)]).toEqual([60_000, 60_000]);
  });

  test('[S5] given a turn that was paused meanwhile, when the time is taken off, then only what had run is', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(20).do('floor/pause', { turnId: 't1' });
    const fromMs = m.nowMs - 5_000;
    m.wait(60);
    m.do('session/settle-absence', { fromMs, toMs: m.nowMs, counted: false });
    expect(turnMs(m)).toBe(15_000);
    m.do('floor/resume', { turnId: 't1' });
    m.wait(5).do('floor/end', { turnId: 't1' });
    expect(m.state.turns[0]?.spokenMs).toBe(20_000);
  });

  test('[S5] given a turn whose length was corrected already, when the time is taken off, then nothing gets below zero', () => {
    const { m, absence } = awayInATurn();
    m.do('floor/end', { turnId: 't1' });
    m.do('floor/correct', { turnId: 't1', spokenMs: 12_000 });
    m.do('session/settle-absence', { ...absence, counted: false });
    expect(m.state.turns[0]?.spokenMs).toBe(0);
  });

  test('[S5] given several turns and a stretch that ran through two, when it is taken off, then each loses its part, and no other is touched', () => {
    const m = discussion(3, 1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(10).do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' });
    m.wait(20).do('floor/give', { turnId: 't3', entryId: 'r3', afterTurnId: 't2' });
    m.wait(30).do('floor/give', { turnId: 't4', entryId: 'o1', afterTurnId: 't3' });
    m.wait(40);
    const [first, second, third] = m.state.turns;
    const running = m.state.floor.turn;
    // The last five seconds of t2 and the first ten of t3.
    const fromMs = m.nowMs - 75_000;
    m.do('session/settle-absence', { fromMs, toMs: fromMs + 15_000, counted: false });
    expect(m.state.turns[0]).toBe(first);
    expect(m.state.turns.slice(1)).toEqual([
      { ...second, pausedMs: 5_000, spokenMs: 15_000 },
      { ...third, pausedMs: 10_000, spokenMs: 20_000 },
    ]);
    expect(m.state.floor.turn).toEqual(running);
  });

  test('[S5] given a turn with a pause in it, when time from before the pause is taken off, then both are off', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(30).do('floor/pause', { turnId: 't1' });
    m.wait(10).do('floor/resume', { turnId: 't1' });
    m.wait(5);
    const fromMs = m.nowMs - 35_000;
    m.do('session/settle-absence', { fromMs, toMs: fromMs + 10_000, counted: false });
    expect(m.state.floor.turn).toMatchObject({ pausedMs: 20_000, pausedAtMs: null });
    expect(turnMs(m)).toBe(25_000);
  });

  test('[S5] given a slot was skipped or nobody speaks, when time is taken off, then the floor stays as it is', () => {
    const m = discussion(2);
    m.do('session/configure', { fairness: { holdSlotSeconds: 60 } });
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(20).do('floor/end', { turnId: 't1' });
    m.do('floor/skip-hold', { afterTurnId: 't1' });
    m.do('session/settle-absence', { fromMs: m.nowMs - 5_000, toMs: m.nowMs, counted: false });
    expect(m.state.floor).toEqual({ turn: null, skippedHoldAfterTurnId: 't1' });
    expect(m.state.turns[0]?.spokenMs).toBe(15_000);
  });

  test('[S5] given an absence before anything began, when it is taken off, then no clock changes', () => {
    const m = meeting();
    m.wait(60);
    m.do('session/settle-absence', { fromMs: m.nowMs - 30_000, toMs: m.nowMs, counted: false });
    expect(m.state.agenda.items.every((item) => item.spentMs === 0)).toBe(true);
  });

  test('[S5] given a settled absence, when somebody else answers too, then the later is told; undo asks again', () => {
    const { m, absence } = awayInATurn();
    const before = m.state;
    const seq = m.do('session/settle-absence', { ...absence, counted: false });
    expect(m.refusal('session/settle-absence', { ...absence, counted: true })).toBe(
      'session/absence-settled',
    );
    m.do('history/undo', { seq });
    expect({ ...m.state, history: [] }).toEqual({ ...before, history: [] });
    m.do('session/settle-absence', { ...absence, counted: true });
  });

  test('[S5] given times that cannot have been, when they are settled, then that is refused', () => {
    const m = meeting();
    const before = { fromMs: m.nowMs - 1, toMs: m.nowMs, counted: true };
    expect(m.refusal('session/settle-absence', before)).toBe('session/no-such-absence');
    expect(m.refusal('session/settle-absence', { ...before, fromMs: -1e300 })).toBe('invalid');
    m.wait(10).do('session/start');
    const settle = (fromMs: number, toMs: number) =>
      m.refusal('session/settle-absence', { fromMs, toMs, counted: true });
    expect(settle(m.nowMs, m.nowMs)).toBe('session/no-such-absence');
    expect(settle(m.nowMs - 1, m.nowMs + 1)).toBe('session/no-such-absence');
    m.wait(1_000);
    for (let i = 0; i < ABSENCES_MAX; i += 1) {
      m.do('session/settle-absence', {
        fromMs: m.nowMs - 2 * i - 2,
        toMs: m.nowMs - 2 * i - 1,
        counted: true,
      });
    }
    expect(settle(m.nowMs - 900_000, m.nowMs - 800_000)).toBe('too-many');
    const times = (m.state.session.absences ?? []).map((absence) => absence.fromMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
