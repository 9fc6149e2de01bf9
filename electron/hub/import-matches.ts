/** Who of the roster the people of a file are. */
import type { ImportedPerson } from '../../shared/imported.ts';
import { plain } from '../../shared/lib/plain.ts';
import type { State } from '../../shared/state.ts';
import { keyOf } from '../importers/import/names.ts';

export type Match = { personId: string; name: string };

/**
 * For each of them, in their order: whoever has this name, as long as it is one person alone; else who had it in a file
 * before, or whose name stands in brackets behind it. Two who have only their brackets in common are not one. A file
 * that keeps several of one name apart is one of several people: the first of them is the first of the roster, and so on,
 * so that the same file finds each of them again.
 */
export function matchesOf(read: readonly ImportedPerson[], roster: State['people']): (Match | null)[] {
  const { byName, byOtherName } = namesOf(roster);
  const namesakes = new Map<string, number>();
  for (const { name } of read) namesakes.set(keyOf(name), (namesakes.get(keyOf(name)) ?? 0) + 1);
  const found = new Map<string, number>();
  return read.map(({ name, otherNames = [] }) => {
    const exact = byName.get(plain(name)) ?? [];
    const before = byOtherName.get(plain(name)) ?? [];
    if ((namesakes.get(keyOf(name)) ?? 0) > 1) {
      const place = found.get(keyOf(name)) ?? 0;
      found.set(keyOf(name), place + 1);
      return distinct([...exact, ...before])[place] ?? null;
    }
    const others = otherNames.flatMap((other) => byName.get(plain(other)) ?? []);
    const same = distinct(exact.length > 0 ? exact : [...before, ...others]);
    return same.length === 1 ? (same[0] ?? null) : null;
  });
}

type Names = Map<string, Match[]>;

function namesOf(roster: State['people']): { byName: Names; byOtherName: Names } {
  const [byName, byOtherName]: [Names, Names] = [new Map(), new Map()];
  const note = (names: Names, name: string, known: Match) => {
    const same = names.get(plain(name));
    if (same) same.push(known);
    else names.set(plain(name), [known]);
  };
  for (const { personId, name, otherNames = [] } of roster) {
    note(byName, name, { personId, name });
    for (const other of otherNames) note(byOtherName, other, { personId, name });
  }
  return { byName, byOtherName };
}

function distinct(matches: readonly Match[]): Match[] {
  return [...new Map(matches.map((match) => [match.personId, match])).values()];
}
