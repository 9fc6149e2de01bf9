/** A row as it lies in its list. */
export type RowAt = { index: number; start: number; size: number };

/**
 * The place at which a row that is let go at `y` would stand, counted as after the move. `row` is what lies there; over
 * the upper half of a row one lands before it, over the lower half behind it. Never outside [first, end).
 */
export function dropPlace(
  row: RowAt | undefined,
  y: number,
  from: number,
  [first, end]: readonly [number, number],
): number {
  if (!row) return from;
  const gap = y > row.start + row.size / 2 ? row.index + 1 : row.index;
  const place = gap > from ? gap - 1 : gap;
  return Math.min(Math.max(place, first), end - 1);
}
