/** The rows of a table as the people of a plan. */
import { GROUP_CHARS_MAX } from '../../shared/lib/limits.ts';
import type { PersonPlan } from '../../shared/plan.ts';
import { peopleOf } from './import/attendance.ts';
import { readPeople } from './import/attendance-table.ts';
import { fieldOf } from './import/columns.ts';
import { ImportError } from './import/import-error.ts';
import { type FoundProblem, foundProblems } from './import/problems.ts';
import type { Table } from './import/table.ts';
import { type Field, noteUnknownColumns, placesIn } from './plan-columns.ts';
import { PlanError } from './plan-error.ts';
import { meaningOf } from './proposal/labels.ts';
import type { NoteList } from './proposal/note-list.ts';
import { ROLES } from './proposal/people.ts';
import { personLine } from './proposal/person-line.ts';
import { sideOf } from './proposal/sides.ts';
import { shorten } from './proposal/text-lines.ts';

/** Without a side where the table gives none. */
export type Member = Omit<PersonPlan, 'personId' | 'channel'> & Partial<Pick<PersonPlan, 'channel'>>;
type Cell = (field: Field | 'role' | 'channel') => string;

/** Whether it is what a platform exports: its columns show it, whatever sections stand above them. */
export function isExport(table: Table): boolean {
  try {
    const read = readPeople([table], {}, foundProblems());
    return read !== null && read.kind !== 'people-table';
  } catch {
    return false;
  }
}

/** Throws PlanError `bad-row` for rows that do not fit their header. */
export function peopleIn(fileName: string, table: Table, notes: NoteList): Member[] {
  const problems = foundProblems();
  try {
    const read = readPeople([table], familyName(table), problems);
    if (!read) return [];
    const header = read.columns.map((column) => column.header);
    const at: Partial<Record<string, number>> = {
      ...placesIn(header),
      ...Object.fromEntries(read.columns.map(({ field, index }) => [field, index])),
    };
    const rows = new Map(table.rows.map(({ row, cells }) => [row, cells]));
    // What a platform calls a host is who opened the meeting there.
    const isList = read.kind === 'people-table';
    if (isList) noteUnknownColumns(header, notes);
    const found = peopleOf(read.presences, problems);
    const people = found.map((person) => {
      const { row = 0 } = person;
      const cell: Cell = (field) => (rows.get(row)?.[at[field] ?? -1] ?? '').trim();
      const { name, organisation } = person;
      const channel = person.channel ?? (isList ? sideIn(cell, name, row, notes) : undefined);
      return {
        name,
        channel,
        ...(organisation && { organisation }),
        ...groupsIn(cell),
        ...(isList && rolesIn(cell, name, channel, row, notes)),
      };
    });
    noteProblems(problems.list(), notes);
    const emails = found.filter(({ email }) => email).length;
    if (emails > 0) notes.add('people', 'email-left-out', { count: emails });
    return people;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new PlanError('bad-row', { fileName, why: error.code, ...error.params });
  }
}

/** Whom the agenda names at speeches is on the panel, listed as one of the people or not. */
export function withSpeakers(listed: readonly Member[], speakers: readonly string[]): Member[] {
  const people = new Map(listed.map((person) => [person.name.toLowerCase(), person]));
  for (const text of speakers) {
    const said = personLine(text);
    if (!said) continue;
    const { name, organisation, channel } = said;
    const known = people.get(name.toLowerCase()) ?? {
      name,
      ...(organisation && { organisation }),
      ...(channel && { channel }),
    };
    people.set(name.toLowerCase(), { ...known, panel: true });
  }
  return [...people.values()];
}

/** Beside a first name, `Name` is the family's. */
function familyName({ rows }: Table): Record<number, string> {
  const fields = rows[0]?.cells.map(fieldOf) ?? [];
  if (!fields.includes('firstName') || fields.includes('lastName')) return {};
  const name = fields.lastIndexOf('name');
  return name < 0 ? {} : { [name]: 'lastName' };
}

function sideIn(cell: Cell, name: string, row: number, notes: NoteList): Member['channel'] | undefined {
  const text = cell('channel') || cell('side');
  const side = sideOf(text);
  if (text !== '' && !side) notes.add(`row ${row}`, 'side-unclear', { row, name, text });
  return side;
}

function groupsIn(cell: Cell): Pick<Member, 'groups'> {
  const named = (['stakeholder', 'region'] as const).flatMap((group) => {
    const text = cell(group);
    return text === '' ? [] : [[group, shorten(text, GROUP_CHARS_MAX)]];
  });
  return named.length === 0 ? {} : { groups: Object.fromEntries(named) };
}

/** A moderator's side says which of the two moderators it is. */
function rolesIn(
  cell: Cell,
  name: string,
  side: Member['channel'] | undefined,
  row: number,
  notes: NoteList,
): Pick<Member, 'roles' | 'panel'> {
  const said = cell('role')
    .split(/\s*[,;/，、；&]\s*/)
    .filter((text) => text !== '')
    .map((text) => {
      const kind = meaningOf(text)?.kind;
      const as = kind && ROLES[kind === 'moderator' && side ? (`${side}-moderator` as const) : kind];
      if (kind === 'moderator' && !side) notes.add(`row ${row}`, 'moderator-side', { name, label: text });
      else if (!as) notes.add(`row ${row}`, 'role-unclear', { row, name, text });
      return as;
    });
  const roles = [...new Set(said.flatMap((as) => as?.role ?? []))];
  const panel = said.some((as) => as?.panel) || /^(?:true|yes|y|1|x|✓|ja|oui|是)$/i.test(cell('panel'));
  return { ...(roles.length > 0 && { roles }), ...(panel && { panel }) };
}

/** Rows that name nobody. */
const LEFT_OUT: readonly string[] = ['no-name', 'short-row', 'sum', 'remark'];

/**
 * Rows that were left out, by their number alone: what else is in them is often an address. How long somebody was there
 * is no part of a plan.
 */
function noteProblems(problems: readonly FoundProblem[], notes: NoteList): void {
  for (const { code, row = 0, params } of problems) {
    if (code === 'second-device' || code === 'same-name' || code === 'one-name')
      notes.add(`row ${row}`, 'maybe-same-person', { other: String(params.name ?? '') });
    else if (LEFT_OUT.includes(code)) notes.add(`row ${row}`, 'row-left-out', { row });
    else if (code === 'unread-rows')
      notes.add(`row ${row}`, 'rows-left-out', { row, count: Number(params.count) });
    else if (code === 'waiting-room' || code === 'no-show')
      notes.add(`row ${row}`, 'absent-left-out', { count: Number(params.count ?? 1) });
  }
}
