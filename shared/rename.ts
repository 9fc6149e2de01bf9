/** A name that changes in the roster changes in the queue, on the floor and in the turns behind. */
import type { PeopleEvent } from './domain/people/schema.ts';
import type { State } from './state.ts';

export function rename(state: State, event: PeopleEvent): State {
  const { personId, name } = event.person;
  if (event.type === 'people/added') return state;
  const ids = event.type === 'people/merged' ? [personId, event.otherPersonId] : [personId];
  const isMeant = (who: { personId?: string }) => who.personId !== undefined && ids.includes(who.personId);
  const isStale = (who: { personId?: string; name?: string }) =>
    isMeant(who) && (who.name !== name || who.personId !== personId);
  const entries = state.queue.entries.map((entry) => {
    if (!isStale(entry)) return entry;
    // What a person retypes never slips into what the public already sees.
    if (event.person.self && !entry.unshown?.includes('name')) return entry;
    return { ...entry, personId, name };
  });
  const queue = isChanged(entries, state.queue.entries) ? { ...state.queue, entries } : state.queue;
  // Whose point it is, only staff sees.
  const notes = state.notes.map((note) =>
    note.speaker && isStale(note.speaker) ? { ...note, speaker: { personId, name } } : note,
  );
  const questions = state.questions.map((question) =>
    isMeant(question) && question.personId !== personId ? { ...question, personId } : question,
  );
  const after = {
    ...state,
    queue,
    notes: isChanged(notes, state.notes) ? notes : state.notes,
    questions: isChanged(questions, state.questions) ? questions : state.questions,
  };
  if (event.person.self) return after;
  const turns = state.turns.map((turn) => (isStale(turn) ? { ...turn, personId, name } : turn));
  const { turn } = state.floor;
  return {
    ...after,
    turns: isChanged(turns, state.turns) ? turns : state.turns,
    floor: turn && isStale(turn) ? { turn: { ...turn, personId, name } } : state.floor,
  };
}

function isChanged<T>(after: readonly T[], before: readonly T[]): boolean {
  return after.some((item, index) => item !== before[index]);
}
