import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../shared/lib/fingerprint.ts';

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The same value with the fields of every record in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, turned(field)]),
  );
}

describe('a fingerprint', () => {
  test('[U19] given any value, when its fields are turned round or it goes through JSON, then it is the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const print = fingerprint(value);
        expect(fingerprint(turned(value))).toBe(print);
        expect(fingerprint(wire(value))).toBe(print);
        expect(Number.isInteger(print) && print >= 0 && print < 2 ** 32).toBe(true);
      }),
    );
  });

  test('[U19] given any two values, when they differ, then so do their fingerprints', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        fc.pre(!isDeepStrictEqual(wire(a), wire(b)));
        expect(fingerprint(a)).not.toBe(fingerprint(b));
      }),
    );
  });

  test('[U19] given values that look alike, when they are of another kind or order, then each has its own', () => {
    const values = [
      ...['', 'a', 'null', '0', '[]'],
      ...[null, 0, 1, -1, 1.5, true, false],
      ...[[], [[]], [0], [1, 2], [2, 1], ['a', 'b'], ['ab'], [null]],
      ...[
        {},
        { a: 1 },
        { b: 1 },
        { a: { b: 1 } },
        { b: { a: 1 } },
        { a: null },
        { a: 2, b: 1 },
        { a: 1, b: 2 },
      ],
      ...[[{ a: 1 }, { b: 2 }], [{ a: 1, b: 2 }], [{}, { a: 1, b: 2 }]],
    ];
    expect(new Set(values.map(fingerprint)).size).toBe(values.length);
    expect(fingerprint({ a: undefined, b: [undefined] })).toBe(fingerprint({ b: [null] }));
    expect(fingerprint([-0])).toBe(fingerprint([0]));
  });
});
