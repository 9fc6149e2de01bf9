/**
 * A plan as a table: an agenda with lengths or times (Ontime's column names are among those known), people, or both in
 * the sheets of a workbook. CSV with any of the usual separators, or XLSX.
 */

import { AGENDA_ITEMS_MAX, ITEM_MINUTES_MAX, PLAN_PEOPLE_MAX } from '../../shared/lib/limits.ts';
import type { AgendaPlan, PersonPlan, Plan } from '../../shared/plan.ts';
import { planSchema } from '../../shared/plan.ts';
import { fileStem } from './file-stem.ts';
import { peopleOf } from './import/attendance.ts';
import { readPeople } from './import/attendance-table.ts';
import { ImportError } from './import/import-error.ts';
import { foundProblems } from './import/problems.ts';
import type { Row, Table } from './import/table.ts';
import { minutesOf, momentOf } from './import/times.ts';
import { lineOf } from './line.ts';
import { PlanError } from './plan-error.ts';
import { agendaKind } from './proposal/agenda-kind.ts';
import { type NoteList, noteList } from './proposal/note-list.ts';

const WORDS = {
  title: [
    'title',
    'item',
    'agendaitem',
    'topic',
    'subject',
    'session',
    'segment',
    'titel',
    'thema',
    'titre',
    'titulo',
    '标题',
    '议程',
    '议题',
    '主题',
    '环节',
  ],
  minutes: [
    'minutes',
    'min',
    'duration',
    'durationmin',
    'durationminutes',
    'length',
    'dauer',
    'duree',
    'duracion',
    '时长',
    '分钟',
    '时长分钟',
  ],
  start: [
    'timestart',
    'start',
    'starttime',
    'begin',
    'from',
    'beginn',
    'debut',
    'inicio',
    '开始',
    '开始时间',
  ],
  end: ['timeend', 'end', 'endtime', 'until', 'to', 'ende', 'fin', '结束', '结束时间'],
  kind: ['kind', 'type', 'art', '类型'],
  skip: ['skip'],
  timer: ['timertype'],
} as const;
type Field = keyof typeof WORDS;
const FIELDS = Object.keys(WORDS) as Field[];

type Places = Partial<Record<Field, number>>;

/** Whether the first lines of these tables head an agenda; a list of people alone is one too. */
export function isPlanTable(tables: readonly Table[]): boolean {
  return tables.some((table) => agendaHeader(table) !== null || namesPeople(table));
}

/** Throws PlanError `nothing-found` when neither an item nor a person is in it, `bad-row` for rows that do not fit. */
export function readPlanTable(fileName: string, tables: readonly Table[]): Plan {
  const notes = noteList();
  const agenda = tables.flatMap((table) => agendaIn(table, notes)).slice(0, AGENDA_ITEMS_MAX);
  const people = tables
    .filter((table) => agendaHeader(table) === null)
    .flatMap((table) => peopleIn(fileName, table));
  const lines = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (agenda.length + people.length === 0) throw new PlanError('nothing-found', { fileName, lines });
  return planSchema.parse({
    format: 'evenfloor.plan',
    v: 1,
    title: fileStem(fileName),
    agenda: agenda.map((item, place) => ({ ...item, itemId: `item-${place + 1}` })),
    people: people
      .slice(0, PLAN_PEOPLE_MAX)
      .map((person, place) => ({ ...person, personId: `person-${place + 1}` })),
    notes: notes.all(),
  });
}

function placesIn(cells: readonly string[]): Places {
  const words = cells.map((cell) =>
    cell
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const place = words.findIndex((word) => (WORDS[field] as readonly string[]).includes(word));
      return place < 0 ? [] : [[field, place]];
    }),
  );
}

/** Ontime writes some lines of its own above the header. */
function agendaHeader({ rows }: Table): { at: Places; after: number } | null {
  for (const [index, { cells }] of rows.slice(0, 30).entries()) {
    const at = placesIn(cells);
    if (
      at.title !== undefined &&
      (at.minutes !== undefined || (at.start !== undefined && at.end !== undefined))
    ) {
      return { at, after: index + 1 };
    }
  }
  return null;
}

function agendaIn(table: Table, notes: NoteList): Omit<AgendaPlan, 'itemId'>[] {
  const header = agendaHeader(table);
  if (!header) return [];
  return table.rows.slice(header.after).flatMap((row) => itemOf(row, header.at, notes) ?? []);
}

function itemOf({ row, cells }: Row, at: Places, notes: NoteList): Omit<AgendaPlan, 'itemId'> | null {
  const cell = (field: Field) => (at[field] === undefined ? '' : (cells[at[field]] ?? '').trim());
  const title = lineOf(cell('title'));
  const isSkipped = /^(?:true|yes|1|x|是)$/i.test(cell('skip')) || /^block$/i.test(cell('timer'));
  if (title === null || isSkipped) return null;
  const minutes = lengthOf(cell('minutes'), cell('start'), cell('end'));
  if (minutes === null) notes.add(`row ${row}`, 'minutes-missing', { title });
  return {
    title,
    minutes: Math.min(ITEM_MINUTES_MAX, minutes ?? 0),
    kind: agendaKind(cell('kind')) ?? agendaKind(title) ?? 'other',
  } as Omit<AgendaPlan, 'itemId'>;
}

function lengthOf(length: string, start: string, end: string): number | null {
  const said = length === '' ? null : (minutesOf(length) ?? ontime(length));
  if (said !== null) return Math.round(said * 100) / 100;
  const [from, to] = [start, end].map((time) => momentOf(time, 'unknown'));
  if (!from || !to) return null;
  const minutes = (to.ms - from.ms) / 60_000;
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}

/** `10:00` as a length is ten minutes. */
function ontime(length: string): number | null {
  const [, minutes, seconds] = /^(\d{1,3}):(\d{2})$/.exec(length) ?? [];
  return minutes === undefined ? null : Number(minutes) + Number(seconds) / 60;
}

function namesPeople(table: Table): boolean {
  try {
    return readPeople([table], {}, foundProblems()) !== null;
  } catch {
    return true;
  }
}

function peopleIn(fileName: string, table: Table): Omit<PersonPlan, 'personId'>[] {
  const problems = foundProblems();
  try {
    const read = readPeople([table], {}, problems);
    if (!read) return [];
    return peopleOf(read.presences, problems).map(({ name, organisation, channel = 'onsite' }) => ({
      name,
      channel,
      ...(organisation && { organisation }),
    }));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new PlanError('bad-row', { fileName, why: error.code, ...error.params });
  }
}
