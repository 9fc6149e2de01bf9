/**
 * Who is named in a proposal and in which role. Pages lose labels when they are copied, so a person who stands alone
 * is put into the roster without a role, and a note says which label the form usually has at that place.
 */
import type { Channel, Role } from '../../../shared/lib/vocabulary.ts';
import type { PersonPlan } from '../../../shared/plan.ts';
import type { NoteList } from './note-list.ts';
import {
  isBareName,
  isGroupedPerson,
  type PersonLine,
  personLine,
  splitPeople,
  withoutEmails,
} from './person-line.ts';
import { type Roster, roster } from './roster.ts';
import { PEOPLE_KINDS, type Section } from './sections.ts';
import type { TextLine } from './text-lines.ts';
import type { SectionKind } from './vocabulary.ts';

export type PeopleFound = {
  people: PersonPlan[];
  /** How many speakers are named. */
  speakers: number;
  /** Numbers of the lines that were used. */
  used: Set<number>;
};

const ROLES: Partial<Record<SectionKind, { role?: Role; panel?: boolean; channel?: Channel }>> = {
  organizers: {},
  speakers: { panel: true },
  'onsite-moderator': { role: 'onsite-moderator' },
  'online-moderator': { role: 'online-moderator', channel: 'online' },
  rapporteur: { role: 'rapporteur' },
};

/** A line with more than this is prose that happens to name somebody. */
const UNLABELLED_CHARS_MAX = 1_200;

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
  const lines = joinAtCommas(section.lines);
  const end = section.single ? 1 : endOfList(lines);
  for (const line of lines.slice(0, end)) readLine(reading, section, line);
  return lines.slice(end);
}

function readLine(reading: Reading, section: Section, line: TextLine): void {
  reading.used.add(line.number);
  const { text, count } = withoutEmails(line.text);
  reading.emails += count;
  for (const piece of splitPeople(text)) {
    const said = isListOfNames(section, piece) ? null : personLine(piece);
    if (!said)
      reading.notes.add('people', 'line-unclear', { label: section.label, text: piece, line: line.number });
    else if (said.name === '') {
      reading.notes.add('people', 'name-missing', { label: section.label, line: line.number });
    } else place(reading, section, said);
  }
}

function place(reading: Reading, section: Section, said: PersonLine): void {
  const id = reading.roster.add(said, ROLES[section.kind] ?? {});
  if (id === null || section.kind !== 'moderator') return;
  // Beside an online moderator, the forms of 2017 to 2022 mean the one in the room; the user decides.
  const beside = reading.sections.some((other) => other.kind === 'online-moderator');
  reading.notes.add(`people/${id}/roles`, 'moderator-side', {
    name: said.name,
    label: section.label,
    ...(beside ? { suggestedRole: 'onsite-moderator' } : {}),
  });
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
      .filter((piece) => isGroupedPerson(piece) || (follows && isBareName(piece)))
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

function placeUnlabelled(
  { roster, notes }: Reading,
  said: PersonLine,
  line: TextLine,
  role: Role | null,
): void {
  const id = roster.add(said, {});
  if (id === null) return;
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
function endOfList(lines: readonly TextLine[]): number {
  const gap = lines.findIndex((line, i) => i > 0 && line.blanksBefore >= 2);
  return gap < 0 ? lines.length : gap;
}

/** “Katharina Roe,” and its next line “Research Associate, Acme” are one. */
function joinAtCommas(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && line.blanksBefore === 0 && /[,，]$/.test(before.text) && before.text.length < 300) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
}

/** `Speakers: Ann Lee, Bo Chen, Cy Diaz` may be three people or one with two offices: nobody can tell. */
function isListOfNames(section: Section, text: string): boolean {
  if (section.single || section.lines.length > 1) return false;
  const parts = text.split(/[,，]\s*/);
  return parts.length >= 3 && personLine(text)?.groups.region === undefined && parts.every(isBareName);
}
