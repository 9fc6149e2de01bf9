/** Who of the roster the people of a file are. */
import type { ImportedPerson } from '../../../shared/imported.ts';
import { plain } from '../../../shared/lib/plain.ts';
import type { State } from '../../../shared/state.ts';
import { keyOf } from '../../importers/import/names.ts';

export type Match = { personId: string; name: string };

/**
 * For each of them, in their order: whoever has this name, as long as it is one person alone; else who had it in a file
 * before, or whose name stands in brackets behind it. Two who have only their brackets in common are not one. A file
 * that keeps several of one name apart, with accents or without, is one of several people.
 */
export function matchesOf(read: readonly ImportedPerson[], roster: State['people']): (Match | null)[] {
  const { byName, byOtherName } = namesOf(roster);
  const count = new Map<string, number>();
  for (const { name } of read) count.set(plain(name), (count.get(plain(name)) ?? 0) + 1);
  const hasNamesake = ({ name }: ImportedPerson) => (count.get(plain(name)) ?? 0) > 1;
  const shared = sharedOut(read.filter(hasNamesake), roster);
  return read.map((person) => {
    if (hasNamesake(person)) return shared.get(person) ?? null;
    const { name, otherNames = [] } = person;
    const exact = byName.get(plain(name)) ?? [];
    const before = byOtherName.get(plain(name)) ?? [];
    const others = otherNames.flatMap((other) => byName.get(plain(other)) ?? []);
    const same = distinct(exact.length > 0 ? exact : [...before, ...others]);
    return same.length === 1 ? (same[0] ?? null) : null;
  });
}

/**
 * Nobody of the roster is two of them: whoever is spelled so comes first, by the own name, then by one of a file; of
 * those who are left the first is the first of the roster, and so on, so that the same file finds each of them again.
 */
function sharedOut(
  namesakes: readonly ImportedPerson[],
  roster: State['people'],
): Map<ImportedPerson, Match> {
  const found = new Map<ImportedPerson, Match>();
  const taken = new Set<string>();
  const own = ({ name }: State['people'][number]) => [name];
  const others = ({ otherNames = [] }: State['people'][number]) => otherNames;
  for (const read of [keyOf, plain]) {
    for (const namesIn of [own, others]) {
      // From the last, so that the first is taken from the end.
      const left: Names = new Map();
      for (const person of roster.toReversed())
        for (const name of namesIn(person)) note(left, read(name), person);
      for (const namesake of namesakes) {
        if (found.has(namesake)) continue;
        const same = left.get(read(namesake.name)) ?? [];
        let next = same.pop();
        while (next && taken.has(next.personId)) next = same.pop();
        if (!next) continue;
        found.set(namesake, next);
        taken.add(next.personId);
      }
    }
  }
  return found;
}

type Names = Map<string, Match[]>;

function namesOf(roster: State['people']): { byName: Names; byOtherName: Names } {
  const [byName, byOtherName]: [Names, Names] = [new Map(), new Map()];
  for (const person of roster) {
    note(byName, plain(person.name), person);
    for (const other of person.otherNames ?? []) note(byOtherName, plain(other), person);
  }
  return { byName, byOtherName };
}

function note(names: Names, key: string, { personId, name }: Match): void {
  const same = names.get(key);
  if (same) same.push({ personId, name });
  else names.set(key, [{ personId, name }]);
}

function distinct(matches: readonly Match[]): Match[] {
  return [...new Map(matches.map((match) => [match.personId, match])).values()];
}
