/**
 * Tables inside the text of a proposal, pasted from Word (tabs) or written in Markdown. Their rows are put into the words
 * in which people write lines, so that nobody after this has to know of tables.
 */
import { columnsOf, fieldOf, type Field as ImportField, placesOf } from '../import/columns.ts';
import {
  agendaPlaces,
  headsPeople,
  noteColumns,
  noteUnknownColumns,
  type Places,
  placesIn,
} from '../plan-columns.ts';
import { type AgendaColumns, agendaColumns, headsColumn } from './agenda-columns.ts';
import { isTotal } from './agenda-line.ts';
import { type FormWords, withoutForms } from './form-blocks.ts';
import { meaningOf } from './labels.ts';
import { withRows } from './loose-tables.ts';
import type { NoteList } from './note-list.ts';
import type { TextLine } from './text-lines.ts';
import { PEOPLE_KINDS } from './vocabulary.ts';

/** Beyond this a line is no header. */
const CELLS_MAX = 30;

type Words = (cells: readonly string[]) => string;
type Kind = 'agenda' | 'participants';
type Header = { kind: Kind; words: Words; columns?: AgendaColumns };

/** `speakers` are those that an agenda names at its items, a line for each. */
export type Untabled = { lines: TextLine[]; speakers: TextLine[] };

/** The lines with the rows of tables in words; a header becomes the label of its section where none stands above it. */
export function withoutTables(all: readonly TextLine[], notes: NoteList): Untabled {
  const lines = withoutForms(withRows(all), FORM, notes);
  const read: TextLine[] = [];
  const speakers: TextLine[] = [];
  const agendas: AgendaColumns[] = [];
  let table: Header | null = null;
  let cut = cellsOf;
  for (const [i, line] of lines.entries()) {
    if (table && (cut(line).length < 2 || (cut === commaCells && line.blanksBefore > 0))) table = null;
    if (!table) cut = cellsOf(line).length > 1 ? cellsOf : commaCells;
    const cells = cut(line);
    // A row of nothing but headers begins the next table.
    const header: Header | null =
      table && !cells.every(headsAnyColumn) ? null : headerOf(cells, cut === commaCells);
    if (header) {
      table = header;
      if (header.columns) agendas.push(header.columns);
      if (header.kind === 'participants') noteUnknownColumns(cells, notes);
      if (!isUnder(lines[i - 1], header.kind))
        read.push({ ...line, text: labelOf(header.kind, cells), marker: 'none' });
    } else if (!table) read.push(line);
    else if (cells.some((cell) => /[\p{L}\d]/u.test(cell))) {
      const row: TextLine = { ...line, marker: 'none', blanksBefore: 0 };
      read.push({ ...row, text: table.words(cells) });
      for (const text of table.columns?.speakersOf(cells) ?? []) speakers.push({ ...row, text });
    }
  }
  noteColumns('agenda', [...new Set(agendas.flatMap(({ unread }) => unread()))], notes);
  return { lines: read, speakers };
}

/** Tabs have become bars; Markdown has one before and after the row too. */
function cellsOf({ text }: TextLine): string[] {
  const cells = text.split('|').map((cell) => cell.trim());
  return /^\|.*\|$/.test(text) ? cells.slice(1, -1) : cells;
}

/** Running text has commas too: they make cells only where each word of the first line is a header. */
function commaCells({ text }: TextLine): string[] {
  return text.split(/[,;]/).map((cell) => cell.trim());
}

function headerOf(cells: readonly string[], isStrict: boolean): Header | null {
  if (
    cells.length < 2 ||
    cells.length > CELLS_MAX ||
    (isStrict && Object.keys(placesIn(cells)).length < cells.length)
  )
    return null;
  const agenda = agendaPlaces(cells);
  if (agenda) return { kind: 'agenda', words: itemOf(agenda), columns: agendaColumns(cells, agenda) };
  return headsPeople(cells) ? { kind: 'participants', words: personOf(cells) } : null;
}

function headsAnyColumn(cell: string): boolean {
  return headsColumn(cell) || fieldOf(cell) !== null;
}

function isUnder(before: TextLine | undefined, wanted: Kind): boolean {
  const kind = before && meaningOf(before.text)?.kind;
  return kind !== undefined && (wanted === 'agenda' ? kind === 'agenda' : PEOPLE_KINDS.has(kind));
}

const FORM: FormWords = {
  person: (keys, values) => personOf(keys)(values),
  label: (keys) => labelOf('participants', keys),
  isUnder: (before) => isUnder(before, 'participants'),
};

/** In the language of the header, because notes name it. */
function labelOf(kind: Kind, header: readonly string[]): string {
  if (/\p{Script=Han}/u.test(header.join(''))) return kind === 'agenda' ? '议程' : '参会人员';
  return kind === 'agenda' ? 'Agenda' : 'Participants';
}

/** `10:00-10:05 | Welcome`; only the length where the table gives one. */
function itemOf(at: Places): Words {
  return (cells) => {
    const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? ''));
    const length = cell(at.minutes);
    const hours = [cell(at.start), cell(at.end)].filter(Boolean).join('-');
    const time =
      (/^\d+(?:\s*[-–]\s*\d+)?$/.test(length) ? `${length} min` : length) || cell(at.time) || hours;
    // Its sum is the length of the session.
    if (isTotal(cell(at.title))) return `${cell(at.title)}: ${time}`;
    return [time, cell(at.title)].filter(Boolean).join(' | ');
  };
}

const PERSON: readonly ImportField[] = ['organisation', 'email'];

/** `Ann Lee (online, Rapporteur), Acme, Civil Society, WEOG`. */
function personOf(header: readonly string[]): Words {
  const at = placesIn(header);
  const known = placesOf(columnsOf(header));
  return (cells) => {
    const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? ''));
    const name = cell(known.name) || `${cell(known.firstName)} ${cell(known.lastName)}`.trim();
    const remarks = [cell(known.channel ?? at.side), cell(known.role)].filter(Boolean).join(', ');
    const first = name === '' || remarks === '' ? name : `${name} (${remarks})`;
    const others = [...PERSON.map((field) => cell(known[field])), cell(at.stakeholder), cell(at.region)];
    return [first, ...others].filter(Boolean).join(', ');
  };
}
