/** Tables of people: the attendance of Zoom, Tencent Meeting, Teams and Google Meet, and lists that people have made. */
import type { ImportedColumn, ImportKind } from '../../../shared/imported.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import type { Presence } from './attendance.ts';
import { type Columns, fieldOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import { bracketed } from './names.ts';
import { isCancelled, ORIGINAL_NAME, presenceOf, type Reading, seatsOf } from './presence-row.ts';
import type { Problems } from './problems.ts';
import { type Section, sectionsOf } from './sections.ts';
import { sideIn } from './side-in.ts';
import type { Row, Table } from './table.ts';
import { dayOrder, minutesOf, type Stretch } from './times.ts';
import { minutesIn } from './units.ts';

export type PeopleTable = { kind: ImportKind; presences: Presence[]; columns: ImportedColumn[] };

/** Null for tables in which nobody is named. Throws ImportError for rows that do not fit under their header. */
export function readPeople(
  tables: readonly Table[],
  chosen: Record<number, string | null>,
  problems: Problems,
): PeopleTable | null {
  const sections = tables.flatMap((table) => sectionsOf(table, chosen, problems));
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

function kindOf(columns: readonly ImportedColumn[], at: Columns): ImportKind {
  const has = (pattern: RegExp) => columns.some(({ header }) => pattern.test(header));
  if (has(/用户昵称|入会|user nickname/i)) return 'tencent-participants';
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

/** What is in the file and not in what was read would be missed by nobody. */
function noteUnread(section: Section, chosen: Record<number, string | null>, problems: Problems): void {
  noteLengths(section, chosen, problems);
  const { columns, at, row } = section.header;
  for (const { header: value, index, field } of columns) {
    if (index in chosen || field !== null) continue;
    const written = section.rows.flatMap(({ cells }) => cells[index] || []);
    const sides = new Set(written.flatMap((cell) => sideIn(cell) ?? []));
    if (at.channel === undefined && sides.size === CHANNELS.length)
      problems.add('unread-sides', row, { value });
    const absent = written.filter(isCancelled).length;
    if (at.attended === undefined && absent > 0) problems.add('unread-absent', row, { value, count: absent });
  }
}

function noteLengths(
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
  return rows.flatMap((row) => {
    const found = seatsOf(row, header, reading.kind).flatMap(
      (seat) => presenceOf(seat, header, reading) ?? [],
    );
    const isAlone = header.columns.length > 1 && row.cells.filter(Boolean).length === 1;
    if (isAlone)
      for (const { name } of found.filter(isRemark)) reading.problems.add('remark', row.row, { name });
    return found;
  });
}

/** As what stands under a table says when and by whom it was made. */
function isRemark({ name }: Presence): boolean {
  return /\d{4}|[:：.。!?]$|^[*※#]|^注|(?:\S+\s+){5}/.test(name);
}
