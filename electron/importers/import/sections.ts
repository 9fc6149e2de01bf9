/** The parts of a table: a header that names people, and the rows under it up to the next one. */
import { type Columns, columnsOf, placesOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import type { Header } from './presence-row.ts';
import type { Problems } from './problems.ts';
import type { Row, Table } from './table.ts';

export type Section = { header: Header; rows: Row[] };
type Chosen = Record<number, string | null>;

const TOPIC = /^(?:topic|meeting id)$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether there are rows under a header that names people. */
export function headsPeople({ rows }: Table, chosen: Chosen): boolean {
  return rows.slice(0, -1).some((row) => headerOf(row, true, chosen) !== null);
}

/** Throws ImportError for rows that do not fit under their header. What stands above the first one is of no person. */
export function sectionsOf({ rows: all, isCut }: Table, chosen: Chosen, problems: Problems): Section[] {
  const rows = withoutMeeting(all);
  const sections: Section[] = [];
  // Names may be numbered: titles are only in a table with columns, and where one stands above its first header.
  let hasTitles = false;
  let unnamed: { row: number; count: number } | null = null;
  for (const row of rows) {
    const isFirst = sections.length === 0;
    const isList = sections.at(-1)?.header.columns.length === 1;
    const header = headerOf(row, isFirst, isFirst ? chosen : {});
    const isNamed: boolean = header !== null || ((isFirst || hasTitles) && !isList && isTitle(row.cells));
    const isUnnamed = !isNamed && headsNobody(row);
    if (unnamed && (isNamed || isUnnamed)) {
      problems.add('unread-rows', unnamed.row, { count: unnamed.count });
      unnamed = null;
    }
    if (header) {
      dropTitle(sections.at(-1), row.row);
      sections.push({ header, rows: [] });
    } else if (isNamed) hasTitles = true;
    else if (isUnnamed) unnamed = { row: row.row, count: 0 };
    else if (unnamed) unnamed.count += 1;
    else sections.at(-1)?.rows.push(row);
  }
  if (unnamed) problems.add('unread-rows', unnamed.row, { count: unnamed.count });
  for (const section of sections) mustFit(section, isCut);
  return sections.map((section) => withAddresses(section, chosen));
}

/** Zoom says above the people which meeting it was: who held it there is no row of them, nor how many participants. */
function withoutMeeting(rows: readonly Row[]): readonly Row[] {
  const filled = rows.filter(({ cells }) => cells.some(Boolean));
  const first = filled.findIndex((row) => headerOf(row, false, {}) !== null);
  const [header, meeting, next] = first < 0 ? [] : filled.slice(first, first + 3);
  if (!header || !meeting || !next || headerOf(next, false, {}) === null) return rows;
  const { name = -1 } = placesOf(columnsOf(header.cells));
  const isOfMeeting =
    /^\d{1,6}$/.test(meeting.cells[name] ?? '') || header.cells.some((cell) => TOPIC.test(cell));
  return isOfMeeting ? rows.slice(rows.indexOf(next)) : rows;
}

function headerOf({ row, cells }: Row, isFirst: boolean, chosen: Chosen): Header | null {
  const columns = columnsOf(cells, chosen);
  const at = placesOf(columns);
  const others = Object.keys(at).filter((field) => !['name', 'firstName', 'lastName'].includes(field));
  // “Name” alone heads a list, or a table of which nothing else is known; further down it is a cell like any other.
  const isAlone = isFirst && (row === 1 || cells.filter(Boolean).length === 1);
  const isHeader = isNamed(at) && (others.length > 0 || isAlone);
  if (!isHeader || at.question !== undefined || at.action !== undefined) return null;
  return { row, columns, at };
}

function isNamed(at: Columns): boolean {
  return at.name !== undefined || (at.firstName !== undefined && at.lastName !== undefined);
}

/** A header all the same, of which the word for names is not known. */
function headsNobody({ cells }: Row): boolean {
  const at = placesOf(columnsOf(cells));
  return !isNamed(at) && Object.keys(at).length >= 3;
}

/** A single cell between the rows: `2. Participants`, `Attendee Details`. */
function isTitle(cells: readonly string[]): boolean {
  return cells.slice(1).every((cell) => cell === '') && /details$|^\d+\.\s/i.test(cells[0] ?? '');
}

/** Whatever its words, what stands alone in the row right above a header, under rows with more in them, is a title. */
function dropTitle(section: Section | undefined, headerRow: number): void {
  const filled = ({ cells }: Row) => cells.filter(Boolean).length;
  const last = section?.rows.at(-1);
  if (!section || !last || last.row !== headerRow - 1 || filled(last) !== 1 || !last.cells[0]) return;
  if (section.rows.slice(0, -1).every((row) => filled(row) > 1)) section.rows.pop();
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

/**
 * In whatever language its header is: two of one name whose addresses nobody looks at would be one. An address that
 * stands beside many, such as the host's, is not theirs.
 */
function withAddresses({ header, rows }: Section, chosen: Chosen): Section {
  if (header.at.email !== undefined) return { header, rows };
  const holdsAddresses = (index: number) => {
    const written = rows.flatMap(({ cells }) => cells[index] || []);
    const isOwn =
      new Set(written).size * 2 > new Set(rows.map(({ cells }) => cells[header.at.name ?? 0])).size;
    return isOwn && written.length > 0 && written.every((cell) => ADDRESS.test(cell));
  };
  const found = header.columns.findLast(
    ({ index, field }) => field === null && !(index in chosen) && holdsAddresses(index),
  );
  if (!found) return { header, rows };
  const columns = header.columns.map((column) =>
    column === found ? { ...column, field: 'email' as const } : column,
  );
  return { header: { ...header, columns, at: placesOf(columns) }, rows };
}
