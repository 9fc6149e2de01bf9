/** Cuts the lines of a proposal at the labels of the form. */
import { findDurations } from './durations.ts';
import type { NoteList } from './note-list.ts';
import { type TextLine, textLine, wordCount } from './text-lines.ts';
import { type SectionKind, sectionOf } from './vocabulary.ts';

export type Section = {
  kind: SectionKind;
  /** As the page prints it; empty for what stands before the first label. */
  label: string;
  labelLine: number;
  /** One entry belongs to the label (`Speaker 1:`, `Rapporteur`), not a list (`Speakers`). */
  single: boolean;
  lines: TextLine[];
};

type Label = { kind: SectionKind; label: string; inline: string };

const LABEL_CHARS_MAX = 60;
const QUESTION_LABEL_CHARS_MAX = 80;

/** Whose lines are people. */
export const PEOPLE_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'organizers',
  'speakers',
  'moderator',
  'onsite-moderator',
  'online-moderator',
  'rapporteur',
]);

/** Sections in order; the first holds what precedes any label and may be empty. */
export function cutSections(lines: readonly TextLine[], notes: NoteList): Section[] {
  let current: Section = { kind: 'other', label: '', labelLine: 1, single: false, lines: [] };
  const sections = [current];
  for (const line of lines) {
    const label = labelOf(line, current.kind) ?? unknownLabel(line, current, notes);
    if (!label) {
      current.lines.push(line);
      continue;
    }
    current = {
      kind: label.kind,
      label: label.label,
      labelLine: line.number,
      single: /\d/.test(label.label) || !/s$|\(s\)$/i.test(label.label.replace(/[:：]$/, '').trim()),
      lines: [],
    };
    const inline = textLine(label.inline, line.number);
    if (inline) current.lines.push(inline);
    sections.push(current);
  }
  return sections;
}

function labelOf(line: TextLine, within: SectionKind): Label | null {
  const { text } = line;
  const found = withHead(text, splitHead(text)) ?? wholeLine(text);
  if (!found) return null;
  // “2. Moderator: opening words” inside an agenda is an item, and so is any line that gives its minutes.
  if (within === 'agenda' && line.marker !== 'none' && found.kind !== 'agenda') return null;
  const timed = findDurations(found.inline.slice(0, 300)).length > 0;
  return timed && (PEOPLE_KINDS.has(found.kind) || found.kind === 'title') ? null : found;
}

/** Copies often lose the colon, so a label may be just a line of its own. */
function wholeLine(text: string): Label | null {
  if (text.length > LABEL_CHARS_MAX) return null;
  const kind = sectionOf(text);
  return kind ? { kind, label: text, inline: '' } : null;
}

function withHead(text: string, end: number): Label | null {
  if (end <= 0) return null;
  const label = text.slice(0, end).trim();
  const kind = sectionOf(label);
  if (!kind) return null;
  const dashed = /^ ?[-–—|]/.test(text.slice(end));
  // “Session – …” and “Panel - 90 Min” are no labels; only a person is introduced by a dash.
  if (dashed && !PEOPLE_KINDS.has(kind)) return null;
  return { kind, label, inline: text.slice(end).replace(/^ ?[-–—|:：?]\s*/, '') };
}

function splitHead(text: string): number {
  const colon = text.slice(0, LABEL_CHARS_MAX).search(/[:：]|\s[-–—|]\s/);
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
