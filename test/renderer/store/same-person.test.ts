import { describe, expect, test } from 'vitest';
import { twinsOf, waitingAs } from '../../../renderer/store/same-person.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';

const entry = (entryId: string, name?: string, personId?: string) =>
  ({ entryId, door: 'phone', ...(name && { name }), ...(personId && { personId }) }) as Entry;
const person = (personId: string, self?: true): Person => ({
  personId,
  name: 'Ada',
  channel: 'onsite',
  seq: 1,
  ...(self && { self }),
});
const merges = (people: Person[], entries: Entry[]) =>
  [...twinsOf({ people, entries })].map(([id, { earlier, merge }]) => [
    id,
    earlier.entryId,
    merge.name,
    merge.args,
  ]);

describe('the same person through two doors', () => {
  test('is known by the same name, accents and case aside; the earlier hand is the one that stays', () => {
    expect(merges([], [entry('a', 'Zoë'), entry('x', 'Bo'), entry('b', 'ZOE'), entry('c', 'zoe')])).toEqual([
      ['b', 'a', 'queue/merge', { entryId: 'a', otherEntryId: 'b' }],
      ['c', 'a', 'queue/merge', { entryId: 'a', otherEntryId: 'c' }],
    ]);
  });

  test('a free name is merged with a record as hands, two records as people, staff’s record staying', () => {
    const people = [person('roster'), person('device', true)];
    expect(merges(people, [entry('a', 'Ada', 'roster'), entry('b', 'ada')])).toEqual([
      ['b', 'a', 'queue/merge', { entryId: 'a', otherEntryId: 'b' }],
    ]);
    const asPeople = { personId: 'roster', otherPersonId: 'device' };
    expect(merges(people, [entry('a', 'Ada', 'roster'), entry('b', 'Ada', 'device')])).toEqual([
      ['b', 'a', 'people/merge', asPeople],
    ]);
    expect(merges(people, [entry('a', 'Ada', 'device'), entry('b', 'Ada', 'roster')])).toEqual([
      ['b', 'a', 'people/merge', asPeople],
    ]);
  });

  test('two whom staff itself has written into the roster are two, and nobody is the same as nobody', () => {
    expect(merges([person('p'), person('q')], [entry('a', 'Ada', 'p'), entry('b', 'Ada', 'q')])).toEqual([]);
    expect(merges([], [entry('a'), entry('b')])).toEqual([]);
  });

  test('the lists being the same, the answer is the same object', () => {
    const lists = { people: [], entries: [entry('a', 'Ada'), entry('b', 'Ada')] };
    expect(twinsOf(lists)).toBe(twinsOf({ ...lists }));
  });

  test('who is being added is looked for by record, then by name', () => {
    const entries = [entry('free', 'Ada'), entry('own', 'Other', 'p')];
    expect(waitingAs({ entries }, person('p'))?.entryId).toBe('own');
    expect(waitingAs({ entries }, person('q'))?.entryId).toBe('free');
    expect(waitingAs({ entries }, 'ÁDA')?.entryId).toBe('free');
    expect(waitingAs({ entries: [entry('a')] }, ' ')).toBeUndefined();
  });
});
