import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromColumns, inColumns, type Row } from '../../shared/lib/columns.ts';

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test('[W5] given any rows, when they are written by columns and read again after the way through JSON, then they are the same', () => {
  const value = fc.oneof(fc.maxSafeInteger(), fc.nat(9), fc.string(), fc.constant(null), fc.jsonValue());
  const row = fc.dictionary(fc.constantFrom('id', 'name', 'seq', 'atMs', '0'), value);
  const alike = fc.record({
    id: fc.string(),
    seq: fc.nat(),
    name: fc.option(fc.string(), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.oneof(fc.array(row), fc.array(alike)), (rows: Row[]) => {
      expect(fromColumns(throughJson(inColumns(rows)))).toEqual(throughJson(rows));
    }),
  );
});

test('[W5] given rows of one shape, when they are written by columns, then whole numbers are steps and what some have stands by its row', () => {
  const rows = [
    { id: 'a', atMs: 1_000, held: true },
    { id: 'b', atMs: 1_250 },
    { id: 'c', atMs: 1_200, half: 0.5 },
  ];
  expect(inColumns(rows)).toEqual({
    rows: 3,
    columns: { id: ['a', 'b', 'c'] },
    steps: { atMs: [1_000, 250, -50] },
    rest: { 0: { held: true }, 2: { half: 0.5 } },
  });
  expect(inColumns([])).toEqual({ rows: 0, columns: {}, steps: {}, rest: {} });
});
