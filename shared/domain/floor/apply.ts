import { append } from '../../lib/grown.ts';
import { put } from '../../lib/lists.ts';
import type { Stamp } from '../context.ts';
import { patch, withoutEntry } from '../queue/apply.ts';
import type { Queue } from '../queue/slice.ts';
import type { EndedTurn, FloorEvent, Turn } from './schema.ts';
import type { FloorSlice } from './slice.ts';
import { elapsedMs } from './slice.ts';

export type FloorAndQueue = FloorSlice & { queue: Queue };

export function applyFloor<S extends FloorAndQueue>(state: S, event: FloorEvent, stamp: Stamp): S {
  const { turn } = state.floor;
  switch (event.type) {
    case 'floor/given': {
      const { type: _, v: __, ...given } = event;
      const next: Turn = {
        ...given,
        seq: stamp.seq,
        startedAtMs: stamp.atMs,
        pausedMs: 0,
        pausedAtMs: null,
      };
      const queue = event.entryId === null ? state.queue : withoutEntry(state.queue, event.entryId);
      return { ...state, floor: { turn: next }, queue };
    }
    case 'floor/ended':
      return turn
        ? { ...state, floor: { turn: null }, turns: append(state.turns, ended(turn, stamp.atMs)) }
        : state;
    case 'floor/paused':
      return turn ? { ...state, floor: { turn: { ...turn, pausedAtMs: stamp.atMs } } } : state;
    case 'floor/resumed':
      return turn ? { ...state, floor: { turn: resumed(turn, stamp.atMs) } } : state;
    case 'floor/adjusted':
      return turn ? { ...state, floor: { turn: { ...turn, limitMs: event.limitMs } } } : state;
    case 'floor/hold-skipped':
      return { ...state, floor: { turn, skippedHoldAfterTurnId: event.afterTurnId } };
    case 'floor/explained':
      return explained(state, event);
    case 'floor/readied':
      return { ...state, queue: patch(state.queue, event.entryId, { readiness: event.readiness }) };
    case 'floor/corrected':
      return {
        ...state,
        turns: put(state.turns, event.turn, (other) => other.turnId === event.turn.turnId),
      };
  }
}

function explained<S extends FloorSlice>(
  state: S,
  { turnId, reason }: { turnId: string; reason: string },
): S {
  const { floor, turns } = state;
  if (floor.turn?.turnId === turnId) {
    return {
      ...state,
      floor: { ...floor, turn: { ...floor.turn, override: { ...floor.turn.override, reason } } },
    };
  }
  const past = turns.map((turn) =>
    turn.turnId === turnId ? { ...turn, override: { ...turn.override, reason } } : turn,
  );
  return { ...state, turns: past };
}

/** A pause that is over counts as paused; a running turn is left as it is. */
export function resumed(turn: Turn, atMs: number): Turn {
  if (turn.pausedAtMs === null) return turn;
  const { stopped: _, ...facts } = turn;
  const pauses = [...(turn.pauses ?? []), { fromMs: turn.pausedAtMs, toMs: atMs }];
  return { ...facts, pausedAtMs: null, pausedMs: turn.pausedMs + atMs - turn.pausedAtMs, pauses };
}

function ended(turn: Turn, atMs: number): EndedTurn {
  const { pausedAtMs: _, ...facts } = resumed(turn, atMs);
  return { ...facts, endedAtMs: atMs, spokenMs: elapsedMs(turn, atMs) };
}
