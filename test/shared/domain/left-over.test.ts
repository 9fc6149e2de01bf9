import { describe, expect, test } from 'vitest';
import { fairness } from '../../../shared/projections/fairness.ts';
import { hand, meeting } from '../../support/meeting.ts';

/** One hand from before everything, two from the talk (one of them on deck), one from the closing, which is current. */
function movedOn() {
  const m = meeting();
  m.do('queue/join', hand('early', 'onsite'));
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.wait(1).do('queue/join', hand('t1', 'onsite'));
  m.wait(1).do('queue/join', hand('t2', 'online'));
  m.do('queue/move', { entryId: 't1', afterEntryId: null });
  m.do('queue/put-on-deck', { entryId: 't2' });
  m.wait(1).do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
  m.do('queue/join', hand('c1', 'online'));
  return m;
}

const itemsOf = (m: ReturnType<typeof meeting>) =>
  Object.fromEntries(m.state.queue.entries.map((entry) => [entry.entryId, entry.itemId]));

describe('hands left over', () => {
  test('[Q11] given hands of several items, when they are carried, then nothing but the item changes; one undo puts it back', () => {
    const m = movedOn();
    const before = m.state.queue;
    const next = fairness(m.state, m.nowMs).next;
    const seq = m.do('queue/carry');
    expect(itemsOf(m)).toEqual({ early: 'closing', t1: 'closing', t2: 'closing', c1: 'closing' });
    expect(m.state.queue).toEqual({
      ...before,
      entries: before.entries.map((entry) => ({ ...entry, itemId: 'closing' })),
    });
    expect(fairness(m.state, m.nowMs).next).toEqual(next);
    expect(m.refusal('queue/carry')).toBe('queue/nothing-to-carry');
    m.do('history/undo', { seq });
    expect(m.state.queue).toEqual(before);
  });

  test('[Q11] given hands of several items, when those of one are carried, or to an item that is yet to begin, then just so', () => {
    const m = movedOn();
    m.do('queue/carry', { itemId: 'closing', fromItemId: 'talk' });
    expect(itemsOf(m)).toEqual({ early: undefined, t1: 'closing', t2: 'closing', c1: 'closing' });
    m.do('queue/carry', { itemId: 'speeches', fromItemId: 'closing' });
    expect(itemsOf(m)).toEqual({ early: undefined, t1: 'speeches', t2: 'speeches', c1: 'speeches' });
  });

  test('[Q11] given the agenda has moved on, or there is no such item, when hands are to be carried there, then they stay', () => {
    const m = movedOn();
    expect(m.ask('queue/carry', { itemId: 'talk' })).toEqual({
      code: 'agenda/moved-on',
      params: { title: 'Closing' },
    });
    expect(m.refusal('queue/carry', { itemId: 'gone' })).toBe('agenda/no-such-item');
    expect(meeting().refusal('queue/carry')).toBe('agenda/no-such-item');
    m.as('li', 'liaison');
    expect(m.refusal('queue/carry')).toBe('forbidden');
  });

  test('[Q10] given hands from before, when all but those of the current item are cleared, then those alone wait', () => {
    const m = movedOn();
    const before = m.state.queue;
    const seq = m.do('queue/clear', { exceptItemId: 'closing' });
    expect([itemsOf(m), m.state.queue.onDeck]).toEqual([{ c1: 'closing' }, []]);
    expect(m.refusal('queue/clear', { exceptItemId: 'closing' })).toBe('queue/nothing-to-clear');
    m.do('history/undo', { seq });
    expect(m.state.queue).toEqual(before);
  });
});
