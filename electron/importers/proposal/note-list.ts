/** Collects what the user should settle; ids follow the order in which they were found. */
import { PLAN_NOTES_MAX } from '../../../shared/lib/limits.ts';
import type { PlanNote } from '../../../shared/plan.ts';
import { shorten } from './text-lines.ts';

export type NoteParams = Record<string, string | number>;

export type NoteList = {
  add: (field: string, code: string, params?: NoteParams) => void;
  /** At most `PLAN_NOTES_MAX`; the last then says how many were left out. */
  all: () => PlanNote[];
};

const PARAM_CHARS_MAX = 1_000;
const FIELD_CHARS_MAX = 200;

/** An empty list of notes. */
export function noteList(): NoteList {
  const found: Omit<PlanNote, 'noteId'>[] = [];
  let leftOut = 0;
  return {
    add(field, code, params = {}) {
      if (found.length >= PLAN_NOTES_MAX - 1) leftOut++;
      else found.push({ field: shorten(field, FIELD_CHARS_MAX), code, params: fitAll(params) });
    },
    all() {
      const more = leftOut > 0 ? [{ field: 'notes', code: 'more-notes', params: { count: leftOut } }] : [];
      return [...found, ...more].map((note, i) => ({ noteId: `note-${i + 1}`, ...note }));
    },
  };
}

/** Whether the items add up to what the file says; its length is missing where it says nothing. */
export function noteMinutes(
  agenda: readonly { minutes: number }[],
  total: number | undefined,
  notes: NoteList,
): void {
  const planned = agenda.reduce((minutes, item) => minutes + item.minutes, 0);
  if (total === undefined) notes.add('minutes', 'total-missing', { planned });
  else if (agenda.length > 0 && planned !== total) notes.add('minutes', 'minutes-differ', { planned, total });
}

function fitAll(params: NoteParams): NoteParams {
  const entries = Object.entries(params).map(([key, value]): [string, string | number] => [
    key,
    typeof value === 'string' ? shorten(value, PARAM_CHARS_MAX) : value,
  ]);
  return Object.fromEntries(entries);
}
