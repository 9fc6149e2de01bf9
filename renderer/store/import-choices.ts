/** What whoever imports makes of a preview, by place in it; whatever is not there stays as the preview proposes. */
import type { ImportPreview } from '../../shared/imported.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';

/** `new`, `out`, or the personId of somebody in the roster. */
export type Becomes = string;

export type ImportChoices = {
  persons: Record<number, Becomes>;
  skipQuestions: number[];
  channel: Channel;
};

export const AS_PROPOSED: ImportChoices = { persons: {}, skipQuestions: [], channel: 'online' };

export function becomes({ people }: ImportPreview, { persons }: ImportChoices, place: number): Becomes {
  return persons[place] ?? people[place]?.match?.personId ?? 'new';
}

export function withQuestion(choices: ImportChoices, place: number, isTaken: boolean): ImportChoices {
  const others = choices.skipQuestions.filter((one) => one !== place);
  return { ...choices, skipQuestions: isTaken ? others : [...others, place] };
}

/** How many people and questions would come in. */
export function takenCount(preview: ImportPreview, choices: ImportChoices): number {
  const people = preview.people.filter((_, place) => becomes(preview, choices, place) !== 'out').length;
  const questions = preview.questions.filter(
    (question, place) => !question.known && !choices.skipQuestions.includes(place),
  ).length;
  return people + questions;
}

/** As `POST /api/v1/import/apply` takes them. */
export function sentChoices(choices: ImportChoices): object {
  const persons = Object.entries(choices.persons);
  return {
    skip: persons.flatMap(([place, what]) => (what === 'out' ? [Number(place)] : [])),
    persons: Object.fromEntries(
      persons.flatMap(([place, what]) => (what === 'out' ? [] : [[place, what === 'new' ? null : what]])),
    ),
    skipQuestions: choices.skipQuestions,
    channel: choices.channel,
  };
}
