/** Finding somebody by a few letters of any part of the name or organisation, in the script or by its sound. */
import type { Person } from '../../shared/domain/people/schema.ts';
import { plain, plainNameOf } from '../../shared/lib/plain.ts';
import type { SoundsOf } from './sounds.ts';
import { NO_SOUNDS, spells } from './sounds.ts';

const MATCHES_MAX = 8;

/** The better the match the smaller. */
const BEGINS = 0;
const WORD_BEGINS = 1;
const INSIDE = 2;
const ORGANISATION = 3;
const NONE = 4;

/** Accents and case do not matter; names that begin with the letters come first. */
export function findPeople(
  people: readonly Person[],
  letters: string,
  soundsOf: SoundsOf = NO_SOUNDS,
): Person[] {
  const wanted = plain(letters);
  if (wanted === '') return [];
  const ranked: Person[][] = [[], [], [], []];
  for (const person of people) ranked[rankOf(person, wanted, soundsOf)]?.push(person);
  return ranked.flat().slice(0, MATCHES_MAX);
}

function rankOf(person: Person, wanted: string, soundsOf: SoundsOf): number {
  const name = plainNameOf(person);
  if (name.startsWith(wanted)) return BEGINS;
  const sounds = soundsOf(person.name);
  if (spells(wanted, sounds)) return BEGINS;
  if (wordsBegin(name, wanted) || sounds.some((_, at) => spells(wanted, sounds.slice(at))))
    return WORD_BEGINS;
  if (name.includes(wanted)) return INSIDE;
  return plain(person.organisation ?? '').includes(wanted) ? ORGANISATION : NONE;
}

/** Every word that was typed begins one of the name's, in any order: “wei z” finds Zhang Wei. */
function wordsBegin(name: string, wanted: string): boolean {
  const words = name.split(/[\s\p{P}]+/u);
  return wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}
