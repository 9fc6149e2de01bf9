import { ABSENCES_MAX } from '../../lib/limits.ts';
import { overlapMs } from '../../lib/spans.ts';
import type { Rejection } from '../context.ts';
import { reject } from '../context.ts';
import type { SessionEvent, SettledAbsence } from './schema.ts';
import type { Session } from './slice.ts';

type Result = SessionEvent[] | Rejection;

export function startSession(session: Session): Result {
  if (session.startedAtMs !== null) return reject('session/already-started');
  return [{ type: 'session/started', v: 1 }];
}

export function endSession(session: Session): Result {
  if (session.startedAtMs === null) return reject('session/not-started');
  return [{ type: 'session/ended', v: 1 }];
}

export function pauseSession(session: Session): Result {
  if (session.startedAtMs === null) return reject('session/not-started');
  if (session.pausedAtMs !== null) return reject('session/already-paused');
  return [{ type: 'session/paused', v: 1 }];
}

export function resumeSession(session: Session): Result {
  if (session.pausedAtMs === null) return reject('session/not-paused');
  return [{ type: 'session/resumed', v: 1 }];
}

/** Each moment is settled once: of two who answer the later is told, and undo asks again. */
export function settleAbsence(session: Session, args: SettledAbsence, nowMs: number): Result {
  const isPossible = args.fromMs < args.toMs && args.fromMs >= session.createdAtMs && args.toMs <= nowMs;
  if (!isPossible) return reject('session/no-such-absence');
  const settled = session.absences ?? [];
  if (settled.some((other) => overlapMs(other, args) > 0)) return reject('session/absence-settled');
  if (settled.length >= ABSENCES_MAX) return reject('too-many', { limit: ABSENCES_MAX });
  const { fromMs, toMs, counted } = args;
  return [{ type: 'session/absence-settled', v: 1, fromMs, toMs, counted }];
}
