import { put, without } from '../../lib/lists.ts';
import type { Author, Stamp } from '../context.ts';
import type { Question, QuestionsEvent } from './schema.ts';
import type { QuestionsSlice } from './slice.ts';

export function applyQuestions<S extends QuestionsSlice>(
  state: S,
  event: QuestionsEvent,
  { seq, atMs, author }: Stamp & { author: Author },
): S {
  switch (event.type) {
    case 'questions/asked': {
      const steps = [{ step: 'received' as const, atMs, by: author }];
      return withQuestion(state, { ...event.question, seq, askedAtMs: atMs, steps });
    }
    case 'questions/changed':
      return withQuestion(state, event.question);
    case 'questions/hidden':
      return {
        ...state,
        questions: without(state.questions, ({ questionId }) => questionId === event.questionId),
      };
    case 'questions/voted':
      return {
        ...state,
        questions: state.questions.map((question) =>
          question.questionId === event.questionId ? voted(question, event) : question,
        ),
      };
    case 'questions/desk-set': {
      const { type: _, v: __, ...change } = event;
      return { ...state, questionDesk: { ...state.questionDesk, ...change } };
    }
  }
}

function withQuestion<S extends QuestionsSlice>(state: S, question: Question): S {
  const isSame = (other: Question) => other.questionId === question.questionId;
  return { ...state, questions: put(state.questions, question, isSame) };
}

function voted(question: Question, event: Extract<QuestionsEvent, { type: 'questions/voted' }>): Question {
  const { personId, vote, votes } = event;
  if (personId === undefined) return { ...question, votes };
  // A participant's own vote in advance: who else has voted is not known there.
  const others = (question.voters ?? []).filter((other) => other !== personId);
  return { ...question, votes, voters: vote ? [...others, personId] : others };
}
