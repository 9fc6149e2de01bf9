/** Finding somebody by a few letters of any part of the name or organisation. */
import type { Person } from '../../shared/domain/people/schema.ts';

const MATCHES_MAX = 8;

/** Accents and case do not matter; names that begin with the letters come first. */
export function findPeople(people: readonly Person[], letters: string): Person[] {
  const wanted = plain(letters);
  if (wanted === '') return [];
  const found: { person: Person; rank: number }[] = [];
  for (const person of people) {
    const name = plain(person.name);
    const rank = name.startsWith(wanted)
      ? 0
      : name.includes(` ${wanted}`)
        ? 1
        : name.includes(wanted)
          ? 2
          : 3;
    if (rank < 3 || plain(person.organisation ?? '').includes(wanted)) found.push({ person, rank });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MATCHES_MAX)
    .map(({ person }) => person);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
