import type { Stamp } from '../context.ts';
import type { SessionEvent } from './schema.ts';
import type { Session, SessionSlice } from './slice.ts';

export function applySession<S extends SessionSlice>(state: S, event: SessionEvent, { atMs }: Stamp): S {
  const { session } = state;
  switch (event.type) {
    case 'session/created':
      return { ...state, session: created(event, atMs), policyQuestions: event.policyQuestions };
    case 'session/started':
      return { ...state, session: { ...session, startedAtMs: atMs } };
    case 'session/ended':
      return { ...withStop(state, atMs), session: { ...session, endedAtMs: atMs, pausedAtMs: null } };
    case 'session/paused':
      return { ...state, session: { ...session, pausedAtMs: atMs } };
    case 'session/resumed':
      return { ...withStop(state, atMs), session: { ...session, pausedAtMs: null } };
    case 'session/configured':
      return configured(state, event);
    case 'session/absence-settled': {
      const { fromMs, toMs, counted } = event;
      const absences = [...(session.absences ?? []), { fromMs, toMs, counted }];
      return {
        ...state,
        session: { ...session, absences: absences.toSorted((a, b) => a.fromMs - b.fromMs) },
      };
    }
  }
}

/** A stop that lasts until now is counted. */
function withStop<S extends SessionSlice>(state: S, atMs: number): S {
  const { stops, session } = state;
  if (!stops || session.pausedAtMs === null) return state;
  return { ...state, stops: { count: stops.count + 1, ms: stops.ms + atMs - session.pausedAtMs } };
}

function created(event: Extract<SessionEvent, { type: 'session/created' }>, atMs: number): Session {
  const { title, code, series, fairness, notes, network, joinLinks, clockShows } = event;
  return {
    title,
    code,
    series,
    createdAtMs: atMs,
    startedAtMs: null,
    endedAtMs: null,
    pausedAtMs: null,
    fairness,
    ...(network && { network }),
    ...(joinLinks && { joinLinks }),
    ...(clockShows && { clockShows }),
    ...(notes && { notes }),
  };
}

function configured<S extends SessionSlice>(
  state: S,
  event: Extract<SessionEvent, { type: 'session/configured' }>,
): S {
  const { session } = state;
  const settled = new Set(event.settledNoteIds);
  const { network: before, ...rest } = session;
  const network = event.network === undefined ? before : event.network;
  return {
    ...state,
    policyQuestions: event.policyQuestions ?? state.policyQuestions,
    session: {
      ...rest,
      ...(network && { network }),
      ...(event.joinLinks && { joinLinks: event.joinLinks }),
      ...(event.clockShows && { clockShows: event.clockShows }),
      ...(event.lobby !== undefined && { lobby: event.lobby }),
      title: event.title ?? session.title,
      code: event.code === undefined ? session.code : event.code,
      series: event.series === undefined ? session.series : event.series,
      fairness: { ...session.fairness, ...event.fairness },
      ...(session.notes && { notes: session.notes.filter((note) => !settled.has(note.noteId)) }),
    },
  };
}
