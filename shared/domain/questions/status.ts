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
