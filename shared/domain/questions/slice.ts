import type { Question } from './schema.ts';

export type QuestionDesk = {
  open: boolean;
  slowSeconds: number;
  /** What participants type may hold links; not unless somebody says so. */
  links?: boolean;
  /** Staff only. */
  muted?: string[];
};

export type QuestionsSlice = {
  /** In the order of asking. */
  questions: Question[];
  questionDesk: QuestionDesk;
};

export const NO_QUESTIONS: QuestionsSlice = {
  questions: [],
  questionDesk: { open: true, slowSeconds: 0, muted: [] },
};

export function findQuestion(
  slice: Pick<QuestionsSlice, 'questions'>,
  questionId: string,
): Question | undefined {
  return slice.questions.find((question) => question.questionId === questionId);
}
