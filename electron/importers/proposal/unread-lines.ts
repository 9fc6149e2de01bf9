/** What no reader has taken and yet says something: a short line with a label, or one where people or items stand. */
import { bareDuration } from './agenda-line.ts';
import { findDurations } from './durations.ts';
import { isBareName, isBody } from './names.ts';
import type { NoteList } from './note-list.ts';
import { personLine, withoutEmails } from './person-line.ts';
import { withoutHonorific } from './roster.ts';
import type { Section } from './sections.ts';
import { shorten, type TextLine, wordCount } from './text-lines.ts';
import { PEOPLE_KINDS } from './vocabulary.ts';

const LINE_CHARS_MAX = 80;
const SHOWN_MAX = 10;
const LABELLED = /^([^:：.?!]{2,40})[:：]\s*\S/;
const LABEL_WORDS_MAX = 4;

/** One note for all of them. `free` holds what is left of each section. */
export function noteUnread(free: readonly Section[], notes: NoteList): void {
  const unread = free.flatMap(unreadIn);
  if (unread.length === 0) return;
  const shown = unread
    .slice(0, SHOWN_MAX)
    .map(({ number, text }) => `${number}: “${shorten(withoutEmails(text).text, LINE_CHARS_MAX)}”`);
  const lines = [...shown, ...(unread.length > SHOWN_MAX ? ['…'] : [])].join('; ');
  notes.add('lines', 'lines-unread', { count: unread.length, lines });
}

function unreadIn({ kind, lines }: Section): TextLine[] {
  // After two blank lines a label may have been lost: what follows is no longer under this one.
  const gap = lines.findIndex((line) => line.blanksBefore >= 2);
  const isUnder = (i: number) => gap < 0 || i < gap;
  return lines.filter((line, i) => {
    if (/^(?:https?:|page \d|(?:goal|sdg|target) ?\d)/i.test(line.text)) return false;
    if (line.text.length <= LINE_CHARS_MAX && isSomebody(line.text)) return true;
    if (kind === 'policy-questions' && /[?？؟]/.test(line.text)) return true;
    // What is nested under an item belongs to it.
    if (kind === 'agenda') return isTimed(line) || (line.marker === 'none' && isLabelled(line));
    return isLabelled(line) || (PEOPLE_KINDS.has(kind) && isUnder(i) && line.text.length <= LINE_CHARS_MAX);
  });
}

/** `Ann Lee, FAO (online)`, wherever it stands. */
function isSomebody(text: string): boolean {
  const said = personLine(text);
  if (said === null || !isBareName(said.name)) return false;
  if (isBody(said.organisation ?? '')) return true;
  const isTitled = withoutHonorific(said.name) !== said.name;
  return isTitled || (said.channel ?? said.groups.region ?? said.groups.stakeholder) !== undefined;
}

function isLabelled({ text }: TextLine): boolean {
  const label = LABELLED.exec(text)?.[1];
  return label !== undefined && wordCount(label) <= LABEL_WORDS_MAX && text.length <= 2 * LINE_CHARS_MAX;
}

function isTimed(line: TextLine): boolean {
  return findDurations(line.text.slice(0, 300)).length > 0 && bareDuration(line) === null;
}
