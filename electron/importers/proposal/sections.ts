/** Cuts the lines of a proposal at the labels of the form. */
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { timedLines } from './agenda-line.ts';
import { findDurations, timedHeading } from './durations.ts';
import { type Meaning, meaningOf } from './labels.ts';
import { isBareName } from './names.ts';
import type { NoteList } from './note-list.ts';
import { personLine } from './person-line.ts';
import { splitPeople } from './split-people.ts';
import { startsItem } from './start-times.ts';
import { type TextLine, textLine, wordCount } from './text-lines.ts';
import { PEOPLE_KINDS, type SectionKind } from './vocabulary.ts';

export type Section = {
  kind: SectionKind;
  /** As the page prints it; empty for what stands before the first label. */
  label: string;
  labelLine: number;
  /** Where the label gives a side: `Onsite Rapporteur`. */
  channel?: Channel;
  /** How many minutes the heading gives: `Agenda (60 minutes)`. */
  minutes?: number;
  covers: Covers;
  /** Where the heading is numbered; else 0. */
  ordinal: number;
  lines: TextLine[];
};

/** What belongs to a label: one entry (`Speaker 1:`), the lines right under it (`Rapporteur`), or a list (`Speakers`). */
export type Covers = 'one' | 'group' | 'list';

type Label = Meaning & { label: string; inline: string; minutes?: number };

const LABEL_CHARS_MAX = 60;
/** How many lines may stand under an item before it is none of its details. */
const DETAILS_MAX = 10;
const QUESTION_LABEL_CHARS_MAX = 80;
/** Where a label without a number is followed by as many as there are. */
const MANY: ReadonlySet<SectionKind> = new Set<SectionKind>(['organizers', 'participants', 'speakers']);

/** Sections in order; the first holds what precedes any label and may be empty. */
export function cutSections(lines: readonly TextLine[], notes: NoteList): Section[] {
  let current: Section = { kind: 'other', label: '', labelLine: 1, covers: 'list', ordinal: 0, lines: [] };
  const sections = [current];
  for (const [i, line] of lines.entries()) {
    const found =
      labelOf(line, current) ?? panelLabel(line, lines[i + 1], current) ?? unknownLabel(line, current, notes);
    if (!found) {
      current.lines.push(line);
      continue;
    }
    const { inline, ...label } = found;
    const { number: labelLine, ordinal } = line;
    const rest = textLine(inline, line.number);
    const section = { ...label, labelLine, covers: coversOf(found), ordinal, lines: rest ? [rest] : [] };
    sections.push(section);
    if (!isDetail(found, lines, i)) current = section;
  }
  return sections;
}

/** “Moderator: Ann Lee” and whoever else stands between two items is in the first of them, and ends no agenda. */
function isDetail({ kind, inline }: Label, lines: readonly TextLine[], i: number): boolean {
  const next = lines[i + 1];
  if (inline === '' || !PEOPLE_KINDS.has(kind) || next?.blanksBefore !== 0 || !isItem(next)) return false;
  for (let at = i; at > 0 && i - at < DETAILS_MAX && lines[at]?.blanksBefore === 0; at--) {
    const before = lines[at - 1];
    if (before && isItem(before)) return true;
  }
  return false;
}

function isItem(line: TextLine): boolean {
  return startsItem(line) || timedLines(line).length > 0;
}

function labelOf(line: TextLine, { kind: within, ordinal }: Section): Label | null {
  const { text } = line;
  const found =
    timedLabel(text) ?? withHead(text, splitHead(text)) ?? wholeLine(text) ?? spacedLabel(text, within);
  if (!found) return null;
  // “2. Moderator: opening words” inside an agenda is an item, and so is any line that gives its minutes; but after
  // “6. Agenda”, “7. Policy questions” is the next heading.
  const isNext = ordinal > 0 && line.ordinal === ordinal + 1 && found.inline === '';
  const isInside = within === 'agenda' && line.marker !== 'none' && !isNext;
  if (isInside && (found.kind !== 'agenda' || found.minutes)) return null;
  // “Questions” between the items of an agenda are one of them.
  if (within === 'agenda' && /^questions?$/i.test(found.label) && line.blanksBefore === 0) return null;
  const timed = findDurations(found.inline.slice(0, 300)).length > 0;
  return timed && (PEOPLE_KINDS.has(found.kind) || found.kind === 'title') ? null : found;
}

function bareLabel(label: string): string {
  // “(s)” is a plural, “(max. 5)” no number of somebody.
  return label.replace(/ ?[(（](?!s\)).*$|[:：]$/gi, '').trim();
}

/** Whether a label speaks of several. */
export function isPlural(label: string): boolean {
  return /(?:s|\(s\)|innen|ing)$/i.test(bareLabel(label));
}

function coversOf({ kind, label, inline }: Label): Covers {
  const bare = bareLabel(label);
  if (/\d/.test(bare)) return 'one';
  // Chinese has no plural.
  const isMany = /\p{Script=Han}/u.test(label) || inline === '';
  if (isPlural(label) || (isMany && MANY.has(kind))) return 'list';
  return inline === '' ? 'group' : 'one';
}

/** `Agenda (60 minutes)`: the minutes are those of the session, and no item; `Length 45 min`, `Duration (minutes) 45` need no colon. */
function timedLabel(text: string): Label | null {
  if (text.length > LABEL_CHARS_MAX) return null;
  const [, counted = '', inline = ''] = /^(.+?) (\d{2,3})$/.exec(text) ?? [];
  if (meaningOf(counted)?.kind === 'duration') return { kind: 'duration', label: counted, inline };
  const timed = timedHeading(text);
  const meaning = timed ? meaningOf(timed.heading) : undefined;
  if (timed && meaning?.kind === 'duration')
    return { ...meaning, label: timed.heading, inline: text.slice(timed.heading.length) };
  if (!timed || meaning?.kind !== 'agenda') return null;
  return { ...meaning, label: timed.heading, inline: '', minutes: timed.minutes };
}

/** Copies often lose the colon, so a label may be just a line of its own; with minutes it is an item. */
function wholeLine(text: string): Label | null {
  if (text.length > LABEL_CHARS_MAX || findDurations(text).length > 0) return null;
  const meaning = meaningOf(text);
  return meaning ? { ...meaning, label: text, inline: '' } : null;
}

/** `主持人 王磊 清华大学`: Chinese needs no colon where a space does; in an agenda, that is who does what. */
function spacedLabel(text: string, within: SectionKind): Label | null {
  const [, label = '', inline = ''] = /^(\p{Script=Han}{2,6}) (?=\S)(.+)$/u.exec(text) ?? [];
  const meaning = label === '' || within === 'agenda' ? undefined : meaningOf(label);
  const isSpaced = meaning && (PEOPLE_KINDS.has(meaning.kind) || /^(?:title|duration)$/.test(meaning.kind));
  return isSpaced ? { ...meaning, label, inline } : null;
}

function withHead(text: string, end: number): Label | null {
  if (end <= 0) return null;
  const label = text.slice(0, end).trim();
  const meaning = meaningOf(label);
  if (!meaning || findDurations(label).length > 0) return null;
  const dashed = /^ ?[-–—|]/.test(text.slice(end));
  // “Session – …” and “Panel - 90 Min” are no labels; only a person is introduced by a dash.
  if (dashed && !PEOPLE_KINDS.has(meaning.kind)) return null;
  return { ...meaning, label, inline: text.slice(end).replace(/^ ?[-–—|:：?]\s*/, '') };
}

/** “Panel” is an item as often as a label: only who is sure to be somebody shows which it is. */
function panelLabel({ text }: TextLine, next: TextLine | undefined, within: Section): Label | null {
  const [, label = '', inline = ''] = /^((?:the )?(?:panel|podium))\s*[:：]\s*(.*)$/i.exec(text) ?? [];
  if (label === '' || within.kind === 'agenda') return null;
  const people = inline === '' ? [next?.text ?? ''] : splitPeople(inline);
  const isSure = people.every(isDescribed) && (inline === '' || people.length > 1);
  return isSure ? { kind: 'speakers', label, inline } : null;
}

/** A name with an organisation, a group or a side. */
function isDescribed(text: string): boolean {
  const said = personLine(text);
  const more = said && (said.organisation ?? said.channel ?? said.groups.stakeholder ?? said.groups.region);
  return more !== undefined && more !== null && isBareName(said?.name ?? '');
}

function splitHead(text: string): number {
  // The colon of “Referent:innen” belongs to the word.
  const colon = text.slice(0, LABEL_CHARS_MAX).search(/[:：](?!in(?:nen)?(?!\p{L}))|\s[-–—|]\s/u);
  if (colon > 0) return colon;
  const question = text.slice(0, QUESTION_LABEL_CHARS_MAX).indexOf('?');
  return question > 0 && question < text.length - 1 ? question : -1;
}

/** A short line with a colon that no form has: cut there and tell, so that nothing under it is misread. */
function unknownLabel(line: TextLine, within: Section, notes: NoteList): Label | null {
  const { text, marker } = line;
  if (within.kind !== 'other' || marker !== 'none' || line.blanksBefore === 0) return null;
  if (!/[:：]$/.test(text) || text.length > LABEL_CHARS_MAX || wordCount(text) > 4) return null;
  if (/follow|includ|welcome/i.test(text)) return null;
  const label = text.slice(0, -1).trim();
  notes.add('sections', 'unknown-section', { label, line: line.number });
  return { kind: 'other', label, inline: '' };
}
