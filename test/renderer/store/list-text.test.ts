import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listText } from '../../../renderer/store/list-text.ts';
import { namesIn } from '../../../renderer/store/pasted.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { nameSchema } from '../../../shared/lib/schema.ts';

const WORDS = { unnamed: 'without a name', held: 'on hold', kind: () => 'New topic' };
const entry = (given: Partial<Entry>) => ({ kind: 'topic', held: false, topic: '', ...given }) as Entry;

test('each hand is a line: place, name, what kind, what about, and whether it is on hold', () => {
  const line = [
    entry({ name: 'Ada', topic: 'Cables' }),
    entry({ name: '3. Reihe links', held: true }),
    entry({}),
  ];
  expect(listText(line, WORDS)).toBe(
    '1. Ada\tNew topic · Cables\n2. 3. Reihe links\tNew topic · on hold\n3. without a name\tNew topic',
  );
});

test('pasted back, the text gives the same names in the same order', () => {
  const names = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((name) => nameSchema.safeParse(name).success)
    .map((name) => nameSchema.parse(name));
  fc.assert(
    fc.property(fc.array(names, { minLength: 2, maxLength: 20 }), (all) => {
      const line = all.map((name) => entry({ name }));
      expect(namesIn(listText(line, WORDS))).toEqual(all);
    }),
  );
});
