/** People as submission systems print them: `Name: Ann Lee`, `Organisation: Acme`, each in a line of its own. */
import { fieldOf } from '../import/columns.ts';
import { headsPeople, noteColumns, placesIn } from '../plan-columns.ts';
import { meaningOf } from './labels.ts';
import type { NoteList } from './note-list.ts';
import type { TextLine } from './text-lines.ts';
import { PEOPLE_KINDS } from './vocabulary.ts';

/** How a row of values becomes a line about a person, and which label its people get where none stands above them. */
export type FormWords = {
  person: (keys: readonly string[], values: readonly string[]) => string;
  label: (keys: readonly string[]) => string;
  isUnder: (before: TextLine | undefined) => boolean;
};

type Entry = { key: string; value: string; label: string };

/** Beyond this a block is no form of one person. */
const ENTRIES_MAX = 30;
const ENTRY = /^([^:：|]{2,60})[:：]\s*(.*)$/;
const LABEL_WORDS_MAX = 4;

/** The lines with each block of such lines as one line about a person; what of it no plan has a place for is a note. */
export function withoutForms(lines: readonly TextLine[], words: FormWords, notes: NoteList): TextLine[] {
  const read: TextLine[] = [];
  const unread = new Set<string>();
  let next = 0;
  for (const [i, line] of lines.entries()) {
    if (i < next) continue;
    const entries = entriesFrom(lines, i);
    const known = entries.filter(({ key }) => isKnown(key));
    const keys = known.map(({ key }) => key);
    if (known.length < 2 || !headsPeople(keys)) {
      read.push(line);
      continue;
    }
    for (const { key, value } of entries) if (value !== '' && !isKnown(key)) unread.add(key);
    const [{ label } = { label: '' }] = entries;
    if (label !== '') read.push({ ...line, text: label });
    else if (!words.isUnder(lines[i - 1])) read.push({ ...line, text: words.label(keys) });
    const values = known.map(({ value }) => value);
    read.push({ ...line, text: words.person(keys, values), blanksBefore: 0 });
    next = i + entries.length;
  }
  noteColumns('people', [...unread], notes);
  return read;
}

/** Those of one block: a key that comes again, and another label, begin what is next. */
function entriesFrom(lines: readonly TextLine[], from: number): Entry[] {
  const entries: Entry[] = [];
  for (const [i, line] of lines.slice(from, from + ENTRIES_MAX).entries()) {
    const entry = entryOf(line);
    const isFirst = i === 0;
    if (!entry || (isFirst ? !isName(entry.key) : line.blanksBefore > 0)) break;
    const [first = entry] = entries;
    if (entry.label !== first.label || entries.some(({ key }) => key === entry.key)) break;
    if (!isKnown(entry.key) && meaningOf(entry.key) !== undefined) break;
    entries.push(entry);
  }
  return entries;
}

/** `Speaker 1 affiliation: Acme` has the label in its key. */
function entryOf({ text }: TextLine): Entry | null {
  const [, key = '', value = ''] = ENTRY.exec(text) ?? [];
  if (key === '') return null;
  const words = key.split(/\s+/);
  for (let n = 1; n <= LABEL_WORDS_MAX && n < words.length; n++) {
    const [label, rest] = [words.slice(0, n).join(' '), words.slice(n).join(' ')];
    const kind = meaningOf(label)?.kind;
    if (kind && PEOPLE_KINDS.has(kind) && isKnown(rest) && !isKnown(key)) return { key: rest, value, label };
  }
  return { key, value, label: '' };
}

function isName(key: string): boolean {
  return fieldOf(key) === 'name' || fieldOf(key) === 'firstName';
}

function isKnown(key: string): boolean {
  return fieldOf(key) !== null || Object.keys(placesIn([key])).length > 0;
}
