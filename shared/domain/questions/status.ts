/** Where a question stands: by somebody's word, else by what the queue and the floor say of its hand. */
import type { FloorSlice } from '../floor/slice.ts';
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
] as const;

export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** So undo and correction of a turn are the question's too, without a word about it in either. */
export function statusOf(
  question: Question,
  { queue, floor, turns }: FloorSlice & { queue: Queue },
): QuestionStatus {
  const { decided, entryId, assignedTo } = question;
  if (decided === 'merged' || decided === 'declined' || decided === 'answered-in-writing') return decided;
  if (entryId !== undefined) {
    if (findEntry(queue, entryId)) return 'queued';
    if (floor.turn?.entryId === entryId) return 'on-air';
    if (turns.some((turn) => turn.entryId === entryId)) return 'answered';
  }
  if (assignedTo !== undefined) return 'assigned';
  return decided;
}

/** Nothing more is to be done about it. */
export function isSettled(status: QuestionStatus): boolean {
  return ['answered', 'answered-in-writing', 'merged', 'declined'].includes(status);
}
