/** Names as platforms show them, and what of them may go into the log: no e-mail address, no pronouns. */
import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { nameSchema } from '../../../shared/lib/schema.ts';
import type { Problems } from './problems.ts';

/** `otherName` stood in brackets behind it. */
export type ShownName = {
  name: string;
  otherName?: string;
  email?: string;
  doubt?: 'address-as-name' | 'name-cut';
};

/** Enough for two names and an address; no more of a cell is looked at. */
const CHARS_READ_MAX = 8 * NAME_CHARS_MAX;
const ADDRESS = /[^\s@<>()（），,;:"]+@[^\s@<>()（），,;:"]+\.[\p{L}\p{N}-]{2,}/gu;
const EMPTY_BRACKETS = /<\s*>|\(\s*\)|（\s*）|\[\s*\]/g;
const PRONOUNS =
  /[（(]\s*(?:she|he|they|ze|xe|sie|er|dey|elle|il|iel|ella|él|ela|ele|elu|lei|lui|hen|hij|zij)(?:\s*[/／]\s*\p{L}{1,12}){1,3}\s*[)）]/giu;

/** Null where nobody is named; an address is the name as far as its `@`. `apart` tells a name and what stands in brackets. */
export function readName(
  text: string,
  apart: (shown: string) => readonly [name: string, other?: string] = (shown) => [shown],
): ShownName | null {
  const shown = text.slice(0, CHARS_READ_MAX).replace(PRONOUNS, ' ').trim();
  const [email] = shown.match(ADDRESS) ?? [];
  const rest = email === undefined ? shown : withoutAddress(shown, email);
  const [said, other = ''] = apart(rest);
  const name = nameOf(said);
  if (name === null) return null;
  const otherName = nameOf(other);
  const isCut = said.length > NAME_CHARS_MAX;
  return {
    name,
    ...(otherName !== null && otherName !== name && { otherName }),
    ...(email !== undefined && { email: email.toLowerCase(), doubt: 'address-as-name' }),
    ...(isCut && { doubt: 'name-cut' }),
  };
}

function withoutAddress(shown: string, email: string): string {
  const rest = shown.replace(ADDRESS, ' ').replace(EMPTY_BRACKETS, ' ').trim();
  const bare = rest.replace(/^[（(]([^（()）]*)[)）]$/, '$1');
  return /[\p{L}\p{N}]/u.test(bare) ? bare : email.slice(0, email.indexOf('@'));
}

/** The name as it was taken is in the sentence, the address never: whoever imports need not be one who may see it. */
export function sayDoubt({ name, doubt }: ShownName, row: number, problems: Problems): void {
  if (doubt) problems.once(doubt, row, { name, limit: NAME_CHARS_MAX });
}

/** `outside (inside)`; null without brackets at the end. */
export function bracketed(text: string): [outside: string, inside: string] | null {
  const shown = text.trim();
  const open = Math.max(shown.lastIndexOf('('), shown.lastIndexOf('（'));
  const close = shown.slice(open + 1).search(/[)）]/) + open + 1;
  if (open < 0 || close !== shown.length - 1) return null;
  return [shown.slice(0, open).trim(), shown.slice(open + 1, close).trim()];
}

/** Widths, case and spaces aside. */
export function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Null for a name that is none; a longer one than any is cut. */
export function nameOf(text: string): string | null {
  // Half a character at the cut is none.
  const cut = text
    .trim()
    .slice(0, NAME_CHARS_MAX)
    .replace(/[\uD800-\uDBFF]$/, '');
  const read = nameSchema.safeParse(cut);
  return read.success && read.data !== '--' ? read.data : null;
}

/** A first and a last name as one; in Chinese the family's comes first, without a space. */
export function joinedName(first: string, last: string): string {
  const isHan = /^\p{Script=Han}+$/u.test(first + last);
  return isHan ? `${last}${first}` : `${first} ${last}`;
}
