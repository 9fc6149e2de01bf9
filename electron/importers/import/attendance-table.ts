/** Tables of people: the attendance of Zoom, Tencent Meeting, Teams and Google Meet, and lists that people have made. */
import type { ImportedColumn, ImportKind } from '../../../shared/imported.ts';
import { nameOf, type Presence } from './attendance.ts';
import { type Columns, columnsOf, type Field, placesOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import type { Problems } from './problems.ts';
import type { Row, Table } from './table.ts';
import { type DayOrder, dayOrder, minutesOf, momentOf } from './times.ts';

export type PeopleTable = { kind: ImportKind; presences: Presence[]; columns: ImportedColumn[] };

type Header = { row: number; columns: ImportedColumn[]; at: Columns };
/** `kind` is that of the first header: further ones of the same file say less. */
type Reading = { kind: ImportKind; order: DayOrder; problems: Problems };

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
  const order = dayOrder(rows.flatMap(({ cells }) => cells));
  const { columns, at } = first.header;
  const kind = kindOf(columns, at);
  const presences = sections.flatMap((section) => presencesOf(section, { kind, order, problems }));
  return { kind, presences, columns };
}

type Section = { header: Header; rows: Row[] };

/** A header begins a section; whatever stands above the first one says nothing about people. */
function sectionsOf({ rows, isCut }: Table, chosen: Record<number, string | null>): Section[] {
  const sections: Section[] = [];
  for (const row of rows) {
    const header = headerOf(row, sections.length === 0 ? chosen : {});
    if (header) sections.push({ header, rows: [] });
    else if (isTitle(row.cells)) continue;
    else sections.at(-1)?.rows.push(row);
  }
  for (const section of sections) mustFit(section, isCut);
  return sections;
}

function headerOf({ row, cells }: Row, chosen: Record<number, string | null>): Header | null {
  const columns = columnsOf(cells, chosen);
  const at = placesOf(columns);
  const isNamed = at.name !== undefined || (at.firstName !== undefined && at.lastName !== undefined);
  const others = Object.keys(at).filter((field) => !['name', 'firstName', 'lastName'].includes(field));
  // “Name” alone heads a list, or a table of which nothing else is known; further down it may be a cell like any other.
  const isHeader = isNamed && (others.length > 0 || row === 1 || cells.filter(Boolean).length === 1);
  if (!isHeader || at.question !== undefined || at.action !== undefined) return null;
  return { row, columns, at };
}

function kindOf(columns: readonly ImportedColumn[], at: Columns): ImportKind {
  const has = (pattern: RegExp) => columns.some(({ header }) => pattern.test(header));
  if (has(/用户昵称|入会/)) return 'tencent-participants';
  if (at.attended !== undefined) return 'zoom-webinar';
  if (has(/original name|in waiting room|recording (?:consent|disclaimer)/i)) return 'zoom-participants';
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

function presencesOf({ header, rows }: Section, reading: Reading): Presence[] {
  return rows.flatMap((row) =>
    seatsOf(row, header, reading.kind).flatMap((seat) => presenceOf(seat, header, reading) ?? []),
  );
}

/** At Tencent several people can sit at one device: `甲&乙(会场甲＆会场乙)`. */
function seatsOf(row: Row, { at }: Header, kind: ImportKind): Row[] {
  const place = at.name;
  if (kind !== 'tencent-participants' || place === undefined) return [row];
  const text = row.cells[place] ?? '';
  const [, outside = text, inside = ''] = /^(.*?)\s*[（(]([^（()）]*)[)）]$/.exec(text) ?? [];
  const [outer, inner] = [outside, inside].map((names) => names.split(/[&＆]/));
  if (!outer || !inner || outer.length < 2) return [row];
  return outer.map((name, seat) => {
    const inMeeting = inner.length === outer.length ? `${name}(${inner[seat]})` : name;
    return { row: row.row, cells: row.cells.with(place, inMeeting) };
  });
}

function presenceOf(
  { row, cells }: Row,
  { at, columns }: Header,
  { kind, order, problems }: Reading,
): Presence | null {
  const cell = (field: Field) => (at[field] === undefined ? '' : (cells[at[field]] ?? ''));
  const needed = Math.max(at.name ?? 0, at.lastName ?? 0) + 1;
  if (cells.length < needed) {
    problems.add('short-row', row, { cells: cells.length, columns: columns.length });
    return null;
  }
  const names = namesOf(cell('name') || [cell('firstName'), cell('lastName')].join(' '), columns, at, kind);
  const [name, otherName] = names;
  if (!name) {
    if (cells.some(Boolean)) problems.add('no-name', row);
    return null;
  }
  if (/^(?:yes|true|是|ja|oui)$/i.test(cell('waitingRoom'))) {
    problems.add('waiting-room', row, { name });
    return null;
  }
  if (/^(?:no|nein|non|否)$/i.test(cell('attended'))) {
    problems.count('no-show', row);
    return null;
  }
  const email = cell('email').toLowerCase();
  const channel = channelOf(cell('channel'));
  const organisation = nameOf(cell('organisation'));
  const joins = Number(cell('joins') || Number.NaN);
  return {
    row,
    name,
    ...(otherName && { otherName }),
    ...(email.includes('@') && { email }),
    ...(organisation && { organisation }),
    ...(channel && { channel }),
    ...(Number.isInteger(joins) && { joins }),
    ...(/^(?:(?:co-?)?host|organi[sz]er|主持人|联席主持人|会议创建者)$/i.test(cell('role')) && {
      isStaff: true,
    }),
    ...timesOf(row, cell, { kind, order, problems }),
  };
}

function timesOf(
  row: number,
  cell: (field: Field) => string,
  { order, problems }: Reading,
): Partial<Presence> {
  const [from, to] = [cell('firstJoin') || cell('joinTime'), cell('lastLeave') || cell('leaveTime')].map(
    (value) => {
      const moment = value === '' || value === '--' ? null : momentOf(value, order);
      if (value !== '' && value !== '--' && !moment) problems.add('bad-time', row, { value });
      return moment;
    },
  );
  const length = cell('totalMinutes') || cell('minutes');
  const minutes = length === '' || length === '--' ? null : minutesOf(length);
  if (length !== '' && length !== '--' && minutes === null)
    problems.add('bad-minutes', row, { value: length });
  const isTotal = cell('totalMinutes') !== '' || cell('firstJoin') !== '';
  // Past midnight, where only the time of day is written.
  const dayMs = from && to && !to.hasDate && to.ms < from.ms ? 86_400_000 : 0;
  return {
    ...(from && to && to.ms + dayMs >= from.ms && { fromMs: from.ms, toMs: to.ms + dayMs }),
    ...(minutes !== null && { minutes }),
    ...(isTotal && { total: true }),
  };
}

/** `Name (original name)` where the header says so, `nick(name in the meeting)` at Tencent, `Name (Guest)` at Teams. */
function namesOf(
  text: string,
  columns: readonly ImportedColumn[],
  at: Columns,
  kind: ImportKind,
): [name: string | null, other?: string] {
  const header = columns[at.name ?? -1]?.header ?? '';
  const [, before = '', inside = ''] = /^(.*?)\s*[（(]([^（()）]*)[)）]$/.exec(text.trim()) ?? [];
  const [outer, inner] = [nameOf(before), nameOf(inside)];
  if (!outer || !inner) return [nameOf(text)];
  if (kind === 'tencent-participants') return inner === outer ? [inner] : [inner, outer];
  if (/original name/i.test(header)) return inner === outer ? [outer] : [outer, inner];
  if (kind === 'teams-attendance' && /^(?:guest|gast|invité|invitado|访客|unverified)$/i.test(inner))
    return [outer];
  return [nameOf(text)];
}

function channelOf(text: string): 'onsite' | 'online' | null {
  if (/^(?:online|remote|virtual|zoom|线上|远程)$/i.test(text)) return 'online';
  return /^(?:onsite|on-site|in person|room|venue|现场|线下)$/i.test(text) ? 'onsite' : null;
}
