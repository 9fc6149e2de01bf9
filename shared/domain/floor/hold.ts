/** What holds the whole session holds the running turn too: a technical stop, and a time that is not to count. */
import { overlapMs, type Span } from '../../lib/spans.ts';
import { resumed } from './apply.ts';
import type { EndedTurn, Turn } from './schema.ts';
import type { Floor, FloorSlice } from './slice.ts';
import { elapsedMs } from './slice.ts';

export function holdTurn(floor: Floor, atMs: number): Floor {
  const { turn } = floor;
  return turn && turn.pausedAtMs === null ? { turn: { ...turn, pausedAtMs: atMs, stopped: true } } : floor;
}

/** Only a turn that the stop itself has paused goes on; one that was paused before stays so. */
export function releaseTurn(floor: Floor, atMs: number): Floor {
  return floor.turn?.stopped ? { turn: resumed(floor.turn, atMs) } : floor;
}

/**
 * Takes a stretch off every turn that ran through it, as if it had been paused then; what was paused is not taken off
 * twice, and no turn gets below zero. What is not touched stays the very same, so that undo touches it neither.
 */
export function discountTurns<S extends FloorSlice>(state: S, span: Span, atMs: number): S {
  const { floor, turns } = state;
  const turn = floor.turn && discounted(floor.turn, span, floor.turn.pausedAtMs ?? atMs);
  const past = turns.map((one) => discountedEnded(one, span));
  return {
    ...state,
    floor: turn === floor.turn ? floor : { ...floor, turn },
    turns: past.every((one, index) => one === turns[index]) ? turns : past,
  };
}

function discounted(turn: Turn, span: Span, untilMs: number): Turn {
  const takenMs = Math.min(ranMs(turn, span, untilMs), elapsedMs(turn, untilMs));
  return takenMs === 0 ? turn : { ...turn, pausedMs: turn.pausedMs + takenMs };
}

function discountedEnded(turn: EndedTurn, span: Span): EndedTurn {
  const takenMs = Math.min(ranMs(turn, span, turn.endedAtMs), turn.spokenMs);
  if (takenMs === 0) return turn;
  return { ...turn, pausedMs: turn.pausedMs + takenMs, spokenMs: turn.spokenMs - takenMs };
}

/** For how long of the stretch the turn was running. */
function ranMs(turn: Turn | EndedTurn, span: Span, untilMs: number): number {
  const paused = (turn.pauses ?? []).reduce((sum, pause) => sum + overlapMs(span, pause), 0);
  return overlapMs(span, { fromMs: turn.startedAtMs, toMs: untilMs }) - paused;
}
