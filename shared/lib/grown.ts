/**
 * Lists of which each state has its own, and which only grow: what is known of one is handed on to the next, so that the
 * turn after thousands costs what the second one does. Whatever was made another way is looked at whole.
 */
import { must } from './assert.ts';

type List = readonly object[];

/** One step back only, or every list that ever was would be kept. */
const grownFrom = new WeakMap<List, List>();
const idsOf = new WeakMap<List, Set<string>>();

/** The list and one more. Of thousands `toSpliced` takes a thirtieth of what spreading does. */
export function append<T extends object>(list: readonly T[], record: T): T[] {
  const grown = list.toSpliced(list.length, 0, record);
  grownFrom.delete(list);
  grownFrom.set(grown, list);
  return grown;
}

/** What `append` has added to `before`; undefined when `after` is not known to be just that. */
export function addedTo<T extends object>(before: readonly T[], after: readonly T[]): T | undefined {
  return grownFrom.get(after) === before ? after.at(-1) : undefined;
}

/** Whether a record has this id; `idOf` is always the same for one kind of list. */
export function hasId<T extends object>(
  list: readonly T[],
  id: string,
  idOf: (record: T) => string,
): boolean {
  const known = idsOf.get(list) ?? handedOn(list, idOf) ?? new Set(list.map(idOf));
  idsOf.set(list, known);
  return known.has(id);
}

/** The set of the list before goes over to this one: that list is of the past, and would make its own anew. */
function handedOn<T extends object>(
  list: readonly T[],
  idOf: (record: T) => string,
): Set<string> | undefined {
  const before = grownFrom.get(list);
  const ids = before && idsOf.get(before);
  if (!ids) return undefined;
  idsOf.delete(before);
  return ids.add(idOf(must(list.at(-1), 'list item')));
}
