import { must } from './assert.ts';

/** A record of a list: `seq` is the commit that made it, and the list is kept in that order. */
export type Placed = { readonly seq: number };

/**
 * The list with `record` in place of the one that `isSame` finds, or put in by its `seq`. So a record that
 * comes back by an undo stands where it stood.
 */
export function put<T extends Placed>(list: readonly T[], record: T, isSame: (other: T) => boolean): T[] {
  const at = list.findIndex(isSame);
  if (at >= 0) return list.with(at, record);
  let place = list.length;
  while (place > 0 && must(list[place - 1], 'list item').seq > record.seq) place -= 1;
  return list.toSpliced(place, 0, record);
}

/** The list without what `isSame` finds; the very same list when there is nothing to take out. */
export function without<T>(list: T[], isSame: (other: T) => boolean): T[] {
  const at = list.findIndex(isSame);
  return at < 0 ? list : list.toSpliced(at, 1);
}
