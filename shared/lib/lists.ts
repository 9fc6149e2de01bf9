import { must } from './assert.ts';

/** A record of a list that is kept in the order of making: by commit, and `nth` within it (0 is left out). */
export type Placed = { readonly seq: number; readonly nth?: number };

/**
 * The list with `record` in place of the one that `isSame` finds, or put in by its place in the log. So a record that
 * comes back by an undo stands where it stood.
 */
export function put<T extends Placed>(list: readonly T[], record: T, isSame: (other: T) => boolean): T[] {
  const at = list.findIndex(isSame);
  if (at >= 0) return list.with(at, record);
  let place = list.length;
  while (place > 0 && isAfter(must(list[place - 1], 'list item'), record)) place -= 1;
  return list.toSpliced(place, 0, record);
}

/** The fields of a new record's place, or of the one that it replaces. */
export function placeOf({ seq, nth }: Placed): Placed {
  return nth ? { seq, nth } : { seq };
}

function isAfter(a: Placed, b: Placed): boolean {
  return a.seq > b.seq || (a.seq === b.seq && (a.nth ?? 0) > (b.nth ?? 0));
}

/** The list without what `isSame` finds; the very same list when there is nothing to take out. */
export function without<T>(list: T[], isSame: (other: T) => boolean): T[] {
  const at = list.findIndex(isSame);
  return at < 0 ? list : list.toSpliced(at, 1);
}
