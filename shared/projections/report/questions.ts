/** What came of the questions: the funnel that an online moderator owes, and every question with its steps. */

import { recordOf } from '../../domain/people/own.ts';
import type { Question } from '../../domain/questions/schema.ts';
import { type QuestionStatus, statusOf } from '../../domain/questions/status.ts';
import type { Channel, Door, QuestionStep, Role } from '../../lib/vocabulary.ts';
import { DOORS } from '../../lib/vocabulary.ts';
import type { State } from '../../state.ts';

/**
 * `forwarded`: assigned to somebody or put on the list, whatever came of it. Each question is in exactly one of
 * `answered` (in the session), `inWriting`, `declined`, `merged` and `open`, so that they add up to `asked`.
 */
export type Funnel = Record<(typeof FUNNEL_STEPS)[number], number>;
export const FUNNEL_STEPS = [
  'asked',
  'forwarded',
  'answered',
  'inWriting',
  'declined',
  'merged',
  'open',
] as const;

export type ReportQuestion = {
  questionId: string;
  /** 1 for the first that was asked. */
  number: number;
  text: string;
  /** As it was asked, where staff has edited it. */
  original: string | null;
  translation: string | null;
  name: string | null;
  channel: Channel;
  door: Door;
  /** Hub epoch milliseconds. */
  askedAtMs: number;
  votes: number;
  status: QuestionStatus;
  /** The number of the turn in which it was asked aloud. */
  turnNumber: number | null;
  relayed: boolean;
  assignedTo: string | null;
  policyQuestionId: string | null;
  answer: string | null;
  reason: string | null;
  /** The number of the question that says the same. */
  mergedInto: number | null;
  /** `name`: of whoever took it, where that is known. */
  steps: { step: QuestionStep; atMs: number; role: Role | 'hub'; name: string | null }[];
};

export type ReportQuestions = {
  total: Funnel;
  /** Of the doors by which any came, in the order of the vocabulary. */
  byDoor: { door: Door; funnel: Funnel }[];
  /** In the order of asking. */
  all: ReportQuestion[];
};

export function questionsOf(state: State): ReportQuestions {
  const all = state.questions.map((question, index) => reportQuestion(question, index + 1, state));
  const of = (questions: readonly Question[]) => funnelOf(questions, state);
  return {
    total: of(state.questions),
    byDoor: DOORS.map((door) => ({
      door,
      funnel: of(state.questions.filter((question) => question.door === door)),
    })).filter(({ funnel }) => funnel.asked > 0),
    all,
  };
}

/** How far a question can come, as the funnel counts it. */
const OUTCOMES: Record<QuestionStatus, Exclude<keyof Funnel, 'asked' | 'forwarded'>> = {
  received: 'open',
  reviewed: 'open',
  assigned: 'open',
  queued: 'open',
  'on-air': 'open',
  'open-at-end': 'open',
  answered: 'answered',
  'answered-in-writing': 'inWriting',
  declined: 'declined',
  merged: 'merged',
};

export function funnelOf(
  questions: readonly Question[],
  state: Pick<State, 'queue' | 'floor' | 'turns' | 'session'>,
): Funnel {
  const funnel = { asked: 0, forwarded: 0, answered: 0, inWriting: 0, declined: 0, merged: 0, open: 0 };
  for (const question of questions) {
    funnel.asked += 1;
    if (question.entryId !== undefined || question.assignedTo !== undefined) funnel.forwarded += 1;
    funnel[OUTCOMES[statusOf(question, state)]] += 1;
  }
  return funnel;
}

function reportQuestion(question: Question, number: number, state: State): ReportQuestion {
  const { entryId, mergedInto } = question;
  const turns = [...state.turns, ...(state.floor.turn ? [state.floor.turn] : [])];
  const turn = entryId === undefined ? -1 : turns.findIndex((one) => one.entryId === entryId);
  const kept = state.questions.findIndex((one) => one.questionId === mergedInto);
  return {
    questionId: question.questionId,
    number,
    text: question.text,
    original: question.original ?? null,
    translation: question.translation ?? null,
    name: question.name ?? null,
    channel: question.channel,
    door: question.door,
    askedAtMs: question.askedAtMs,
    votes: question.votes,
    status: statusOf(question, state),
    turnNumber: turn < 0 ? null : turn + 1,
    relayed: turns[turn]?.relayed ?? false,
    assignedTo: question.assignedTo?.name ?? null,
    policyQuestionId: question.policyQuestionId ?? null,
    answer: question.answer ?? null,
    reason: question.reason ?? null,
    mergedInto: kept < 0 ? null : kept + 1,
    steps: (question.steps ?? []).map(({ step, atMs, by }) => ({
      step,
      atMs,
      role: by.role,
      name: (by.personId && recordOf(state.people, by.personId)?.name) || null,
    })),
  };
}
