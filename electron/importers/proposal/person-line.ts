/**
 * One line about one person: `Name, Stakeholder, Region` (IGF session pages), `Name, Organisation`, and what people
 * type in their place: dashes, pipes, brackets, a side, an e-mail address.
 */

import { GROUP_CHARS_MAX, NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel, Groups } from '../../../shared/lib/vocabulary.ts';
import { findDurations } from './durations.ts';
import { type Meaning, meaningOf } from './labels.ts';
import { sideOf } from './sides.ts';
import { cutOutside, shorten, wordCount } from './text-lines.ts';
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
/** “ITU” under the organisers is none of them. */
const ACRONYM = /^[A-Z]{2,6}$/;
const NOBODY = /^(?:tbc|tbd|tba|n\/a|none|-|to be (?:confirmed|determined|announced)|待定)\.?$/i;
/** Small words inside names, which must not make a name look like a sentence. */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|el|al|bin|bint|ibn|van|von|der|den|ter|y|e|st\.?)$/i;

/** Words that make a line without a comma the name of an organisation. */
const BODY =
  /\s(?:and|of|on|for|in|at|to|with)\s|(?<!\p{L})(?:initiative|foundation|institut[eo]?|society|forum|university|ministry|association|network|council|commission|union|cent(?:re|er)|agency|office|organi[sz]ation|secretariat|coalition|alliance|company|inc|ltd|gmbh|igf|academy|department|federation|committee|chapter|project|programme|lab|labs)(?!\p{L})|(?:协会|研究会|研究院|研究所|大学|学院|基金会|公司|集团|委员会|学会|联合会|联盟|中心|智库|科院|论坛|组织|[部局署])$/iu;

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
      .trim(),
    count,
  };
}

/** What a line says about a person, or null when it is something else, such as a sentence. */
export function personLine(line: string): PersonLine | null {
  if (line.length > PERSON_CHARS_MAX) return null;
  const { text, channel } = takeSide(line);
  const parts = partsOf(text);
  const role = takeRole(parts);
  const groups: Groups = {};
  const region = isRegion(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const stakeholder = parts.findLastIndex(isStakeholder);
  if (stakeholder >= 0) groups.stakeholder = parts.splice(stakeholder, 1)[0] ?? '';
  if (region !== undefined) groups.region = region;
  const grouped = groups.region !== undefined || groups.stakeholder !== undefined;
  const name = parts.shift() ?? '';
  if (name === '' || NOBODY.test(name)) return grouped || name !== '' ? { name: '', groups } : null;
  if (!isName(name) || BODY.test(name) || ACRONYM.test(name)) return null;
  // “Youth representative (TBC)” is nobody yet, and “Discussion question” alone no name.
  if (!isCapitalised(name)) {
    if (parts.some((part) => NOBODY.test(part))) return { name: '', groups };
    if (parts.length === 0 && !grouped && !channel && !role) return null;
  }
  const offices = parts.filter((part) => !NOBODY.test(part) && !isLength(part));
  const organisation = shorten(offices.join(', '), NAME_CHARS_MAX);
  return {
    name,
    groups,
    ...(organisation === '' ? {} : { organisation }),
    ...(channel ? { channel } : {}),
    ...(role ? { role } : {}),
  };
}

/** How long somebody speaks is no organisation. */
function isLength(text: string): boolean {
  return findDurations(text).some(({ start, end }) => start === 0 && end === text.length);
}

/** Sure to be a person even where no label says so: the line ends in a regional group and starts with a name. */
export function isGroupedPerson(line: string): boolean {
  const person = line.length <= 200 ? personLine(line) : null;
  return person !== null && person.name !== '' && person.groups.region !== undefined && line.includes(',');
}

/** Two to five words that each look like a part of a name, and nothing else. */
export function isBareName(line: string): boolean {
  if (BODY.test(line)) return false;
  if (/^[\p{Script=Han}·]{2,8}$/u.test(line)) return true;
  const words = line.split(' ');
  if (words.length < 2 || words.length > 5 || !isName(line)) return false;
  return isCapitalised(line);
}

function isCapitalised(text: string): boolean {
  return text.split(' ').every((word) => /^[^\p{Ll}]/u.test(word) || PARTICLE.test(word));
}

/** Errs towards refusing: a sentence taken for a person would appear on every screen of the room. */
function isName(text: string): boolean {
  const small = text.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
  if (small.length > 2) return false;
  if (text.length > NAME_CHARS_MAX || wordCount(text) > 8) return false;
  if (!/\p{L}/u.test(text) || /[\d?!:@/|<>{}[\]“”"。？！]/u.test(text)) return false;
  return (
    !/\p{L}{4,}\.$/u.test(text) &&
    /^["'(]?[\p{Lu}\p{Lo}]/u.test(text.replace(/^(?:de|da|van|von|al|el|d['’])[ -]?/, ''))
  );
}

/** `ONLINE: Ann Lee`, `Ann Lee (online)`, `Ann Lee, Acme, online`, `Ann Lee - online`: wholly a side, or it is something else. */
function takeSide(line: string): { text: string; channel?: Channel } {
  const sides: Channel[] = [];
  const take = (text: string) => {
    const side = sideOf(text);
    if (side) sides.push(side);
    return side !== undefined;
  };
  const [, before = '', rest = line] = /^([^:：]{2,20})[:：]\s*(.+)$/.exec(line) ?? [];
  const unprefixed = take(before) ? rest : line;
  const kept = unprefixed
    .replace(/\s?[([（【]([^()[\]（）【】]{2,60})[)\]）】]/g, (whole, inside: string) => {
      const pieces = inside.split(/\s*[,，;；]\s*/);
      const others = pieces.filter((piece) => !take(piece));
      if (others.length === pieces.length) return whole;
      return others.length === 0 ? '' : ` (${others.join(', ')})`;
    })
    .replace(
      /(?:\s+[-–—]\s+|(?<=[)）])\s*)((?:(?![-–—] )[^\s,，()（）]{1,30} ?){1,4})$/,
      (whole, end: string) => (take(end) ? '' : whole),
    );
  const pieces = cutOutside(kept, /[,，|]/g);
  const text = pieces.filter((piece, i) => i === 0 || !take(piece)).join(', ');
  const [channel] = sides;
  return { text: sides.length === 0 ? line : text, ...(channel ? { channel } : {}) };
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

/** Commas and pipes divide; a dash does where it comes before any comma; groups may stand in brackets at the end. */
function partsOf(text: string): string[] {
  const commas = cutOutside(text, /[,，|、]/g);
  const [first = '', ...others] = commas;
  // Without commas, dashes divide as often as they come.
  const dashed = others.length === 0 ? first.split(/ [-–—] /) : splitOnce(first);
  const parts = [...dashed.flatMap(spaced), ...others];
  return parts
    .flatMap((part, i) => (i === 0 || i === parts.length - 1 ? unbracketed(part, i === 0) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (isRegion(part) || isStakeholder(part) ? shorten(part, GROUP_CHARS_MAX) : part));
}

function splitOnce(text: string): string[] {
  const dash = text.search(/ [-–—] /);
  return dash < 0 ? [text] : [text.slice(0, dash), text.slice(dash + 3)];
}

/** `陈静 清华大学 教授`, `Sarah Lee 新加坡国立大学`: before Chinese words, a space is a comma; a short one after a name is its other script. */
function spaced(text: string): string[] {
  const [, name = '', others = ''] =
    /^([\p{Script=Han}·]{2,4}(?:[(（]\S*)?|[\p{Script=Latin}.'’ -]+?) (\p{Script=Han}.*)$/u.exec(text) ?? [];
  const isName = name === '' || (!isHan(name) && /^\p{Script=Han}{2,4}$/u.test(others) && !BODY.test(others));
  return isName ? [text] : [name, others];
}

/** `Ann Lee (ISOC, WEOG)`; but “李明 (Li Ming)” is one name in two scripts. */
function unbracketed(part: string, isName: boolean): string[] {
  if (isRegion(part)) return [part];
  const [, before = '', inside = ''] = /^(.{2,200}?) ?[(（[]([^()（）[\]]{2,150})[)）\]]$/.exec(part) ?? [];
  if (before === '' || (isName && isBareName(inside) && isHan(before) !== isHan(inside))) return [part];
  return [...unbracketed(before, isName), ...inside.split(/\s*[,，;；]\s*/)];
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
