import { describe, expect, test } from 'vitest';
import { redactState } from '../../../shared/redact.ts';
import { discussion, hand, meeting } from '../../support/meeting.ts';

const ids = (m: ReturnType<typeof meeting>) => m.state.queue.entries.map((entry) => entry.entryId);

describe('two hands of one person', () => {
  test('[Q9] given a name typed in the room and a record by phone, when merged, then the earlier hand carries both', () => {
    const m = discussion();
    m.wait(1).do('queue/join', hand('free', 'onsite', { name: 'ana' }));
    const byPhone = { entryId: 'known', personId: 'ana', channel: 'online', door: 'phone' };
    m.wait(9).do('queue/join', { ...byPhone, kind: 'reply', topic: 'e-waste' });
    const [before] = m.state.queue.entries;
    const seq = m.do('queue/merge', { entryId: 'known', otherEntryId: 'free' });
    expect(m.state.queue.entries).toEqual([{ ...before, personId: 'ana', name: 'Ana', topic: 'e-waste' }]);
    m.do('history/undo', { seq });
    expect(ids(m)).toEqual(['free', 'known']);
  });

  test('[Q9] given two free names, when merged, then the later one goes and a point of order stays one', () => {
    const m = discussion();
    m.do('queue/join', hand('a', 'onsite', { topic: 'first' }));
    m.do('queue/join', hand('b', 'online', { topic: 'second', kind: 'point-of-order' }));
    m.do('queue/merge', { entryId: 'a', otherEntryId: 'b' });
    expect(m.state.queue.entries).toMatchObject([
      { entryId: 'a', channel: 'onsite', topic: 'first', kind: 'point-of-order' },
    ]);
  });

  test('[Q9] given what cannot be one, when merged, then it is refused with the reason', () => {
    const m = discussion(1);
    m.do('queue/join', { entryId: 'x', personId: 'ana', channel: 'onsite', door: 'room', kind: 'topic' });
    m.do('queue/join', { entryId: 'y', personId: 'bo', channel: 'online', door: 'zoom', kind: 'topic' });
    expect(m.ask('queue/merge', { entryId: 'x', otherEntryId: 'y' })).toEqual({
      code: 'queue/two-people',
      params: { name: 'Ana' },
    });
    expect(m.refusal('queue/merge', { entryId: 'r1', otherEntryId: 'r1' })).toBe('invalid');
    for (const [entryId, otherEntryId] of [
      ['gone', 'r1'],
      ['r1', 'gone'],
    ]) {
      expect(m.ask('queue/merge', { entryId, otherEntryId })).toEqual({
        code: 'queue/no-such-entry',
        params: { entryId: 'gone' },
      });
    }
  });

  test('[Q9] given a name that only its person typed, when merged with one of staff, then staff’s is what the public sees', () => {
    const m = discussion().as('dev-1', 'participant');
    const typed = { name: 'ming', channel: 'online', door: 'phone', kind: 'topic', topic: 'mine' };
    m.do('queue/join', { entryId: 'own', ...typed });
    m.wait(1)
      .as('mod', 'onsite-moderator')
      .do('queue/join', hand('staff', 'onsite', { name: 'Ming' }));
    m.do('queue/merge', { entryId: 'own', otherEntryId: 'staff' });
    expect(m.state.queue.entries).toMatchObject([
      { entryId: 'own', personId: 'dev-1', name: 'Ming', topic: 'mine', unshown: ['topic'] },
    ]);
    const [seen] = redactState(m.state, 'public').queue.entries;
    expect([seen?.name, seen?.topic]).toEqual(['Ming', undefined]);
  });

  test('[Q9] given two names that only their person typed, when merged, then the public sees neither', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('questions/ask', { questionId: 'q1', text: 'Why?', name: 'ming', channel: 'online' });
    m.as('mod', 'onsite-moderator').do('questions/queue', { questionId: 'q1', entryId: 'free' });
    m.as('dev-1', 'participant').wait(1);
    m.do('queue/join', { entryId: 'own', name: 'Ming', channel: 'online', door: 'phone', kind: 'topic' });
    m.as('mod', 'onsite-moderator').do('queue/merge', { entryId: 'own', otherEntryId: 'free' });
    expect(m.state.queue.entries).toMatchObject([{ entryId: 'free', name: 'Ming', unshown: ['name'] }]);
    m.do('people/add', { personId: 'cy', name: 'Cy', channel: 'online' });
    m.do('queue/join', { entryId: 'e1', personId: 'cy', channel: 'online', door: 'room', kind: 'topic' });
    m.do('people/merge', { personId: 'cy', otherPersonId: 'dev-1' });
    expect(redactState(m.state, 'public').queue.entries).toMatchObject([{ entryId: 'free', name: 'Cy' }]);
  });

  test('[Q9] given an earlier hand that is on hold or was missed, when merged, then it stays so only if both were', () => {
    const merged = (held: string[], missed: string[]) => {
      const m = discussion();
      m.do('queue/join', hand('a', 'onsite'));
      m.do('queue/join', hand('b', 'online', { kind: 'point-of-order' }));
      for (const entryId of held) m.do('queue/hold', { entryId });
      for (const entryId of missed) {
        const missedCalls =
          m.state.queue.entries.find((entry) => entry.entryId === entryId)?.missedCalls ?? 0;
        m.do('queue/miss', { entryId, missedCalls });
      }
      m.do('queue/merge', { entryId: 'a', otherEntryId: 'b' });
      const [entry] = m.state.queue.entries;
      return [entry?.entryId, entry?.kind, entry?.held, entry?.missedCalls];
    };
    expect(merged(['a'], ['a'])).toEqual(['a', 'point-of-order', undefined, undefined]);
    expect(merged(['b'], ['b'])).toEqual(['a', 'point-of-order', undefined, undefined]);
    expect(merged(['a', 'b'], ['a', 'a', 'b'])).toEqual(['a', 'point-of-order', true, 1]);
  });

  test('[Q9] given the later hand is on deck, when merged, then the one that is left is, where it may be', () => {
    const merged = (entryId: string, otherEntryId: string, ...told: string[]) => {
      const m = discussion(2, 2);
      for (const id of told) m.do('queue/put-on-deck', { entryId: id });
      m.do('queue/merge', { entryId, otherEntryId });
      return [m.state.queue.onDeck, m.commits.at(-1)?.events.map((event) => event.type)];
    };
    expect(merged('r1', 'r2', 'r2')).toEqual([['r1'], ['queue/merged', 'queue/put-on-deck']]);
    // Both would be of one side, though somebody of the other waits.
    expect(merged('r1', 'o1', 'r2', 'o1')).toEqual([['r2'], ['queue/merged']]);
    const m = discussion(2);
    m.do('queue/put-on-deck', { entryId: 'r1' });
    m.do('queue/merge', { entryId: 'r1', otherEntryId: 'r2' });
    expect(m.state.queue.onDeck).toEqual(['r1']);
  });
});

describe('clearing the list', () => {
  test('[Q10] given hands of two items, when those of one are cleared, then the others stay; one undo brings all back', () => {
    const m = meeting();
    m.do('queue/join', hand('early', 'onsite'));
    m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    m.do('queue/join', hand('t1', 'onsite'));
    m.do('queue/join', hand('t2', 'online'));
    m.do('queue/put-on-deck', { entryId: 't2' });
    m.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    m.do('queue/join', hand('c1', 'online'));
    expect(m.state.queue.entries.map((entry) => entry.itemId)).toEqual([
      undefined,
      'talk',
      'talk',
      'closing',
    ]);
    const before = m.state.queue;
    const seq = m.do('queue/clear', { itemId: 'talk' });
    expect([ids(m), m.state.queue.onDeck]).toEqual([['early', 'c1'], []]);
    expect(m.refusal('queue/clear', { itemId: 'talk' })).toBe('queue/nothing-to-clear');
    m.do('history/undo', { seq });
    expect(m.state.queue).toEqual(before);
    m.do('queue/clear', { itemId: 'talk', channel: 'online' });
    expect(ids(m)).toEqual(['early', 't1', 'c1']);
  });

  test('[Q10] given hands on both sides, when a side or all are cleared, then held ones and points of order go too', () => {
    const m = discussion(2, 2);
    m.do('queue/hold', { entryId: 'r1' });
    m.do('queue/update', { entryId: 'r2', kind: 'point-of-order' });
    m.do('queue/clear', { channel: 'onsite' });
    expect(ids(m)).toEqual(['o1', 'o2']);
    m.do('queue/clear', {});
    expect(ids(m)).toEqual([]);
  });

  test('[Q10] given a hand whose person is introduced by it, when it goes up during an item, then it keeps that too', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e', name: 'Cy', channel: 'online', door: 'phone', kind: 'topic' });
    expect(m.state.queue.entries[0]).toMatchObject({ itemId: 'talk' });
  });
});
