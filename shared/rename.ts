/**
 * What a change of the roster changes elsewhere: a name in the queue, on the floor and in the turns behind, and of two
 * records that become one all that either has said.
 */
import type { Answer } from './domain/notes/slice.ts';
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
  let after = {
    ...state,
    queue,
    notes: isChanged(notes, state.notes) ? notes : state.notes,
    questions: isChanged(questions, state.questions) ? questions : state.questions,
  };
  if (event.person.self) return after;
  if (event.type === 'people/merged' && event.otherPersonId !== undefined) {
    after = asOne(after, event.otherPersonId, personId);
  }
  const turns = state.turns.map((turn) => (isStale(turn) ? { ...turn, personId, name } : turn));
  const { turn } = state.floor;
  return {
    ...after,
    turns: isChanged(turns, state.turns) ? turns : state.turns,
    floor: turn && isStale(turn) ? { turn: { ...turn, personId, name } } : state.floor,
  };
}

/** What the record that went has voted, answered and been forbidden is now said by the other one, once. */
function asOne(state: State, goneId: string, personId: string): State {
  const of = (id: string) => (id === goneId ? personId : id);
  const once = (ids: readonly string[]) => [...new Set(ids.map(of))];
  const { muted } = state.questionDesk;
  return {
    ...state,
    questionDesk: muted?.includes(goneId)
      ? { ...state.questionDesk, muted: once(muted) }
      : state.questionDesk,
    questions: state.questions.map((question) =>
      question.voters?.includes(goneId) ? { ...question, voters: once(question.voters) } : question,
    ),
    shows: state.shows.map((show) =>
      show.answers?.some((answer) => answer.personId === goneId)
        ? { ...show, answers: onceEach(show.answers, of) }
        : show,
    ),
  };
}

/** In logs older than the rule both may have answered. */
function onceEach(answers: readonly Answer[], of: (id: string) => string): Answer[] {
  const own = answers.map((answer) => ({ ...answer, personId: of(answer.personId) }));
  return [...new Map(own.map((answer) => [answer.personId, answer])).values()];
}

function isChanged<T>(after: readonly T[], before: readonly T[]): boolean {
  return after.some((item, index) => item !== before[index]);
}
