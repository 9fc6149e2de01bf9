import { describe, expect, test } from 'vitest';
import { namesIn, sortPasted } from '../../../renderer/store/pasted.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { NAME_CHARS_MAX, PASTED_NAMES_MAX } from '../../../shared/lib/limits.ts';

const person = (name: string): Person => ({ personId: name, name, channel: 'onsite', seq: 1 });
const entry = (name: string, personId?: string) =>
  ({ entryId: `e-${name}`, name, door: 'phone', ...(personId && { personId }) }) as Entry;

describe('a text of several lines', () => {
  test.each([
    ['Ada\nBob', ['Ada', 'Bob']],
    ['Ada\r\n\r\n  Bob  \r\n', ['Ada', 'Bob']],
    ['1. Ada\n2) Bob\n(3) Cy\n4、李小明', ['Ada', 'Bob', 'Cy', '李小明']],
    ['- Ada\n• Bob\n* Cy', ['Ada', 'Bob', 'Cy']],
    ['Ada\tBank\n\tBob\tUN', ['Ada', 'Bob']],
    ['Row C, blue jacket\n', []],
    ['3 people at the back\nJean-Luc', ['3 people at the back', 'Jean-Luc']],
    ['', []],
  ])('%j holds %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test('each name is somebody of the roster or itself; who waits, comes twice or is no name is left out', () => {
    const people = [person('José Ñandú'), person('Ana')];
    const entries = [entry('Ana', 'Ana'), entry('Row C')];
    const names = ['jose nandu', 'ANA', 'row c', 'Cy', 'cy', 'x'.repeat(NAME_CHARS_MAX + 1)];
    const sorted = sortPasted(names, { people, entries });
    expect(
      sorted.map(({ who, skipped }) => [typeof who === 'string' ? who : who.personId, skipped?.why]),
    ).toEqual([
      ['José Ñandú', undefined],
      ['Ana', 'waiting'],
      ['row c', 'waiting'],
      ['Cy', undefined],
      ['cy', 'twice'],
      [names[5], 'long'],
    ]);
  });

  test('no more than the limit are added', () => {
    const names = Array.from({ length: PASTED_NAMES_MAX + 1 }, (_, n) => `Guest ${n}`);
    const sorted = sortPasted(names, { people: [], entries: [] });
    expect(sorted.filter(({ skipped }) => skipped).map(({ text }) => text)).toEqual([
      `Guest ${PASTED_NAMES_MAX}`,
    ]);
  });
});
