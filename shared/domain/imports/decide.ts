import { PEOPLE_MAX, QUESTIONS_MAX } from '../../lib/limits.ts';
import type { Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import { otherNamesOf } from '../people/other-names.ts';
import type { PeopleEvent, Person } from '../people/schema.ts';
import type { Question, QuestionsEvent } from '../questions/schema.ts';
import type { ImportArgs, ImportsEvent } from './schema.ts';

type State = { people: Person[]; questions: Question[] };

/** Whoever is new counts as having typed the own name: elsewhere, and the public is not told of it. */
export function importPeople(
  state: State,
  args: ImportArgs,
): (ImportsEvent | PeopleEvent | QuestionsEvent)[] | Rejection {
  const known = new Map(state.people.map((person) => [person.personId, person]));
  const asked = new Set(state.questions.map((question) => question.questionId));
  const { people, questions } = args;
  if (people.length + questions.length === 0) return invalid('people', 'empty');
  if (hasTwice(people.map(({ personId }) => personId))) return invalid('people', 'listed-twice');
  const ids = questions.map(({ questionId }) => questionId);
  if (hasTwice(ids) || ids.some((id) => asked.has(id))) return invalid('questions', 'taken');
  const added = people.filter(({ personId }) => !known.has(personId)).length;
  if (state.people.length + added > PEOPLE_MAX) return reject('too-many', { limit: PEOPLE_MAX });
  if (state.questions.length + questions.length > QUESTIONS_MAX)
    return reject('too-many', { limit: QUESTIONS_MAX });
  const { source } = args;
  return [
    { type: 'people/imported', v: 1, source, people: people.length, questions: questions.length },
    ...people.map((one) => personEvent(one, known.get(one.personId))),
    ...questions.map((one) => questionEvent(one, args.door)),
  ];
}

function hasTwice(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

function personEvent(one: ImportArgs['people'][number], before: Person | undefined): PeopleEvent {
  if (!before) return { type: 'people/introduced', v: 1, person: { ...one, self: true } };
  const { attendance, organisation } = one;
  const person = {
    ...before,
    attendance,
    ...(!before.organisation && organisation && { organisation }),
    ...otherNamesOf(before.name, before, one),
  };
  return { type: 'people/updated', v: 1, person };
}

function questionEvent(
  { answer, ...asked }: ImportArgs['questions'][number],
  door: ImportArgs['door'],
): QuestionsEvent {
  const decided = answer === undefined ? ('received' as const) : ('answered-in-writing' as const);
  const question = { ...asked, ...(answer !== undefined && { answer }), decided, door, votes: 0, voters: [] };
  return { type: 'questions/asked', v: 1, question: { ...question, channel: 'online' } };
}
