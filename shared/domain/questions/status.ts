/** Where a question stands: by somebody's word, else by what the queue and the floor say of its hand. */
import type { FloorSlice } from '../floor/slice.ts';
import type { Entry } from '../queue/schema.ts';
import type { Queue } from '../queue/slice.ts';
import { findEntry } from '../queue/slice.ts';
import type { Question } from './schema.ts';

export const QUESTION_STATUSES = [
  'received',
  'reviewed',
  'assigned',
  'queued',
  'on-air',
  'answered',
  'answered-in-writing',
  'merged',
  'declined',
  'open-at-end',
] as const;

export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** So undo and correction of a turn are the question's too, without a word about it in either. */
export function statusOf(
  question: Question,
  { queue, floor, turns, session }: FloorSlice & { queue: Queue; session: { endedAtMs: number | null } },
): QuestionStatus {
  const { decided, entryId, assignedTo } = question;
  if (decided === 'merged' || decided === 'declined' || decided === 'answered-in-writing') return decided;
  if (entryId !== undefined) {
    if (floor.turn?.entryId === entryId) return 'on-air';
    if (turns.some((turn) => turn.entryId === entryId)) return 'answered';
  }
  // Nobody speaks any more; a written answer may still come.
  if (session.endedAtMs !== null) return 'open-at-end';
  if (entryId !== undefined && findEntry(queue, entryId)) return 'queued';
  if (assignedTo !== undefined) return 'assigned';
  return decided;
}

/** Nothing more is to be done about it. */
export function isSettled(status: QuestionStatus): boolean {
  return ['answered', 'answered-in-writing', 'merged', 'declined'].includes(status);
}

/** Nobody has dealt with it to the end, nor is anybody asking it just now. */
export function isPending(status: QuestionStatus): boolean {
  return status !== 'on-air' && !isSettled(status);
}

type Brought = FloorSlice & { questions: Question[]; queue: Queue; session: { endedAtMs: number | null } };

/** What of somebody's still waits: the questions, and the hands by which they or that person would be heard. */
export function broughtBy(state: Brought, personId: string): { questions: Question[]; hands: Entry[] } {
  const questions = state.questions.filter(
    (question) => question.personId === personId && isPending(statusOf(question, state)),
  );
  const entryIds = new Set(questions.map((question) => question.entryId));
  // Once the session is over its queue is a record.
  const waiting = state.session.endedAtMs === null ? state.queue.entries : [];
  const hands = waiting.filter((entry) => entry.personId === personId || entryIds.has(entry.entryId));
  return { questions, hands };
}
