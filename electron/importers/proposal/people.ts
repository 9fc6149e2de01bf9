/**
 * Who is named in a proposal and in which role. Pages lose labels when they are copied, so a person who stands alone
 * is put into the roster without a role, and a note says which label the form usually has at that place.
 */
import type { Channel, Role } from '../../../shared/lib/vocabulary.ts';
import type { PersonPlan } from '../../../shared/plan.ts';
import { agendaKind } from './agenda-kind.ts';
import { bareDuration, timedLines } from './agenda-line.ts';
import { isBareName } from './names.ts';
import type { NoteList } from './note-list.ts';
import { isGroupedPerson, type PersonLine, personLine, withoutEmails } from './person-line.ts';
import { type Roster, roster } from './roster.ts';
import { isPlural, type Section } from './sections.ts';
import { sideOf } from './sides.ts';
import { splitPeople } from './split-people.ts';
import type { TextLine } from './text-lines.ts';
import { PEOPLE_KINDS, type SectionKind } from './vocabulary.ts';

export type PeopleFound = {
  people: PersonPlan[];
  /** How many speakers are named. */
  speakers: number;
  /** Numbers of the lines that were used. */
  used: Set<number>;
};

/** What a label gives to whoever is under it; a moderator without a side gets no role. */
export const ROLES: Partial<Record<SectionKind, { role?: Role; panel?: boolean; channel?: Channel }>> = {
  organizers: {},
  participants: {},
  moderator: {},
  speakers: { panel: true },
  'onsite-moderator': { role: 'onsite-moderator' },
  'online-moderator': { role: 'online-moderator', channel: 'online' },
  rapporteur: { role: 'rapporteur' },
};

/** A line with more than this is prose that happens to name somebody. */
const UNLABELLED_CHARS_MAX = 1_200;

const TOPIC_LOOKED_AT = 1_000;

type Reading = {
  roster: Roster;
  notes: NoteList;
  sections: readonly Section[];
  used: Set<number>;
  emails: number;
};

/** Reads the people of all sections; the lines of the title and of questions must have been taken out before. */
export function readPeople(sections: readonly Section[], notes: NoteList): PeopleFound {
  const reading: Reading = { roster: roster(notes), notes, sections, used: new Set(), emails: 0 };
  for (const [i, section] of sections.entries()) {
    const rest = PEOPLE_KINDS.has(section.kind) ? readLabelled(reading, section) : section.lines;
    readUnlabelled(reading, i, rest);
  }
  if (reading.emails > 0) notes.add('people', 'email-left-out', { count: reading.emails });
  const people = reading.roster.people();
  return { people, speakers: people.filter((person) => person.panel).length, used: reading.used };
}

/** Reads the people that the label covers and returns the lines after them. */
function readLabelled(reading: Reading, section: Section): TextLine[] {
  const lines = joinAtCommas(section.lines, reading.used).map(withoutTopic);
  const end = endOfPeople(section, lines);
  const own = lines.slice(0, end);
  // One line under a label for many may hold them all.
  const isAlone = section.covers === 'list' && own.length === 1;
  for (const line of own) if (!isOtherLabel(line.text)) readLine(reading, section, line, isAlone);
  return lines.slice(end);
}

const TOPIC = /^(.{3,150}?)\s*(?:[:：]|\s[–—-])\s*["“„«「『].*$/u;

/** `Ann Kerr (Acme): “Rights online”`: what somebody speaks about is no part of who speaks. */
function withoutTopic(line: TextLine): TextLine {
  const [, who = ''] = TOPIC.exec(line.text.slice(0, TOPIC_LOOKED_AT)) ?? [];
  return isBareName(personLine(who)?.name ?? '') ? { ...line, text: who } : line;
}

/** `Venue: Hall B` between people is none of them. */
function isOtherLabel(text: string): boolean {
  const label = headOf(text);
  return label !== null && sideOf(label) === undefined;
}

function headOf(text: string): string | null {
  return /^([^:：,，]{2,40})[:：]/.exec(text)?.[1] ?? null;
}

function readLine(reading: Reading, section: Section, line: TextLine, isAlone: boolean): void {
  reading.used.add(line.number);
  const { text, count } = withoutEmails(line.text);
  reading.emails += count;
  for (const piece of splitPeople(text)) {
    const isPair = piece === text && isPlural(section.label);
    const read = personLine(piece);
    const isUnclear = isAlone && isListOfNames(piece, isPair) && !(read && reading.roster.knows(read));
    const said = isUnclear ? null : read;
    if (!said)
      reading.notes.add('people', 'line-unclear', { label: section.label, text: piece, line: line.number });
    else if (said.name === '') {
      reading.notes.add('people', 'name-missing', { label: section.label, line: line.number });
    } else place(reading, section, said);
  }
}

/** What the label gives, and what the line itself does. */
function place(reading: Reading, section: Section, said: PersonLine): void {
  const channel = section.channel ?? said.role?.channel;
  const kinds = [section.kind, ...(said.role ? [said.role.kind] : [])].map((kind) => sided(kind, said));
  const ids = kinds.map((kind) => reading.roster.add(said, { ...(channel && { channel }), ...ROLES[kind] }));
  const [id = null] = ids;
  if (id === null || !kinds.includes('moderator')) return;
  // Beside an online moderator, the forms of 2017 to 2022 mean the one in the room; the user decides.
  const beside = reading.sections.some((other) => other.kind === 'online-moderator');
  reading.notes.add(`people/${id}/roles`, 'moderator-side', {
    name: said.name,
    label: section.label,
    ...(beside ? { suggestedRole: 'onsite-moderator' } : {}),
  });
}

/** A moderator's side, wherever the line gives it, says which of the two moderators it is. */
function sided(kind: SectionKind, { channel }: PersonLine): SectionKind {
  return kind === 'moderator' && channel ? `${channel}-moderator` : kind;
}

/** People whose label was lost: right after labelled ones, or wherever a line ends in a regional group. */
function readUnlabelled(reading: Reading, sectionIndex: number, lines: readonly TextLine[]): void {
  const section = reading.sections[sectionIndex];
  if (!section || section.kind === 'agenda' || section.kind === 'policy-questions') return;
  let follows = PEOPLE_KINDS.has(section.kind);
  for (const [i, line] of lines.entries()) {
    const { text, count } = withoutEmails(line.text);
    const pieces = splitPeople(text.slice(0, UNLABELLED_CHARS_MAX));
    const people = pieces
      .filter((piece) => isGroupedPerson(piece) || hasOwnRole(piece) || (follows && isBareName(piece)))
      .flatMap((piece) => personLine(piece) ?? [])
      // A group that stands alone, cut off from whom it belongs to, is nobody.
      .filter((said) => said.name !== '');
    follows &&= people.length > 0;
    if (people.length === 0) continue;
    reading.used.add(line.number);
    reading.emails += count;
    const role = suggestRole(reading.sections, sectionIndex, i === lines.length - 1);
    for (const said of people) placeUnlabelled(reading, said, line, role);
  }
}

/** `Ann Lee (speaker, online)` says it without a label. */
function hasOwnRole(piece: string): boolean {
  const said = piece.endsWith(')') || piece.endsWith('）') ? personLine(piece) : null;
  return said?.role !== undefined && isBareName(said.name);
}

function placeUnlabelled(
  { roster, notes }: Reading,
  said: PersonLine,
  line: TextLine,
  role: Role | null,
): void {
  const kind = said.role && sided(said.role.kind, said);
  const id = roster.add(said, (kind && ROLES[kind]) ?? {});
  if (id === null || (kind && kind !== 'moderator')) return;
  const params = { name: said.name, line: line.number };
  if (role) notes.add(`people/${id}/roles`, 'role-label-missing', { ...params, suggestedRole: role });
  else notes.add(`people/${id}/roles`, 'person-unplaced', params);
}

/** The form's order is organizers, speakers, onsite moderator, online moderator, rapporteur. */
function suggestRole(sections: readonly Section[], index: number, isLast: boolean): Role | null {
  const has = (kind: SectionKind) => sections.some((section) => section.kind === kind);
  const next = sections[index + 1]?.kind;
  if (isLast && next === 'online-moderator' && !has('onsite-moderator') && !has('moderator'))
    return 'onsite-moderator';
  if (sections[index]?.kind === 'online-moderator' && !has('rapporteur')) return 'rapporteur';
  return null;
}

/** Two blank lines in a list are where a label stood, as in copies of the pages of 2023 and later. */
function endOfPeople({ covers }: Section, lines: readonly TextLine[]): number {
  if (covers === 'one') return 1;
  const isOver = (line: TextLine) =>
    isItem(line) ||
    (covers === 'list'
      ? line.blanksBefore >= 2
      : line.blanksBefore >= 1 || personLine(withoutEmails(line.text).text) === null);
  const gap = lines.findIndex((line, i) => i > 0 && isOver(line));
  return gap < 0 ? lines.length : gap;
}

/** “Talks (25 min)” after the speakers; “Ann Lee (10 min)” is one of them. */
function isItem(line: TextLine): boolean {
  const isNamed = (title: string) => isBareName(title.split(/\s*[,，|(（]|\s[–—-]\s/)[0] ?? '');
  const isOther = ({ title }: { title: string }) => agendaKind(title) !== null || !isNamed(title);
  return bareDuration(line) !== null || timedLines(line).some(isOther);
}

/** “Katharina Roe,” and its next line “Research Associate, Acme” are one. */
function joinAtCommas(lines: readonly TextLine[], used: Set<number>): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && line.blanksBefore === 0 && /[,，]$/.test(before.text) && before.text.length < 300) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` };
      used.add(line.number);
    } else joined.push(line);
  }
  return joined;
}

/** `Speakers: Ann Lee, Bo Chen` may be two people or one with an organisation: nobody can tell. */
function isListOfNames(text: string, mayBePair: boolean): boolean {
  const parts = text.split(/[,，]\s*/);
  const isPair = mayBePair && parts.length === 2 && !/\p{Script=Han}/u.test(text);
  if (parts.length < 3 && !isPair) return false;
  return personLine(text)?.groups.region === undefined && parts.every(isBareName);
}
