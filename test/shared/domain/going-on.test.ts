import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { chartsOf } from '../../../shared/projections/charts/data.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { hand, meeting } from '../../support/meeting.ts';

/** Ada, about rights, has spoken for 40 s of her two minutes when Bob is called for a point of order, which takes 5 s. */
function brokenOff(charge?: 'panel' | null) {
  const m = meeting();
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.do('queue/join', {
    entryId: 'a',
    name: 'Ada',
    channel: 'online',
    door: 'zoom',
    kind: 'question',
    topic: 'rights',
  });
  m.wait(10).do('floor/give', {
    turnId: 't1',
    entryId: 'a',
    afterTurnId: null,
    ...(charge !== undefined && { charge }),
  });
  m.wait(40).do('queue/join', {
    entryId: 'b',
    name: 'Bob',
    channel: 'onsite',
    door: 'room',
    kind: 'point-of-order',
  });
  m.do('floor/give', { turnId: 't2', entryId: 'b', afterTurnId: 't1' });
  m.wait(5).do('floor/end', { turnId: 't2' });
  return m;
}
const goesOn = { turnId: 't3', continuesTurnId: 't1', afterTurnId: 't2' };

describe('going on after a point of order', () => {
  test('[F14] given who had to stop, when it goes on, then it is about the same, with what was left, and passes nobody', () => {
    const m = brokenOff();
    m.do('queue/join', hand('c', 'onsite'));
    m.do('floor/give', goesOn);
    expect(m.state.floor.turn).toMatchObject({
      ...{ name: 'Ada', channel: 'online', charge: 'online', kind: 'question', topic: 'rights' },
      ...{ entryId: null, continues: 't1', limitMs: 80_000 },
    });
    expect(m.state.floor.turn).not.toHaveProperty('override');
    expect(m.state.floor.turn).not.toHaveProperty('requestedAtMs');
  });

  test('[F14] given it has gone on, then its seconds are charged, but it is one turn in all that is counted', () => {
    const m = brokenOff();
    m.do('floor/give', goesOn);
    m.wait(30).do('floor/end', { turnId: 't3' });
    m.do('queue/join', { entryId: 'd', name: 'Ada', channel: 'online', door: 'zoom', kind: 'topic' });
    const { channels, next } = fairness(m.state, m.nowMs);
    expect(channels.online).toMatchObject({ seconds: 70, turns: 1 });
    expect(must(next[0], 'next').reasons).toContainEqual({
      code: 'turns-had',
      params: { count: 1, channel: 'online' },
    });
    const facts = report(m.state, m.nowMs);
    expect(facts.balance.online).toEqual({ seconds: 70, turns: 1, speakers: 1 });
    expect(facts.participation.turns).toEqual({ onsite: 1, online: 1 });
    expect(facts.turns.map(({ continues }) => continues)).toEqual([null, null, 1]);
    expect(chartsOf(m.state, m.nowMs).turns.map(({ continues }) => continues)).toEqual([
      undefined,
      undefined,
      't1',
    ]);
  });

  test.each(['panel', null] as const)(
    '[F14] given %s paid, then so it goes on, unless the moderator says otherwise',
    (charge) => {
      const m = brokenOff(charge);
      m.do('floor/give', goesOn);
      expect(m.state.floor.turn?.charge).toBe(charge);
      m.do('history/undo', { seq: must(m.commits.at(-1), 'commit').seq });
      m.do('floor/give', { ...goesOn, charge: 'online', limitSeconds: 15 });
      expect(m.state.floor.turn).toMatchObject({ charge: 'online', limitMs: 15_000 });
    },
  );

  test('[F14] given the turn was longer than its limit, then nothing is left of it', () => {
    const m = brokenOff();
    m.do('floor/correct', { turnId: 't1', spokenMs: 130_000 });
    m.do('floor/give', goesOn);
    expect(m.state.floor.turn?.limitMs).toBe(0);
  });

  test('[F14] given another item has begun, or no such turn, then nobody goes on', () => {
    const m = brokenOff();
    expect(m.ask('floor/give', { ...goesOn, continuesTurnId: 'gone' })).toEqual({
      code: 'floor/no-such-turn',
      params: { turnId: 'gone' },
    });
    expect(m.refusal('floor/give', { ...goesOn, person: { name: 'Ada', channel: 'online' } })).toBe(
      'invalid',
    );
    m.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    expect(m.refusal('floor/give', goesOn)).toBe('floor/no-such-turn');
  });
});
