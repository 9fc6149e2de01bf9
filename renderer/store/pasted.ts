/** Several names at once, as they come out of a chat or a table: whom to add, and who is left out and why. */
import type { Person } from '../../shared/domain/people/schema.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { NAME_CHARS_MAX, PASTED_NAMES_MAX } from '../../shared/lib/limits.ts';
import { plain, plainNameOf } from '../../shared/lib/plain.ts';
import { waitingAs } from './same-person.ts';

export type PastedName = {
  text: string;
  /** Somebody of the roster, or the text itself. */
  who: Person | string;
  /** Why this one is not added. */
  skipped: { why: 'waiting'; as: Entry } | { why: 'twice' | 'long' | 'beyond' } | null;
};

/** What lists begin their lines with: bullets and numbers. */
const MARKS = /^\s*(?:[-–—*•·]\s+|\(?\d{1,4}[.)、．]\s*)/u;

/** The names in a text of several lines; of a row of a table the first cell. One line is no list. */
export function namesIn(text: string): string[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => (line.split('\t').find((cell) => cell.trim() !== '') ?? '').replace(MARKS, '').trim())
    .filter((line) => line !== '');
  return lines.length > 1 ? lines : [];
}

/** Each name matched against the roster by the whole of it, accents and case aside. */
export function sortPasted(
  names: readonly string[],
  { people, entries }: { people: readonly Person[]; entries: readonly Entry[] },
): PastedName[] {
  const roster = new Map(people.toReversed().map((person) => [plainNameOf(person), person]));
  const seen = new Set<string>();
  let count = 0;
  return names.map((text) => {
    const name = plain(text);
    const who = roster.get(name) ?? text;
    const as = waitingAs({ entries }, who);
    const skipped: PastedName['skipped'] = as
      ? { why: 'waiting', as }
      : seen.has(name)
        ? { why: 'twice' }
        : [...text].length > NAME_CHARS_MAX
          ? { why: 'long' }
          : count >= PASTED_NAMES_MAX
            ? { why: 'beyond' }
            : null;
    seen.add(name);
    if (!skipped) count += 1;
    return { text, who, skipped };
  });
}
