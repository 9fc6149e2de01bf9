import type { Rejection } from '../context.ts';
import { reject } from '../context.ts';
import type { SessionEvent } from './schema.ts';
import type { Session } from './slice.ts';

type Result = SessionEvent[] | Rejection;

export function startSession(session: Session): Result {
  if (session.startedAtMs !== null) return reject('session/already-started');
  return [{ type: 'session/started', v: 1 }];
}

export function endSession(session: Session): Result {
  if (session.startedAtMs === null) return reject('session/not-started');
  if (session.endedAtMs !== null) return reject('session/ended');
  return [{ type: 'session/ended', v: 1 }];
}

export function pauseSession(session: Session): Result {
  if (session.startedAtMs === null) return reject('session/not-started');
  if (session.endedAtMs !== null) return reject('session/ended');
  if (session.pausedAtMs !== null) return reject('session/already-paused');
  return [{ type: 'session/paused', v: 1 }];
}

export function resumeSession(session: Session): Result {
  if (session.pausedAtMs === null) return reject('session/not-paused');
  return [{ type: 'session/resumed', v: 1 }];
}
