import { describe, expect, test } from 'vitest';
import { forecast } from '../../../shared/projections/forecast.ts';
import { discussion, hand, meeting } from '../../support/meeting.ts';

describe('forecast', () => {
  test('[T1] given no current item, when the forecast is asked, then it says nothing', () => {
    expect(forecast(meeting().state, 0)).toEqual({
      remainingSeconds: null,
      turnsThatFit: null,
      notReached: null,
      suggestedLimitSeconds: null,
      typicalSeconds: 120,
      sideShort: null,
    });
  });

  test('[T1] given 40 minutes and nobody so far, when asked, then turns at the limit with hand-overs fit', () => {
    const m = discussion();
    expect(forecast(m.state, m.nowMs)).toEqual({
      remainingSeconds: 2_400,
      turnsThatFit: 18,
      notReached: 0,
      suggestedLimitSeconds: null,
      typicalSeconds: 120,
      sideShort: null,
    });
  });

  test('[T1] given turns of 50 s so far and 5 minutes left, when six wait, then five fit and one is not reached', () => {
    const m = discussion(4, 4);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(50).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    m.wait(50).do('floor/end', { turnId: 't2' });
    m.do('agenda/adjust', { itemId: 'talk', seconds: -2_000 });
    const left = 400 - (m.nowMs - (m.state.agenda.items[2]?.startedAtMs ?? 0)) / 1_000;
    m.wait(left - 300);
    expect(forecast(m.state, m.nowMs)).toEqual({
      remainingSeconds: 300,
      turnsThatFit: 5,
      notReached: 1,
      suggestedLimitSeconds: 41,
      typicalSeconds: 50,
      sideShort: null,
    });
  });

  test('[T1] given a turn or two that were no more than a slip, when asked, then they do not speak for all to come', () => {
    const m = discussion(4, 4);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(1).do('floor/end', { turnId: 't1' });
    expect(forecast(m.state, m.nowMs)).toMatchObject({ typicalSeconds: 120, turnsThatFit: 18 });
    for (const [turnId, entryId, afterTurnId] of [
      ['t2', 'o1', 't1'],
      ['t3', 'r2', 't2'],
    ] as const) {
      m.do('floor/give', { turnId, entryId, afterTurnId });
      m.wait(1).do('floor/end', { turnId });
    }
    expect(forecast(m.state, m.nowMs)).toMatchObject({ typicalSeconds: 30, turnsThatFit: 59 });
    m.do('session/configure', { fairness: { turnLimitSeconds: 20 } });
    expect(forecast(m.state, m.nowMs)).toMatchObject({ typicalSeconds: 20 });
  });

  test('[T1] given a running turn, when asked, then what is left of it is not free; an overrun item has no limit to offer', () => {
    const m = discussion(2);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const before = forecast(m.state, m.nowMs);
    expect(before.turnsThatFit).toBe(Math.floor(((before.remainingSeconds as number) - 130 + 10) / 130));
    m.wait(3_000);
    expect(forecast(m.state, m.nowMs)).toMatchObject({
      turnsThatFit: 0,
      notReached: 1,
      suggestedLimitSeconds: null,
    });
  });

  test('[T1] given a side that needs more seconds to be even than are left, when it waits, then that is said', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(600).do('floor/end', { turnId: 't1' });
    expect(forecast(m.state, m.nowMs).sideShort).toBeNull();
    m.do('queue/join', hand('o1', 'online'));
    expect(forecast(m.state, m.nowMs).sideShort).toBeNull();
    m.wait(1_250);
    expect(forecast(m.state, m.nowMs).sideShort).toEqual({ channel: 'online', seconds: 600 });
    // Once nothing is left there is nothing to be even in.
    m.wait(600);
    expect(forecast(m.state, m.nowMs).sideShort).toBeNull();
    m.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    expect(forecast(m.state, m.nowMs).sideShort).toBeNull();
  });
});
