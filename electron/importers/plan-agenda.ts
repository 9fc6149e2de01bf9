/** The rows of a table as the items of an agenda. */
import { ITEM_MINUTES_MAX } from '../../shared/lib/limits.ts';
import type { AgendaPlan } from '../../shared/plan.ts';
import type { Row, Table } from './import/table.ts';
import { minutesOf, momentOf } from './import/times.ts';
import { lineOf } from './line.ts';
import { agendaHeader, type Field, noteColumns, type Places } from './plan-columns.ts';
import { agendaColumns } from './proposal/agenda-columns.ts';
import { agendaKind } from './proposal/agenda-kind.ts';
import { isTotal } from './proposal/agenda-line.ts';
import { findDurations } from './proposal/durations.ts';
import type { NoteList } from './proposal/note-list.ts';
import { isEndMark } from './proposal/start-times.ts';

type Item = Omit<AgendaPlan, 'itemId'>;
type Cell = (field: Field) => string;

/** What a row says of its item; what a plan has no place for is a note. */
const READ: readonly Field[] = ['title', 'minutes', 'start', 'end', 'time', 'kind', 'skip', 'timer'];

/** `total` where a row gives the sum; `speakers` as the rows name them. */
type AgendaTable = { items: Item[]; total: number | null; speakers: string[] };

/** No items for a table that heads no agenda. */
export function agendaIn(table: Table, notes: NoteList): AgendaTable {
  const header = agendaHeader(table.rows);
  if (!header) return { items: [], total: null, speakers: [] };
  const columns = agendaColumns(table.rows[header.after - 1]?.cells ?? [], header.at, READ);
  const rows = table.rows
    .slice(header.after)
    .map((row) => ({ row: row.row, cells: row.cells, cell: cellsOf(row, header.at) }))
    .filter(({ cell }) => !isSkipped(cell));
  const readClock = clockOf(
    rows.map(({ cell }) => cell('minutes')),
    notes,
  );
  let total: number | null = null;
  const items = rows.flatMap(({ row, cell }, i): Item[] => {
    const title = lineOf(cell('title'));
    if (title === null) return [];
    if (isTotal(title)) {
      total = lengthOf(cell, undefined, readClock);
      return [];
    }
    const found = lengthOf(cell, rows[i + 1]?.cell, readClock);
    if (found === null && startOf(cell) && isEndMark(title)) return [];
    const minutes = Math.min(ITEM_MINUTES_MAX, found ?? 0);
    if (found === null) notes.add(`row ${row}`, 'minutes-missing', { title });
    else if (found > minutes) notes.add(`row ${row}`, 'minutes-cut', { title, found, kept: minutes });
    return [{ title, minutes, kind: agendaKind(cell('kind')) ?? agendaKind(title) ?? 'other' } as Item];
  });
  const speakers = [...new Set(rows.flatMap(({ cells }) => columns.speakersOf(cells)))];
  noteColumns('agenda', columns.unread(), notes);
  return { items, total, speakers };
}

function cellsOf({ cells }: Row, at: Places): Cell {
  return (field) => (at[field] === undefined ? '' : (cells[at[field]] ?? '').trim());
}

function isSkipped(cell: Cell): boolean {
  return /^(?:true|yes|1|x|是)$/i.test(cell('skip')) || /^block$/i.test(cell('timer'));
}

/** By its length, else from its begin to its end, else to when the next one begins. */
function lengthOf(
  cell: Cell,
  next: Cell | undefined,
  readClock: (text: string) => number | null,
): number | null {
  // A workbook has a length as the time of day on the day before its calendar begins.
  const length = cell('minutes').replace(/^1899-12-3[01] /, '');
  const said = minutesOf(length) ?? readClock(length) ?? findDurations(length)[0]?.minutes ?? null;
  if (said !== null) return Math.round(said * 100) / 100;
  const [range] = findDurations(cell('time'));
  if (range) return range.minutes;
  const [from, to] = [startOf(cell), momentIn(cell('end')) ?? (next && startOf(next))];
  if (!from || !to) return null;
  const minutes = (to.ms - from.ms) / 60_000;
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}

function startOf(cell: Cell) {
  return momentIn(cell('start') || cell('time').split(/\s*[-–—~至到]/)[0] || '');
}

function momentIn(text: string) {
  return momentOf(text.normalize('NFKC').replace(/^(\d{1,2})[.h](\d{2})$/, '$1:$2'), 'unknown');
}

const CLOCK = /^(\d{1,3}):(\d{2})$/;
/** Nobody plans an item of seconds, nor one of half a day. */
const HOURS_MAX = 3;

/** `10:00` as a length is ten minutes, `0:40` forty: which one a column means its figures show; a note says what was taken. */
function clockOf(lengths: readonly string[], notes: NoteList): (text: string) => number | null {
  const clocks = lengths.flatMap((length) => CLOCK.exec(length) ?? []);
  const firsts = lengths.flatMap((length) => CLOCK.exec(length)?.[1] ?? []).map(Number);
  const inHours = firsts.some((first) => first === 0) || firsts.every((first) => first <= HOURS_MAX);
  const read = (text: string) => {
    const [, first, second] = CLOCK.exec(text) ?? [];
    if (first === undefined) return null;
    return inHours ? Number(first) * 60 + Number(second) : Number(first) + Number(second) / 60;
  };
  const [example] = clocks;
  if (example !== undefined)
    notes.add('agenda', 'lengths-assumed', { text: example, minutes: read(example) ?? 0 });
  return read;
}
