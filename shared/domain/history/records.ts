/** The state as a set of records: how two states differ, and how records are put back. */
import { must } from '../../lib/assert.ts';
import { addedTo } from '../../lib/grown.ts';
import { put, without } from '../../lib/lists.ts';
import type { FloorSlice } from '../floor/slice.ts';
import type { NotesSlice } from '../notes/slice.ts';
import type { Person } from '../people/schema.ts';
import type { QuestionsSlice } from '../questions/slice.ts';
import type { Queue } from '../queue/slice.ts';
import type { SessionSlice } from '../session/slice.ts';
import type { HistoryItem, RecordWrite } from './slice.ts';

export type Recorded = SessionSlice &
  FloorSlice &
  NotesSlice &
  QuestionsSlice & {
    agenda: Extract<RecordWrite, { table: 'agenda' }>['value'];
    queue: Queue;
    people: Person[];
  };

/** The records in which `after` differs from `before`, each with its value in `before`. */
export function changedRecords(before: Recorded, after: Recorded): RecordWrite[] {
  const writes: RecordWrite[] = [];
  if (before.session !== after.session) writes.push({ table: 'session', value: before.session });
  if (before.stops && before.stops !== after.stops) writes.push({ table: 'stops', value: before.stops });
  if (before.policyQuestions !== after.policyQuestions) {
    writes.push({ table: 'policyQuestions', value: before.policyQuestions });
  }
  if (before.agenda !== after.agenda) writes.push({ table: 'agenda', value: before.agenda });
  if (before.queue.open !== after.queue.open) writes.push({ table: 'open', value: before.queue.open });
  if (before.queue.onDeck !== after.queue.onDeck) {
    writes.push({ table: 'onDeck', value: before.queue.onDeck });
  }
  if (before.floor !== after.floor) writes.push({ table: 'floor', value: before.floor });
  for (const [id, value] of changed(before.people, after.people, (person) => person.personId)) {
    writes.push({ table: 'people', id, value });
  }
  for (const [id, value] of changed(before.queue.entries, after.queue.entries, (entry) => entry.entryId)) {
    writes.push({ table: 'entries', id, value });
  }
  for (const [id, value] of changed(before.turns, after.turns, (turn) => turn.turnId)) {
    writes.push({ table: 'turns', id, value });
  }
  for (const [id, value] of changed(before.notes, after.notes, (note) => note.noteId)) {
    writes.push({ table: 'notes', id, value });
  }
  for (const [id, value] of changed(before.questions, after.questions, (one) => one.questionId)) {
    writes.push({ table: 'questions', id, value });
  }
  if (before.questionDesk !== after.questionDesk) {
    writes.push({ table: 'questionDesk', value: before.questionDesk });
  }
  for (const [id, value] of changed(before.shows, after.shows, (show) => show.noteId)) {
    writes.push({ table: 'shows', id, value });
  }
  for (const [id, value] of changed(
    must(before.drafts, 'wordings'),
    must(after.drafts, 'wordings'),
    (draft) => draft.sectionId,
  )) {
    writes.push({ table: 'drafts', id, value });
  }
  if (before.reportTemplateId !== after.reportTemplateId) {
    writes.push({ table: 'reportTemplateId', value: before.reportTemplateId as string | null });
  }
  return writes;
}

/** The state with these records as they are given. */
export function restore<S extends Recorded>(state: S, records: readonly RecordWrite[]): S {
  return records.reduce(restoreOne, state) as S;
}

/**
 * How the stops were counted before commit `seq`. An undo does not carry them, so that the logs of hubs that did not
 * count them, or do not, are undone alike.
 */
export function stopsBefore(history: readonly HistoryItem[], seq: number): RecordWrite[] {
  return history.find((item) => item.seq === seq)?.before.filter(({ table }) => table === 'stops') ?? [];
}

function restoreOne(state: Recorded, write: RecordWrite): Recorded {
  switch (write.table) {
    case 'session':
      return { ...state, session: write.value };
    case 'stops':
      return { ...state, stops: write.value };
    case 'policyQuestions':
      return { ...state, policyQuestions: write.value };
    case 'agenda':
      return { ...state, agenda: write.value };
    case 'open':
      return { ...state, queue: { ...state.queue, open: write.value } };
    case 'onDeck':
      return { ...state, queue: { ...state.queue, onDeck: write.value } };
    case 'floor':
      return { ...state, floor: write.value };
    case 'people': {
      const isSame = (person: { personId: string }) => person.personId === write.id;
      return { ...state, people: putOrTakeOut(state.people, write.value, isSame) };
    }
    case 'entries': {
      const isSame = (entry: { entryId: string }) => entry.entryId === write.id;
      const entries = putOrTakeOut(state.queue.entries, write.value, isSame);
      return { ...state, queue: { ...state.queue, entries } };
    }
    case 'turns': {
      const isSame = (turn: { turnId: string }) => turn.turnId === write.id;
      return { ...state, turns: putOrTakeOut(state.turns, write.value, isSame) };
    }
    case 'notes': {
      const isSame = (note: { noteId: string }) => note.noteId === write.id;
      return { ...state, notes: putOrTakeOut(state.notes, write.value, isSame) };
    }
    case 'drafts': {
      const isSame = (draft: { sectionId: string }) => draft.sectionId === write.id;
      return { ...state, drafts: putOrTakeOut(must(state.drafts, 'wordings'), write.value, isSame) };
    }
    case 'reportTemplateId':
      return { ...state, reportTemplateId: write.value };
    case 'questions': {
      const isSame = (question: { questionId: string }) => question.questionId === write.id;
      return { ...state, questions: putOrTakeOut(state.questions, write.value, isSame) };
    }
    case 'questionDesk':
      return { ...state, questionDesk: write.value };
    case 'shows': {
      const isSame = (show: { noteId: string }) => show.noteId === write.id;
      return { ...state, shows: putOrTakeOut(state.shows, write.value, isSame) };
    }
  }
}

function putOrTakeOut<T extends { seq: number }>(
  list: T[],
  value: T | null,
  isSame: (item: T) => boolean,
): T[] {
  return value === null ? without(list, isSame) : put(list, value, isSame);
}

/**
 * Ids whose records are not the same objects, with the value before. Records are shared between states as long as
 * they do not change, so what both lists begin and end with is skipped by comparing references.
 */
function changed<T extends object>(
  before: T[],
  after: T[],
  idOf: (record: T) => string,
): Map<string, T | null> {
  const result = new Map<string, T | null>();
  if (before === after) return result;
  const added = addedTo(before, after);
  if (added) return result.set(idOf(added), null);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let same = 0;
  while (
    same < before.length - start &&
    same < after.length - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1;
  }
  const kept = new Set(after.slice(start, after.length - same));
  for (const record of before.slice(start, before.length - same)) {
    if (!kept.delete(record)) result.set(idOf(record), record);
  }
  for (const record of kept) if (!result.has(idOf(record))) result.set(idOf(record), null);
  return result;
}
