/** Where each of the importer's notes is shown: beside the field, the record or the list that it names. */
import type { PlanNote } from '../../shared/domain/session/schema.ts';
import type { State } from '../../shared/state.ts';

const SECTIONS: readonly string[] = ['title', 'code', 'series', 'policyQuestions', 'people'];

/** The address of the place: a section, `<section>/<id>`, or `other`. */
export function placeOf(note: PlanNote, state: State): string {
  const [section = '', id] = note.field.split('/');
  if (section === 'minutes') return 'agenda';
  if (id !== undefined && isThere(section, id, state)) return `${section}/${id}`;
  return SECTIONS.includes(section) || section === 'agenda' ? section : 'other';
}

function isThere(section: string, id: string, state: State): boolean {
  switch (section) {
    case 'people':
      return state.people.some((person) => person.personId === id);
    case 'agenda':
      return state.agenda.items.some((item) => item.itemId === id);
    case 'policyQuestions':
      return state.policyQuestions.some((question) => question.policyQuestionId === id);
    default:
      return false;
  }
}

/** Makes a string of a note's place that can be an element's id. */
export function noteElementId(note: PlanNote): string {
  return `note-${note.noteId}`;
}
