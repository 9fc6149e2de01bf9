/** What a participant has asked and voted for: the public's state has neither, and `decide` must know both. */
import type { Question } from '../../shared/domain/questions/schema.ts';
import { isSettled, type QuestionStatus, statusOf } from '../../shared/domain/questions/status.ts';
import type { State } from '../../shared/state.ts';
import type { Own, View } from './view.ts';
import { ownIdOf } from './view.ts';

/** The staff's state has it all; nothing is made anew where nothing is added. */
export function withOwnQuestions(state: State, own: Own): State {
  const { personId, votes = [], questions = [], muted } = own;
  if (state.questionDesk.muted || votes.length + questions.length + Number(muted ?? 0) === 0) return state;
  const asked = new Set(questions.map((question) => question.questionId));
  const known = state.questions.map((question) => {
    const voters = votes.includes(question.questionId) ? { voters: [personId] } : null;
    const asker = asked.has(question.questionId) ? { personId } : null;
    return voters || asker ? { ...question, ...voters, ...asker } : question;
  });
  const others = questions.filter((one) => !state.questions.some((two) => two.questionId === one.questionId));
  return {
    ...state,
    // In the order of asking, by which slow mode finds the last one.
    questions:
      others.length === 0
        ? known
        : [...known, ...others.map((one) => unseen(one, own))].sort((a, b) => a.askedAtMs - b.askedAtMs),
    ...(muted && { questionDesk: { ...state.questionDesk, muted: [personId] } }),
  };
}

function unseen({ questionId, text, askedAtMs }: OwnQuestion, { personId, channel }: Own): Question {
  const who = { personId, channel: channel ?? ('online' as const), door: 'web' as const };
  return { questionId, text, askedAtMs, seq: 0, ...who, decided: 'received', votes: 0 };
}

type OwnQuestion = NonNullable<Own['questions']>[number];

/** A question of one's own; `isSent`: the hub has it. */
export type Mine = Omit<OwnQuestion, 'askedAtMs'> & { isSent: boolean };

/** Newest first; what is still on its way stands before what the hub knows. */
export function mineOf({ own, state, me }: Pick<View, 'own' | 'state' | 'me'>): Mine[] {
  const known = (own?.questions ?? []).map((question) => ({ ...question, isSent: true }));
  const personId = ownIdOf({ own, me });
  if (!state || personId === undefined) return known.toReversed();
  const ids = new Set(known.map((question) => question.questionId));
  const pending = state.questions
    .filter((question) => question.personId === personId && !ids.has(question.questionId))
    .map((question) => ({ ...question, status: statusOf(question, state), isSent: false }));
  return [...known, ...pending].toReversed();
}

/** More than these nobody reads on a phone; the hub has all. */
export const SHOWN_QUESTIONS_MAX = 50;

/** An open question before one that is dealt with, then the votes, then whoever asked first. */
export function passedQuestions(state: State): { question: Question; status: QuestionStatus }[] {
  return state.questions
    .filter((question) => question.passed && question.mergedInto === undefined)
    .map((question) => ({ question, status: statusOf(question, state) }))
    .sort(
      (a, b) =>
        Number(isSettled(a.status)) - Number(isSettled(b.status)) ||
        b.question.votes - a.question.votes ||
        a.question.askedAtMs - b.question.askedAtMs,
    )
    .slice(0, SHOWN_QUESTIONS_MAX);
}

/** The first that stands elsewhere than before, for whoever hears the page. */
export function changedOne(before: readonly Mine[], after: readonly Mine[]): Mine | null {
  const isSame = (a: Mine, b: Mine) =>
    a.questionId === b.questionId &&
    a.status === b.status &&
    a.answer === b.answer &&
    a.reason === b.reason &&
    a.isSent === b.isSent;
  return after.find((one) => one.isSent && !before.some((other) => isSame(one, other))) ?? null;
}
