/** One row of an attendance report or a list: who it is about, and how long that person was there. */
import type { ImportedColumn, ImportKind } from '../../../shared/imported.ts';
import type { Params } from '../../../shared/words/words.ts';
import type { Presence } from './attendance.ts';
import type { Columns, Field } from './columns.ts';
import {
  bracketed,
  joinedName,
  keyOf,
  readName,
  readOrganisation,
  type ShownName,
  sayDoubt,
} from './names.ts';
import type { Problems } from './problems.ts';
import { sideIn } from './side-in.ts';
import { sumOf } from './sum-row.ts';
import type { Row } from './table.ts';
import { type DayOrder, minutesOf, momentOf } from './times.ts';

export type Header = { row: number; columns: ImportedColumn[]; at: Columns };
/** `kind` is that of the first header: further ones of the same file say less. */
export type Reading = { kind: ImportKind; order: DayOrder; problems: Problems };

const YES = /^(?:y|yes|true|是|ja|oui|sí|si|sim|sì|да|tak|evet|はい|예|네)$/i;
const NO = /^(?:n|no|nein|non|não|нет|nie|hayır|否|いいえ|아니오|아니요)$/i;
const CANCELLED =
  /^(?:absent|no.?show|(?:cancell?ed|denied|rejected|declined)(?: .*)?|abwesend|abgesagt|storniert|abgelehnt|annulée?|refusée?|cancelad[oa]|rechazad[oa]|recusad[oa]|отмен[её]н[оа]?|отклон[её]н[оа]?|已?取消|已?拒绝|缺席|未到|未参加|欠席|キャンセル|불참|취소)$/i;

const STAFF =
  /^(?:(?:co-?)?host|organi[sz](?:er|ator|ateur|ador)|organizzatore|организатор|ведущий|主持人|联席主持人|会议创建者|组织者|召集人|開催者|主催者|ホスト|주최자)$/i;

/** Whether a cell says, not only by a no, that somebody did not come, or may not. */
export function isCancelled(text: string): boolean {
  return CANCELLED.test(text);
}

/** In the header of the column with `Name (original name)`. */
export const ORIGINAL_NAME =
  /original ?name|nom d.origine|nombre original|nome original|原始(?:名称|姓名)|настоящее имя|исходное имя|oorspronkelijke naam|原名|元の名前|원래 이름/i;

/** At Tencent several people can sit at one device: `甲&乙(会场甲＆会场乙)`. */
export function seatsOf(row: Row, { at }: Header, kind: ImportKind): Row[] {
  const place = at.name;
  if (kind !== 'tencent-participants' || place === undefined) return [row];
  const text = row.cells[place] ?? '';
  const [outside, inside] = bracketed(text) ?? [text, ''];
  const [outer, inner] = [outside, inside].map((names) => names.split(/[&＆]/));
  if (!outer || !inner || outer.length < 2) return [row];
  return outer.map((name, seat) => {
    const inMeeting = inner.length === outer.length ? `${name}(${inner[seat]})` : name;
    return { row: row.row, cells: row.cells.with(place, inMeeting) };
  });
}

/** Null for a row that names nobody who was there: a problem says why. */
export function presenceOf(row: Row, header: Header, reading: Reading): Presence | null {
  const { problems } = reading;
  const cell = cellsOf(row, header);
  const shown = whoIsThere(row, header, reading);
  if (!shown) return null;
  sayDoubt(shown, row.row, problems);
  const { name, otherName } = shown;
  const email = readName(cell('email'))?.email ?? shown.email;
  const channel = sideIn(cell('channel'));
  if (cell('channel') !== '' && channel === null)
    problems.once('unknown-side', row.row, { value: cell('channel') });
  const organisation = readOrganisation(cell('organisation'), () =>
    problems.add('address-as-organisation', row.row, { name }),
  );
  const joins = Number(cell('joins') || Number.NaN);
  return {
    row: row.row,
    name,
    ...(otherName && { otherName }),
    ...(email && { email }),
    ...(organisation && { organisation }),
    ...(channel && { channel }),
    ...(Number.isInteger(joins) && { joins }),
    ...(STAFF.test(cell('role')) && { isStaff: true }),
    ...timesOf(row.row, cell, reading),
  };
}

function cellsOf({ cells }: Row, { at }: Header): (field: Field) => string {
  return (field) => (at[field] === undefined ? '' : (cells[at[field]] ?? ''));
}

function whoIsThere(read: Row, header: Header, { kind, problems }: Reading): ShownName | null {
  const { row, cells } = read;
  const { at, columns } = header;
  const cell = cellsOf(read, header);
  const nobody = (code: 'short-row' | 'sum' | 'no-name' | 'waiting-room', params?: Params) => {
    problems.add(code, row, params);
    return null;
  };
  const needed = Math.max(at.name ?? 0, at.lastName ?? 0) + 1;
  if (cells.length < needed) return nobody('short-row', { cells: cells.length, columns: columns.length });
  // A platform's reports have none, and whoever is in them may be called anything.
  const sum = kind === 'people-table' ? sumOf(cells, at.name ?? at.lastName ?? 0) : null;
  if (sum !== null) return nobody('sum', { value: sum });
  const shown = readName(nameIn(cell, header), (text) => namesOf(text, header, kind));
  if (!shown) return cells.some(Boolean) ? nobody('no-name') : null;
  if (YES.test(cell('waitingRoom'))) return nobody('waiting-room', { name: shown.name });
  // In a webinar's report, in whatever language, whoever did not come has no time at which they came.
  const isAbsent = NO.test(cell('attended')) || isCancelled(cell('attended')) || cell('joinTime') === '--';
  if (!isAbsent) return shown;
  problems.count('no-show', row);
  return null;
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
  // Clocks were put back in between: the length says how long it was.
  const isBack = minutes !== null && from?.hasDate && to?.hasDate && from.ms - to.ms <= 3_600_000;
  return {
    ...(from && to && (to.ms + dayMs >= from.ms || isBack) && { fromMs: from.ms, toMs: to.ms + dayMs }),
    ...(minutes !== null && { minutes }),
    ...(isTotal && { total: true }),
  };
}

/** The one column for a name may hold the family's alone, where another one has what is missing. */
function nameIn(cell: (field: Field) => string, { at, columns }: Header): string {
  const [name, first, last] = [cell('name'), cell('firstName'), cell('lastName')];
  // A list may be numbered within its only column.
  if (columns.length === 1) return name.replace(/^\d{1,4}\s?[.)、．]\s?/, '');
  if (name === '') return joinedName(first, last);
  const other = at.lastName === undefined ? first : at.firstName === undefined ? last : '';
  if (other === '' || keyOf(name).split(' ').includes(keyOf(other))) return name;
  return other === first ? joinedName(first, name) : joinedName(name, last);
}

/** `Name (original name)` where the header says so, `nick(name in the meeting)` at Tencent. */
function namesOf(text: string, { columns, at }: Header, kind: ImportKind): [name: string, other?: string] {
  const [outer, inner] = bracketed(text) ?? [];
  if (!outer || !inner) return [text];
  if (kind === 'tencent-participants') return [inner, outer];
  if (ORIGINAL_NAME.test(columns[at.name ?? -1]?.header ?? '')) return [outer, inner];
  return [text];
}
