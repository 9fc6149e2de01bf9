/**
 * A plan as a table: an agenda with lengths or times (Ontime's column names are among those known), people, or both in
 * the sheets of a workbook. CSV with any of the usual separators, or XLSX.
 */

import { AGENDA_ITEMS_MAX, ITEM_MINUTES_MAX, PLAN_PEOPLE_MAX } from '../../shared/lib/limits.ts';
import type { Plan } from '../../shared/plan.ts';
import { planSchema } from '../../shared/plan.ts';
import { fileStem } from './file-stem.ts';
import type { Table } from './import/table.ts';
import { agendaIn } from './plan-agenda.ts';
import { agendaHeader } from './plan-columns.ts';
import { PlanError } from './plan-error.ts';
import { isExport, peopleIn, withSpeakers } from './plan-people.ts';
import { type NoteList, noteList, noteMinutes } from './proposal/note-list.ts';

/** Throws PlanError `nothing-found` when neither an item nor a person is in it, `bad-row` for rows that do not fit. */
export function readPlanTable(fileName: string, tables: readonly Table[]): Plan {
  const notes = noteList();
  // The line about the meeting that a platform puts above its attendance looks like an agenda, and is none.
  const isAgenda = (table: Table) => agendaHeader(table.rows) !== null && !isExport(table);
  const agendas = tables.filter(isAgenda).map((table) => agendaIn(table, notes));
  const agenda = kept(
    'agenda',
    AGENDA_ITEMS_MAX,
    agendas.flatMap(({ items }) => items),
    notes,
  );
  const listed = tables
    .filter((table) => !isAgenda(table))
    .flatMap((table) => peopleIn(fileName, table, notes));
  const speakers = agendas.flatMap((one) => one.speakers);
  const people = kept('people', PLAN_PEOPLE_MAX, withSpeakers(listed, speakers), notes);
  const assumed = people.filter(({ channel }) => channel === undefined).length;
  if (assumed > 0) notes.add('people', 'channel-assumed', { onsite: assumed, online: 0 });
  const total = agendas.find((one) => one.total !== null)?.total ?? undefined;
  if (total !== undefined) noteMinutes(agenda, total, notes);
  const lines = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (agenda.length + people.length === 0) throw new PlanError('nothing-found', { fileName, lines });
  return planSchema.parse({
    format: 'evenfloor.plan',
    v: 1,
    title: fileStem(fileName),
    ...(total === undefined ? {} : { minutes: Math.min(total, ITEM_MINUTES_MAX) }),
    agenda: agenda.map((item, place) => ({ ...item, itemId: `item-${place + 1}` })),
    people: people.map(({ channel = 'onsite', ...person }, place) => ({
      ...person,
      channel,
      personId: `person-${place + 1}`,
    })),
    notes: notes.all(),
  });
}

function kept<T>(field: string, max: number, found: readonly T[], notes: NoteList): readonly T[] {
  if (found.length > max) notes.add(field, 'too-many', { kept: max, found: found.length });
  return found.slice(0, max);
}
