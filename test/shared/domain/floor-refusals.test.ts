import { describe, expect, test } from 'vitest';
import { fairness } from '../../../shared/projections/fairness.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

/** r1 has had the floor for 20 s. */
function speaking() {
  const m = discussion(2, 1);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  return m.wait(20);
}

describe('what a refusal on the floor says', () => {
  test('[F1] given a turn id that is taken, when it comes again, then the refusal names the field and why', () => {
    const m = speaking();
    const taken = { code: 'invalid', params: { field: 'turnId', problem: 'taken' } };
    expect(m.ask('floor/give', { turnId: 't1', entryId: 'r2', afterTurnId: 't1' })).toEqual(taken);
    m.do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' });
    expect(m.ask('floor/give', { turnId: 't1', entryId: 'o1', afterTurnId: 't2' })).toEqual(taken);
  });

  test('[F3] given a running turn, when a command about another arrives, then the refusal says who has the floor', () => {
    const m = speaking();
    const movedOn = { code: 'floor/moved-on', params: { turnId: 't1', name: 'Guest r1' } };
    for (const name of ['floor/end', 'floor/pause', 'floor/resume'] as const) {
      expect(m.ask(name, { turnId: 't0' })).toEqual(movedOn);
    }
    expect(m.ask('floor/adjust', { turnId: 't0', seconds: 10 })).toEqual(movedOn);
  });

  test('[F4] given a turn that runs or is paused, when it is to do so again, then the refusal names the speaker', () => {
    const m = speaking();
    const params = { name: 'Guest r1' };
    expect(m.ask('floor/resume', { turnId: 't1' })).toEqual({ code: 'floor/not-paused', params });
    m.do('floor/pause', { turnId: 't1' });
    expect(m.ask('floor/pause', { turnId: 't1' })).toEqual({ code: 'floor/already-paused', params });
  });

  test('[S2] given a technical stop, when a turn is to go on or to begin, then that waits for the session', () => {
    const m = speaking();
    m.do('session/pause');
    const stopped = { code: 'session/already-paused', params: {} };
    expect(m.ask('floor/resume', { turnId: 't1' })).toEqual(stopped);
    expect(m.ask('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' })).toEqual(stopped);
    m.do('session/resume');
    m.do('session/end');
    const ended = { code: 'session/ended', params: {} };
    expect(m.ask('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' })).toEqual(ended);
  });

  test('[F6] given nobody that the command could mean, when the floor is given, then the refusal says whom or what', () => {
    const m = speaking();
    const give = (more: object) => m.ask('floor/give', { turnId: 't2', afterTurnId: 't1', ...more });
    expect(give({ entryId: 'gone' })).toEqual({ code: 'queue/no-such-entry', params: {} });
    expect(give({ person: { personId: 'nobody' } })).toEqual({
      code: 'people/no-such-person',
      params: { personId: 'nobody' },
    });
    const sideNeeded = { code: 'invalid', params: { field: 'person', problem: 'side-needed' } };
    expect(give({ person: { name: 'Row C' } })).toEqual(sideNeeded);
    expect(give({ person: { channel: 'online' } })).toEqual(sideNeeded);
  });

  test('[F9] given a correction that cannot be, when it is sent, then the refusal says which turn or which time', () => {
    const m = speaking();
    m.do('floor/end', { turnId: 't1' });
    expect(m.ask('floor/correct', { turnId: 'gone' })).toEqual({
      code: 'floor/no-such-turn',
      params: { turnId: 'gone' },
    });
    expect(m.ask('floor/correct', { turnId: 't1', pausedMs: 20_001 })).toEqual({
      code: 'invalid',
      params: { field: 'pausedMs', problem: 'longer-than-turn' },
    });
    m.do('floor/correct', { turnId: 't1', pausedMs: 20_000 });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 0, pausedMs: 20_000 });
  });

  test('[F10] given somebody who is not on deck, or not there, when readiness is said, then the refusal names who it is about', () => {
    const m = speaking();
    const ready = (entryId: string) => m.ask('floor/ready', { entryId, readiness: 'ready' });
    expect(ready('r2')).toEqual({ code: 'queue/not-on-deck', params: { name: 'Guest r2' } });
    expect(ready('gone')).toEqual({ code: 'queue/not-on-deck', params: { name: '' } });
    m.do('queue/put-on-deck', { entryId: 'r2' });
    m.as('dev-1', 'participant');
    const forbidden = { code: 'forbidden', params: { command: 'floor/ready' } };
    expect(ready('r2')).toEqual(forbidden);
    expect(ready('gone')).toEqual(forbidden);
  });

  test('[F11] given a turn that is none, or no override, when it is explained, then the refusal says which or whose', () => {
    const m = speaking();
    const explain = (turnId: string) => m.ask('floor/explain', { turnId, reason: 'x' });
    expect(explain('gone')).toEqual({ code: 'floor/no-such-turn', params: { turnId: 'gone' } });
    expect(explain('t1')).toEqual({ code: 'floor/no-override', params: { name: 'Guest r1' } });
    m.do('floor/end', { turnId: 't1' });
    expect(explain('t1')).toEqual({ code: 'floor/no-override', params: { name: 'Guest r1' } });
  });

  test('[B14] given no slot is held, when one is to be skipped, then the refusal says so', () => {
    expect(speaking().ask('floor/skip-hold', { afterTurnId: 't1' })).toEqual({
      code: 'floor/no-held-slot',
      params: {},
    });
  });
});

describe('what a turn keeps', () => {
  test('[F5] given speeches without a number of speakers, when one is called, then the limit is that of the settings', () => {
    const agenda = [
      { itemId: 'free', kind: 'speeches' as const, title: 'Speeches', minutes: 40 },
      { itemId: 'talk', kind: 'discussion' as const, title: 'Talk', minutes: 40, speakers: 4 },
    ];
    const m = meeting(planOfDiscussion({ agenda, fairness: { turnLimitSeconds: 90 } }));
    m.do('agenda/begin', { itemId: 'free', afterItemId: null });
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    expect(m.state.floor.turn?.limitMs).toBe(90_000);
    m.do('agenda/begin', { itemId: 'talk', afterItemId: 'free' });
    m.do('floor/give', { turnId: 't2', person: { personId: 'bo' }, afterTurnId: 't1' });
    expect(m.state.floor.turn?.limitMs).toBe(90_000);
  });

  test('[F6] given somebody without a hand is called, when others wait, then the queue is the very same', () => {
    const m = speaking();
    const { queue } = m.state;
    m.do('floor/give', { turnId: 't2', person: { personId: 'ana' }, afterTurnId: 't1' });
    expect(m.state.queue).toBe(queue);
  });

  test('[F6] given somebody who waits is called by record from the other side, when it speaks, then from there', () => {
    const m = speaking();
    m.do('queue/join', { entryId: 'a', personId: 'ana', channel: 'onsite', door: 'web', kind: 'topic' });
    m.do('floor/give', { turnId: 't2', person: { personId: 'ana', channel: 'online' }, afterTurnId: 't1' });
    expect(m.state.floor.turn).toMatchObject({ entryId: 'a', channel: 'online', charge: 'online' });
    expect(m.state.floor.turn).not.toHaveProperty('topic');
  });

  test('[F6] given a free name is called, when somebody without a record waits, then the hand stays', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', person: { name: 'Guest o1', channel: 'online' }, afterTurnId: 't1' });
    expect(m.state.floor.turn).toMatchObject({ entryId: null });
    expect(m.state.floor.turn).not.toHaveProperty('personId');
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['o1', 'r2']);
  });

  test('[F7] given a sender that saw another proposal than the rule has now, when it is followed, then it is no override', () => {
    const m = speaking();
    const call = (entryId: string) => ({ turnId: 't2', entryId, afterTurnId: 't1', proposedEntryId: 'r2' });
    const seq = m.do('floor/give', call('r2'));
    expect(m.state.floor.turn).not.toHaveProperty('override');
    expect(m.state.floor.turn?.choice.proposedEntryId).toBe('r2');
    m.do('history/undo', { seq });
    m.do('floor/give', call('o1'));
    expect(m.state.floor.turn?.override).toEqual({ insteadOf: 'Guest r2' });
  });

  test('[F11] given an override is over and nobody speaks, when it is explained, then it keeps the reason', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' });
    m.do('floor/end', { turnId: 't2' });
    m.do('floor/explain', { turnId: 't2', reason: 'a reply' });
    expect(m.state.turns[1]?.override).toEqual({ reason: 'a reply', insteadOf: 'Guest o1' });
    expect(m.state.floor.turn).toBeNull();
  });

  test('[F11] given two overrides, when one is explained, then the other, the clock and the floor stay as they are', () => {
    const m = speaking();
    m.do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1' });
    m.do('queue/join', hand('r3', 'onsite'));
    m.wait(10).do('floor/give', { turnId: 't3', entryId: 'r3', afterTurnId: 't2' });
    expect(m.state.floor.turn?.override).toEqual({ insteadOf: 'Guest o1' });
    const before = m.state;
    m.do('floor/explain', { turnId: 't2', reason: 'first' });
    expect(m.state.floor).toBe(before.floor);
    expect(m.state.turns).toEqual([
      before.turns[0],
      { ...before.turns[1], override: { ...before.turns[1]?.override, reason: 'first' } },
    ]);
    m.do('floor/explain', { turnId: 't3', reason: 'second' });
    expect(m.state.floor.turn).toEqual({
      ...before.floor.turn,
      override: { ...before.floor.turn?.override, reason: 'second' },
    });
    expect(m.state.turns[1]?.override).toMatchObject({ reason: 'first' });
    expect(fairness(m.state, m.nowMs).channels).toEqual(fairness(before, m.nowMs).channels);
  });
});
