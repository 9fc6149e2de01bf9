/** Tables that lost their lines when they were copied: columns held apart by spaces, or each cell in a line of its own. */
import { agendaPlaces, headsPeople, type Places } from '../plan-columns.ts';
import { headsColumn } from './agenda-columns.ts';
import { bareDuration } from './agenda-line.ts';
import type { TextLine } from './text-lines.ts';

const GAP = / +/g;
/** Fills the second column of the screen that a wide sign takes. */
const FILLER = '\u0001';
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;
const CELLS_MAX = 8;
const LINE_CHARS_MAX = 400;
const HEADER_CHARS_MAX = 40;

type Cell = { text: string; at: number };

/** The text with a tab for each gap between the columns of a table whose header is known, until its first line without one. */
export function withTabs(text: string): string {
  let header: Cell[] | null = null;
  return text
    .split('\n')
    .map((line) => {
      const cells = cellsOf(line, header ?? []);
      if (cells.length < 2) {
        header = null;
        return line;
      }
      const words = cells.map((cell) => cell.text);
      const isHeader = cells.length <= CELLS_MAX && (agendaPlaces(words) !== null || headsPeople(words));
      if (!header && !isHeader) return line;
      header ??= cells;
      return inColumns(cells, header).join('\t');
    })
    .join('\n');
}

/** Cut at gaps, and at a single space where a column of the header begins right behind it. */
function cellsOf(line: string, header: readonly Cell[]): Cell[] {
  if (line.length > LINE_CHARS_MAX || /[|\t]/.test(line)) return [];
  const screen = line.replace(WIDE, `$&${FILLER}`);
  const isColumn = (at: number) => header.some((head) => head.at === at);
  const cells: Cell[] = [];
  let from = 0;
  const close = (to: number, next: number) => {
    const text = screen.slice(from, to).replaceAll(FILLER, '').trim();
    if (text !== '') cells.push({ text, at: from });
    from = next;
  };
  for (const { index, 0: gap } of screen.matchAll(GAP)) {
    const next = index + gap.length;
    if (gap.length > 1 || isColumn(next)) close(index, next);
  }
  close(screen.length, screen.length);
  return cells;
}

/** As many cells as the header has are its columns; of fewer, each is under the header that begins nearest. */
function inColumns(cells: readonly Cell[], header: readonly Cell[]): string[] {
  if (cells.length === header.length) return cells.map(({ text }) => text);
  const columns = header.map(() => '');
  for (const { text, at } of cells) {
    const distances = header.map((head) => Math.abs(head.at - at));
    const nearest = distances.indexOf(Math.min(...distances));
    columns[nearest] = `${columns[nearest]} ${text}`.trim();
  }
  return columns;
}

/** The lines with rows whose cells are lines made one line each, where the header's cells stand under one another. */
export function withRows(lines: readonly TextLine[]): TextLine[] {
  const read: TextLine[] = [];
  let next = 0;
  for (const [i, line] of lines.entries()) {
    if (i < next) continue;
    const table = tableFrom(lines, i);
    if (table) {
      for (const row of table.rows) read.push(rowOf(row));
      next = table.end;
    } else read.push(line);
  }
  return read;
}

function rowOf(cells: readonly TextLine[]): TextLine {
  const [first, ...others] = cells;
  const text = [first?.text ?? '', ...others.map((cell) => cell.text)].join(' | ');
  return {
    number: first?.number ?? 0,
    text,
    marker: 'none',
    ordinal: 0,
    blanksBefore: first?.blanksBefore ?? 0,
  };
}

function tableFrom(lines: readonly TextLine[], from: number): { rows: TextLine[][]; end: number } | null {
  const header = headerFrom(lines, from);
  if (!header) return null;
  const { width, at } = header;
  const time = at.time ?? at.minutes ?? at.start ?? 0;
  const rows = [lines.slice(from, from + width)];
  let end = from + width;
  for (let row = rowFrom(lines, end, width, time); row; row = rowFrom(lines, end, width, time)) {
    rows.push(row);
    end += row.length;
  }
  return rows.length > 2 ? { rows, end } : null;
}

/** Where the time comes first, a row may lack cells at its end; elsewhere none may be missing. */
function rowFrom(lines: readonly TextLine[], from: number, width: number, time: number): TextLine[] | null {
  const cells = lines.slice(from, from + width);
  const next = cells.findIndex((line, i) => i > 0 && isTime(line));
  const row = time === 0 && next > 0 ? cells.slice(0, next) : cells;
  const own = row[time];
  const isWhole = row.length === width || (time === 0 && row.length > 1);
  return own && isTime(own) && isWhole ? row : null;
}

const TIME_OF_DAY = /^\d{1,2}(?:[:.h]\d{2})?(?:\s*[ap]\.?m\.?)?$/i;

function isTime(line: TextLine): boolean {
  return bareDuration(line) !== null || TIME_OF_DAY.test(line.text);
}

/** A word that heads no column ends it. */
function headerFrom(lines: readonly TextLine[], from: number): { width: number; at: Places } | null {
  const looked = lines.slice(from, from + CELLS_MAX).map(({ text }) => text);
  const end = looked.findIndex((text) => text.length > HEADER_CHARS_MAX || !headsColumn(text));
  const cells = looked.slice(0, end < 0 ? looked.length : end);
  const at = agendaPlaces(cells);
  return at ? { width: cells.length, at } : null;
}
