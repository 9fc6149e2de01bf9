/**
 * One line about one person: `Name, Stakeholder, Region` (IGF session pages), `Name, Organisation`, and what people
 * type in their place: dashes, pipes, brackets, a side, an e-mail address.
 */

import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel, Groups } from '../../../shared/lib/vocabulary.ts';
import { agendaKind } from './agenda-kind.ts';
import { firstSentence } from './agenda-line.ts';
import { isDuration } from './durations.ts';
import { type Meaning, meaningOf } from './labels.ts';
import { isBody, isCapitalised, isName } from './names.ts';
import { partsAndSide } from './person-parts.ts';
import { shorten } from './text-lines.ts';
import { isRegion, isStakeholder, PEOPLE_KINDS } from './vocabulary.ts';

export type PersonLine = {
  /** Empty when the line has groups or an organisation but names nobody, as the forms of 2018 printed organizers. */
  name: string;
  organisation?: string;
  groups: Groups;
  /** Only where the line says it. */
  channel?: Channel;
  /** What the line itself says that this person does: `Ann Lee (Rapporteur)`. */
  role?: Meaning;
};

const PERSON_CHARS_MAX = 300;
const EMAIL =
  /\[?\(?\b[\w.+-]{1,64}(?:@| ?\[at\] ?)[\w-]{1,63}(?:(?:\.| ?\[dot\] ?)[\w-]{1,63}){1,4}\)?\]?|\[email protected\]/giu;
const NOBODY = /^(?:tbc|tbd|tba|n\/a|none|-|to be (?:confirmed|determined|announced)|待定)\.?$/i;
/** Whether somebody has said yes yet is no organisation. */
const STATUS = /^(?:confirmed|unconfirmed|invited|tentative|pending|已确认|待确认|拟邀)$/i;
const DEGREE = /^(?:ph\.?\s?d|ll\.?\s?[bmd]|m\.?b\.?a|m\.?sc|m\.?a|b\.?a|esq|jr|sr)\.?$/i;
const PRONOUNS = /^(?:s?he|they|ze|xe|sie|er|elle|il|iel|ella|él|ela|ele)(?:\s*\/\s*\p{L}{1,12}){1,3}$/iu;

/** How somebody is called, and for how long somebody speaks, is no organisation either. */
const NO_OFFICE: readonly RegExp[] = [NOBODY, STATUS, DEGREE, PRONOUNS];

/** The line without e-mail addresses, which must stay erasable and so have no place in a plan. */
export function withoutEmails(text: string): { text: string; count: number } {
  let count = 0;
  const kept = text.replace(EMAIL, () => {
    count++;
    return '';
  });
  return {
    text: kept
      .replace(/<\s*>|\(\s*\)/g, '')
      .replace(/ {2,}/g, ' ')
      .replace(/[\s,;|–—-]+$/, (end) => (count > 0 ? '' : end))
      .trim(),
    count,
  };
}

/** What a line says about a person, or null when it is something else, such as a sentence. */
export function personLine(line: string): PersonLine | null {
  if (line.length > PERSON_CHARS_MAX) return null;
  const { parts, channel } = partsAndSide(line);
  const role = takeRole(parts);
  const groups: Groups = {};
  const region = isRegion(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const stakeholder = parts.findLastIndex(isStakeholder);
  if (stakeholder >= 0) groups.stakeholder = parts.splice(stakeholder, 1)[0] ?? '';
  if (region !== undefined) groups.region = region;
  const grouped = groups.region !== undefined || groups.stakeholder !== undefined;
  const name = wholeName(parts).replace(FOOTNOTE, '');
  if (name === '' || NOBODY.test(name)) return grouped || name !== '' ? { name: '', groups } : null;
  if (!isName(name) || isBody(name)) return null;
  // “Youth representative (TBC)” is nobody yet, and “Discussion question” alone no name.
  if (!isCapitalised(name)) {
    if (parts.some((part) => NOBODY.test(part))) return { name: '', groups };
    if (parts.length === 0 && !grouped && !channel && !role) return null;
  }
  // “Closing” in a cell below a label is the next item.
  if (parts.length === 0 && !grouped && !channel && !name.includes(' ') && agendaKind(name)) return null;
  const isOffice = (part: string) => !NO_OFFICE.some((words) => words.test(part)) && !isDuration(part);
  const offices = parts.filter(isOffice);
  const organisation = shorten(firstSentence(offices.join(', ')), NAME_CHARS_MAX);
  return {
    name,
    groups,
    ...(organisation === '' ? {} : { organisation }),
    ...(channel ? { channel } : {}),
    ...(role ? { role } : {}),
  };
}

/** Sure to be a person even where no label says so: the line ends in a regional group and starts with a name. */
export function isGroupedPerson(line: string): boolean {
  const person = line.length <= 200 ? personLine(line) : null;
  return person !== null && person.name !== '' && person.groups.region !== undefined && line.includes(',');
}

/** What is said of somebody at the foot of the page. */
const FOOTNOTE = /(?<=\p{L})[*†‡§¹²³⁴-⁹]+$/u;
const HONORIFIC_ALONE = /^(?:mr|mrs|ms|mx|dr|prof)\.?$/i;

/** `Ms., Tilda, ROOT, Civil Society, Acme`, as the forms of 2017 print it: the first parts are one name. */
function wholeName(parts: string[]): string {
  if (!HONORIFIC_ALONE.test(parts[0] ?? '')) return parts.shift() ?? '';
  const isWord = (part: string | undefined) => part !== undefined && /^\p{Lu}[\p{L}'’-]*$/u.test(part);
  return parts.splice(0, isWord(parts[1]) && isWord(parts[2]) ? 3 : 2).join(' ');
}

/** Only what nobody has for an office: a chair or a reporter may be one elsewhere. */
const OFFICE = /chair|organi[sz]er|host|reporter|presenter|expert|people|主办|专家/i;

function takeRole(parts: string[]): Meaning | undefined {
  for (const [i, part] of parts.entries()) {
    const meaning = i > 0 && !OFFICE.test(part) ? meaningOf(part) : undefined;
    if (!meaning || !PEOPLE_KINDS.has(meaning.kind)) continue;
    parts.splice(i, 1);
    return meaning;
  }
  return undefined;
}
