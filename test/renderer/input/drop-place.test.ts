import { expect, test } from 'vitest';
import { dropPlace } from '../../../renderer/input/drop-place.ts';

/** Rows of 100 without gaps; the one at 2 is in the hand. */
const row = (index: number) => ({ index, start: index * 100, size: 100 });

test.each([
  ['over the upper half of the first', 0, 20, 0],
  ['over the lower half of the first', 0, 80, 1],
  ['over the row before it, above the middle', 1, 120, 1],
  ['over the row before it, below the middle', 1, 180, 2],
  ['over itself, above', 2, 220, 2],
  ['over itself, below', 2, 280, 2],
  ['over the row behind it, above the middle', 3, 320, 2],
  ['over the row behind it, below the middle', 3, 380, 3],
  ['over the last', 4, 499, 4],
])('%s', (_, index, y, place) => {
  expect(dropPlace(row(index), y, 2, [0, 5])).toBe(place);
});

test('never outside the stretch it may stand in, and where no row is, it stays', () => {
  expect(dropPlace(row(0), 1, 2, [1, 4])).toBe(1);
  expect(dropPlace(row(4), 499, 2, [1, 4])).toBe(3);
  expect(dropPlace(undefined, 900, 2, [0, 5])).toBe(2);
});
