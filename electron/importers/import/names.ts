/** Names as platforms show them, and what of them may go into the log: no e-mail address, no pronouns. */
import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { nameSchema } from '../../../shared/lib/schema.ts';
import type { Problems } from './problems.ts';

/** `otherName` stood in brackets behind it. */
export type ShownName = {
  name: string;
  otherName?: string;
  email?: string;
  doubts?: readonly ('address-as-name' | 'name-cut')[];
};

/** Enough for two names and an address; no more of a cell is looked at. */
const CHARS_READ_MAX = 8 * NAME_CHARS_MAX;
/** A name in letters of another script may stand right before an address or after it; bounded, so that no cell is slow. */
const ADDRESS =
  /(?=[^\s@＠﹫]{1,64}[@＠﹫])(?:[\p{Script=Latin}\p{N}_][\p{Script=Latin}\p{N}\p{M}.%'+=_~-]{0,63}|(?:(?!\p{Script=Latin})[\p{L}\p{M}]){1,64}|[!#$%&'*+=?^`{|}~/.-]{1,64})[@＠﹫][\p{L}\p{M}\p{N}_.．-]{1,255}[.．](?:[a-z\d-]{2,63}|[\p{L}\p{N}-]{2,63})/giu;
const EMPTY_BRACKETS = /[<(（[【［〔《〈＜{｛「『]\s*[>)）\]】］〕》〉＞}｝」』]/g;
const IN_BRACKETS = /^[<(（[【［]([^<(（[【［>)）\]】］]*)[>)）\]】］]$/;
const SIGNS_AT_ENDS = /^[\s|/,，;；:：·–—-]+|(?<![\s|/,，;；:：·–—-])[\s|/,，;；:：·–—-]+$/g;
/** What an address stood between. */
const SIGN_TWICE = /[|/,，;；·]\s*(?=[|/,，;；·])/g;
/** What says that an address follows is nobody's name. */
const ADDRESS_LABEL =
  /^(?:e-?mail|mail|email address|contacts?|kontakt|contacto|contato|courriel|correo|电子邮件|電子郵件|邮箱|联系方式)$/i;
const PRONOUNS =
  /(?:#\s*)?[（([【]\s*(?:(?:she|he|they|her|him|his|them|ze|xe|sie|er|dey|elle|il|iel|ella|él|ela|ele|elu|lei|lui|hen|hij|zij)(?:\s*[/／]\s*\p{L}{1,12}){1,3}|any pronouns|(?:[他她它]|ta)的?(?:\s*[/／]\s*\p{L}{1,12}){1,3}|[他她])\s*[)）\]】]|\s(?:[他她它]|ta)[/／](?:[他她它]|ta)的?\s*$/giu;

/** Teams says of somebody without an account that it is a guest, in the language of whoever exports. */
const GUEST =
  /[（(]\s*(?:guest|gast|invitée?|invitad[oa]|convidad[oa]|ospite|gość|гость|misafir|访客|来宾|來賓|ゲスト|게스트|unverified|external|nicht überprüft|non vérifiée?)\s*[)）]\s*$/iu;

/** Null where nobody is named; an address is the name as far as its `@`. `apart` tells a name and what stands in brackets. */
export function readName(
  text: string,
  apart: (shown: string) => readonly [name: string, other?: string] = (shown) => [shown],
): ShownName | null {
  const shown = text.slice(0, CHARS_READ_MAX).replace(PRONOUNS, ' ').replace(GUEST, '').trim();
  const address = addressIn(shown);
  const rest = address === undefined ? shown : withoutAddress(shown) || address.replace(/@.*/, '');
  const [said, other = ''] = apart(rest);
  const name = nameOf(said);
  if (name === null) return null;
  const otherName = nameOf(other);
  const doubts = [
    ...(address === undefined ? [] : ['address-as-name' as const]),
    ...(said.trim().length > NAME_CHARS_MAX ? ['name-cut' as const] : []),
  ];
  return {
    name,
    ...(otherName !== null && otherName !== name && { otherName }),
    ...(address !== undefined && { email: address.toLowerCase() }),
    ...(doubts.length > 0 && { doubts }),
  };
}

/** What stands before the `@` of an address is no organisation: where nothing else is there, that is a problem. */
export function readOrganisation(text: string, say: () => void): string | null {
  const shown = text.slice(0, CHARS_READ_MAX).trim();
  if (addressIn(shown) === undefined) return nameOf(shown);
  const organisation = nameOf(withoutAddress(shown));
  if (organisation === null) say();
  return organisation;
}

function addressIn(shown: string): string | undefined {
  return /[@＠﹫]/.test(shown) ? shown.match(ADDRESS)?.[0].normalize('NFKC') : undefined;
}

/** Empty where nothing else is there. */
function withoutAddress(shown: string): string {
  const bare = shown
    .replace(/mailto:/gi, '')
    .replace(ADDRESS, ' ')
    .replace(/\s+/g, ' ')
    .replace(EMPTY_BRACKETS, ' ')
    // One pair may have stood in another.
    .replace(EMPTY_BRACKETS, ' ')
    .replace(SIGN_TWICE, '')
    .replace(SIGNS_AT_ENDS, '')
    .replace(IN_BRACKETS, '$1')
    .trim();
  return /\p{L}/u.test(bare) && !ADDRESS_LABEL.test(bare) ? bare : '';
}

/** The name as it was taken is in the sentence, the address never: whoever imports need not be one who may see it. */
export function sayDoubt({ name, doubts = [] }: ShownName, row: number, problems: Problems): void {
  for (const doubt of doubts) problems.once(doubt, row, { name, limit: NAME_CHARS_MAX });
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
  return read.success && !/^[-–—_=*\s]+$/.test(read.data) ? read.data : null;
}

/** A first and a last name as one; in Chinese the family's comes first, without a space. */
export function joinedName(first: string, last: string): string {
  const isHan = /^\p{Script=Han}+$/u.test(first + last);
  return isHan ? `${last}${first}` : `${first} ${last}`;
}
