/** Tables of people: the attendance of Zoom, Tencent Meeting, Teams and Google Meet, and lists that people have made. */
import type { ImportedColumn, ImportKind } from '../../../shared/imported.ts';
import type { Presence } from './attendance.ts';
import { type Columns, columnsOf, fieldOf, placesOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import { bracketed } from './names.ts';
import { type Header, ORIGINAL_NAME, presenceOf, type Reading, seatsOf } from './presence-row.ts';
import type { Problems } from './problems.ts';
import type { Row, Table } from './table.ts';
import { dayOrder, minutesOf, type Stretch } from './times.ts';
import { minutesIn } from './units.ts';

export type PeopleTable = { kind: ImportKind; presences: Presence[]; columns: ImportedColumn[] };

/** Whether there are rows under a header that names people. */
export function headsPeople({ rows }: Table, chosen: Record<number, string | null>): boolean {
  return rows.slice(0, -1).some((row) => headerOf(row, true, chosen) !== null);
}

/** Null for tables in which nobody is named. Throws ImportError for rows that do not fit under their header. */
export function readPeople(
  tables: readonly Table[],
  chosen: Record<number, string | null>,
  problems: Problems,
): PeopleTable | null {
  const sections = tables.flatMap((table) => sectionsOf(table, chosen));
  const [first] = sections;
  if (!first) return null;
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length === 0) throw new ImportError('no-rows', { row: first.header.row });
  const order = dayOrder(
    rows.flatMap(({ cells }) => cells),
    sections.flatMap(stretchesOf),
  );
  const { columns, at } = first.header;
  const kind = kindOf(columns, at);
  for (const section of sections) noteUnread(section, chosen, problems);
  const presences = sections.flatMap((section) => presencesOf(section, { kind, order, problems }));
  return { kind, presences, columns };
}

function stretchesOf({ header: { at }, rows }: Section): Stretch[] {
  const cell = ({ cells }: Row, place: number | undefined) =>
    place === undefined ? '' : (cells[place] ?? '');
  return rows.map((row) => [cell(row, at.joinTime ?? at.firstJoin), cell(row, at.leaveTime ?? at.lastLeave)]);
}

type Section = { header: Header; rows: Row[] };

/** A header begins a section; whatever stands above the first one says nothing about people. */
function sectionsOf({ rows, isCut }: Table, chosen: Record<number, string | null>): Section[] {
  const sections: Section[] = [];
  // Names may be numbered: titles are only in a table with columns, and where one stands above its first header.
  let hasTitles = false;
  for (const row of rows) {
    const isFirst = sections.length === 0;
    const isList = sections.at(-1)?.header.columns.length === 1;
    const header = headerOf(row, isFirst, isFirst ? chosen : {});
    if (header) sections.push({ header, rows: [] });
    else if ((isFirst || hasTitles) && !isList && isTitle(row.cells)) hasTitles = true;
    else sections.at(-1)?.rows.push(row);
  }
  for (const section of sections) mustFit(section, isCut);
  return sections;
}

function headerOf(
  { row, cells }: Row,
  isFirst: boolean,
  chosen: Record<number, string | null>,
): Header | null {
  const columns = columnsOf(cells, chosen);
  const at = placesOf(columns);
  const isNamed = at.name !== undefined || (at.firstName !== undefined && at.lastName !== undefined);
  const others = Object.keys(at).filter((field) => !['name', 'firstName', 'lastName'].includes(field));
  // “Name” alone heads a list, or a table of which nothing else is known; further down it is a cell like any other.
  const isAlone = isFirst && (row === 1 || cells.filter(Boolean).length === 1);
  const isHeader = isNamed && (others.length > 0 || isAlone);
  if (!isHeader || at.question !== undefined || at.action !== undefined) return null;
  return { row, columns, at };
}

function kindOf(columns: readonly ImportedColumn[], at: Columns): ImportKind {
  const has = (pattern: RegExp) => columns.some(({ header }) => pattern.test(header));
  if (has(/用户昵称|入会/)) return 'tencent-participants';
  if (at.attended !== undefined) return 'zoom-webinar';
  if (at.waitingRoom !== undefined || has(ORIGINAL_NAME) || has(/recording (?:consent|disclaimer)/i))
    return 'zoom-participants';
  if (has(/participant id|\bupn\b|in-meeting duration/i) || at.firstJoin !== undefined)
    return 'teams-attendance';
  if (at.firstName !== undefined && has(/time (?:joined|exited)/i)) return 'meet-attendance';
  if (at.totalMinutes !== undefined || (at.joinTime !== undefined && has(/user email/i)))
    return 'zoom-participants';
  return 'people-table';
}

/** A single cell between the rows: `2. Participants`, `Attendee Details`. */
function isTitle(cells: readonly string[]): boolean {
  return cells.slice(1).every((cell) => cell === '') && /details$|^\d+\.\s/i.test(cells[0] ?? '');
}

/** Half a row at the end, or rows that are cut otherwise than their header, are no file to take anything from. */
function mustFit({ header, rows }: Section, isCut: boolean): void {
  const needed = Math.max(...Object.values(header.at)) + 1;
  const columns = header.columns.length;
  const isShort = (row: Row) => row.cells.length < needed;
  const last = rows.at(-1);
  const before = rows.slice(0, -1);
  // Shorter than any row before: its last figure may be half of one, even where all that are needed are there.
  const fewest = Math.min(...before.map((row) => row.cells.length));
  const isShortest = last && (before.length > 0 ? last.cells.length < fewest : isShort(last));
  if (isCut && isShortest) throw new ImportError('cut-off', { row: last.row });
  const [first] = rows;
  if (first && rows.every((row) => isShort(row) || row.cells.length > columns + 1)) {
    throw new ImportError('misfit', { row: first.row, cells: first.cells.length, columns });
  }
}

/** Minutes that are in the file and not in what was read would be missed by nobody. */
function noteUnread(
  { header, rows }: Section,
  chosen: Record<number, string | null>,
  problems: Problems,
): void {
  for (const { header: value, index, field } of header.columns) {
    const known = field ?? fieldOf(value);
    if (index in chosen || known === 'minutes' || known === 'totalMinutes') continue;
    const hasUnit = minutesIn(bracketed(value)?.[1] ?? '') !== undefined;
    const isLength = (cell: string) => (hasUnit || /\d\s*\p{L}/u.test(cell)) && minutesOf(cell) !== null;
    const written = rows.flatMap(({ cells }) => cells[index] || []);
    if (written.length > 0 && written.every(isLength)) problems.add('unread-lengths', header.row, { value });
  }
}

function presencesOf({ header, rows }: Section, reading: Reading): Presence[] {
  return rows.flatMap((row) =>
    seatsOf(row, header, reading.kind).flatMap((seat) => presenceOf(seat, header, reading) ?? []),
  );
}
