/** The attendance list of Teams of 2020 and 2021: one row for each coming and going, and none for who was there first. */
import type { Presence } from './attendance.ts';
import { columnsOf, placesOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import { readName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';
import type { Table } from './table.ts';
import { dayOrder, momentOf } from './times.ts';

const COMES = /^joined|beigetreten|rejoint|se unió|unido|entrou|加入|参加/i;
const GOES = /^left|verlassen|quitt|salió|abandon|saiu|离开|離開|退出/i;

/** Null for any other table. */
export function readTeamsClassic(table: Table, problems: Problems): Presence[] | null {
  const { header, rows } = begun(table);
  const at = placesOf(columnsOf(header));
  if (at.action === undefined || at.name === undefined || at.at === undefined) return null;
  if (rows.length === 0) throw new ImportError('no-rows', { row: 1 });
  const places = { name: at.name, action: at.action, at: at.at };
  const times = rows.map(({ cells }) => cells[places.at] ?? '');
  const order = dayOrder(times);
  const [anyTime] = times;
  if (order === 'unknown' && anyTime && /^\d+[./-]\d/.test(anyTime))
    problems.add('day-or-month', rows[0]?.row, { value: anyTime });
  const lastMs = Math.max(...times.map((time) => momentOf(time, order)?.ms ?? 0));
  const there = new Map<string, Presence>();
  const presences: Presence[] = [];
  for (const { row, cells } of rows) {
    const shown = readName(cells[places.name] ?? '');
    const action = cells[places.action];
    const value = cells[places.at] ?? '';
    if (action === undefined) throw new ImportError('cut-off', { row });
    if (!shown) {
      problems.add('no-name', row);
      continue;
    }
    const { name, email } = shown;
    sayDoubt(shown, row, problems);
    const moment = momentOf(value, order);
    if (!moment) {
      problems.add('bad-time', row, { value });
      continue;
    }
    const since = there.get(name);
    const came = { row, name, ...(email && { email }), fromMs: moment.ms };
    if (COMES.test(action) && !since) there.set(name, came);
    if (GOES.test(action) && since) {
      presences.push({ ...since, toMs: moment.ms });
      there.delete(name);
    }
    if (!COMES.test(action) && !GOES.test(action)) problems.once('unknown-action', row, { value: action });
  }
  for (const came of there.values()) {
    problems.add('still-there', came.row, { name: came.name });
    presences.push({ ...came, toMs: lastMs });
  }
  return presences;
}

/** Some were exported without their header. */
function begun({ rows }: Table): { header: string[]; rows: Table['rows'] } {
  const [first] = rows;
  if (
    first &&
    first.cells.length === 3 &&
    (COMES.test(first.cells[1] ?? '') || GOES.test(first.cells[1] ?? ''))
  ) {
    return { header: ['Full Name', 'User Action', 'Timestamp'], rows };
  }
  return { header: first?.cells ?? [], rows: rows.slice(1) };
}
