/**
 * One line about one person: `Name, Stakeholder, Region` (IGF session pages), `Name, Organisation`, and what people
 * type in their place: dashes, pipes, brackets, a side, an e-mail address.
 */

import { GROUP_CHARS_MAX, NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel, Groups } from '../../../shared/lib/vocabulary.ts';
import { shorten, wordCount } from './text-lines.ts';
import { isRegion, isStakeholder } from './vocabulary.ts';

export type PersonLine = {
  /** Empty when the line has groups or an organisation but names nobody, as the forms of 2018 printed organizers. */
  name: string;
  organisation?: string;
  groups: Groups;
  /** Only where the line says it. */
  channel?: Channel;
};

const PERSON_CHARS_MAX = 300;
const EMAIL =
  /\[?\(?\b[\w.+-]{1,64}(?:@| ?\[at\] ?)[\w-]{1,63}(?:(?:\.| ?\[dot\] ?)[\w-]{1,63}){1,4}\)?\]?|\[email protected\]/giu;
/** Only as the whole of a bracket: “Online Safety Forum” says nothing about a side. */
const ONLINE = /^(?:online|remote|remotely|virtual|virtually|joining online|线上)$/i;
const ONSITE = /^(?:onsite|on-site|in person|in-person|in the room|现场)$/i;
const NOBODY = /^(?:tbc|tbd|tba|n\/a|none|-|to be (?:confirmed|determined|announced)|待定)\.?$/i;
/** Small words inside names, which must not make a name look like a sentence. */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|el|al|bin|bint|ibn|van|von|der|den|ter|y|e|st\.?)$/i;

/** Words that make a line without a comma the name of an organisation. */
const BODY =
  /(?<!\p{L})(?:initiative|foundation|institut[eo]?|society|forum|university|ministry|association|network|council|commission|union|cent(?:re|er)|agency|office|organi[sz]ation|secretariat|coalition|alliance|company|inc|ltd|gmbh|igf|academy|department|federation|committee|chapter|project|programme|lab|labs)(?!\p{L})|(?:协会|研究会|研究院|大学|基金会|公司|委员会|学会)$/iu;

/** The line without e-mail addresses, which must stay erasable and so have no place in a plan. */
export function withoutEmails(text: string): { text: string; count: number } {
  let count = 0;
  const kept = text.replace(EMAIL, () => {
    count++;
    return '';
  });
  return { text: kept.replace(/ {2,}/g, ' ').trim(), count };
}

/** What a line says about a person, or null when it is something else, such as a sentence. */
export function personLine(line: string): PersonLine | null {
  if (line.length > PERSON_CHARS_MAX) return null;
  const { text, channel } = takeChannel(line);
  const parts = partsOf(text);
  const groups: Groups = {};
  const region = isRegion(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const stakeholder = parts.findLastIndex(isStakeholder);
  if (stakeholder >= 0) groups.stakeholder = parts.splice(stakeholder, 1)[0] ?? '';
  if (region !== undefined) groups.region = region;
  const grouped = groups.region !== undefined || groups.stakeholder !== undefined;
  const name = parts.shift() ?? '';
  if (name === '' || NOBODY.test(name)) return grouped || name !== '' ? { name: '', groups } : null;
  if (!isName(name) || BODY.test(name)) return null;
  const organisation = shorten(parts.join(', '), NAME_CHARS_MAX);
  return {
    name,
    groups,
    ...(organisation === '' ? {} : { organisation }),
    ...(channel ? { channel } : {}),
  };
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
  return words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || PARTICLE.test(word));
}

/** Several people in one line: `A, Org; B, Org`, or with dashes after each one's group. */
export function splitPeople(line: string): string[] {
  const bySemicolon = line.split(/\s*[;；]\s*/).filter((part) => part !== '');
  if (bySemicolon.length > 1) return bySemicolon;
  const people: string[] = [];
  for (const piece of line.split(/\s+[-–—]\s+/)) {
    const before = people.at(-1);
    const lastPart = before?.split(',').at(-1)?.trim() ?? '';
    if (before === undefined || (before.includes(',') && (isRegion(lastPart) || isStakeholder(lastPart))))
      people.push(piece);
    else people[people.length - 1] = `${before} - ${piece}`;
  }
  return people;
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

function takeChannel(line: string): { text: string; channel?: Channel } {
  let channel: Channel | undefined;
  const text = line.replace(/\s?[([（]([^()[\]（）]{2,30})[)\]）]/g, (whole, inside: string) => {
    const said = ONLINE.test(inside.trim()) ? 'online' : ONSITE.test(inside.trim()) ? 'onsite' : undefined;
    channel ??= said;
    return said ? '' : whole;
  });
  return { text: text.trim(), ...(channel ? { channel } : {}) };
}

/** Commas and pipes divide; a dash does where it comes before any comma; groups may stand in brackets at the end. */
function partsOf(text: string): string[] {
  const bracket = /^(.{2,200}?) ?[(（]([^()（）]{2,150})[)）]$/.exec(text);
  const inside = bracket?.[2]?.split(/\s*[,，]\s*/) ?? [];
  const whole = isRegion(text.slice(text.lastIndexOf(',') + 1));
  const flat =
    bracket?.[1] && !whole && !bracket[1].includes('(') ? `${bracket[1]}, ${inside.join(', ')}` : text;
  const comma = flat.search(/[,，|]/);
  const dash = flat.search(/ [-–—] /);
  const split =
    dash > 0 && (comma < 0 || dash < comma) ? `${flat.slice(0, dash)},${flat.slice(dash + 3)}` : flat;
  return split
    .split(/[,，|、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (isRegion(part) || isStakeholder(part) ? shorten(part, GROUP_CHARS_MAX) : part));
}
