/** What people type about themselves for others to see, and what of it is not taken. */
import { plain } from '../../lib/plain.ts';
import { isStaff } from '../context.ts';
import type { Person } from './schema.ts';

/** An address with its scheme, with `www.`, or with one of the endings that crowds post; a file such as `node.js` is none. */
const LINK =
  /(?:\bhttps?:\/\/|\bwww\.)\S|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+\.(?:com|org|io|ly|me|gg|xyz|ru|cn|link|shop|site|app)(?![\p{L}\p{N}])/iu;

export function hasLink(text: string): boolean {
  return LINK.test(text);
}

/** Letters of other scripts, and figures, that look like a Latin letter (of Unicode's confusables, those of names). */
const LATIN: Record<string, string> = {
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    е: 'e',
    ё: 'e',
    н: 'h',
    і: 'l',
    ї: 'l',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
  },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'l', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ '0': 'o', '1': 'l', '3': 'e', '5': 's', i: 'l' },
};

/** Two names with the same one look the same to whoever reads them in a hurry. */
export function skeleton(name: string): string {
  return [...plain(name).replace(/[^\p{L}\p{N}]/gu, '')].map((letter) => LATIN[letter] ?? letter).join('');
}

/** Whether the name could be taken for that of somebody on the staff, as the roster says, who is somebody else. */
export function looksLikeStaff(people: readonly Person[], name: string, personId: string): boolean {
  const wanted = skeleton(name);
  return people.some(
    (person) =>
      person.personId !== personId &&
      isStaff({ roles: person.roles ?? [] }) &&
      skeleton(person.name) === wanted,
  );
}
