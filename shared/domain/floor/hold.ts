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

/** Takes a stretch off every turn that ran through it, as if it had been paused; no turn gets below zero. */
export function discountTurns<S extends FloorSlice>(state: S, span: Span, atMs: number): S {
  const { floor, turns } = state;
  const turn = floor.turn && discounted(floor.turn, span, floor.turn.pausedAtMs ?? atMs);
  return { ...state, floor: { ...floor, turn }, turns: turns.map((past) => discountedEnded(past, span)) };
}

function discounted(turn: Turn, span: Span, untilMs: number): Turn {
  const takenMs = Math.min(
    overlapMs(span, { fromMs: turn.startedAtMs, toMs: untilMs }),
    elapsedMs(turn, untilMs),
  );
  return { ...turn, pausedMs: turn.pausedMs + takenMs };
}

/** The very same record where nothing is taken off, so that an undo touches what was changed alone. */
function discountedEnded(turn: EndedTurn, span: Span): EndedTurn {
  const lasted = { fromMs: turn.startedAtMs, toMs: turn.endedAtMs };
  const takenMs = Math.min(overlapMs(span, lasted), turn.spokenMs);
  if (takenMs === 0) return turn;
  return { ...turn, pausedMs: turn.pausedMs + takenMs, spokenMs: turn.spokenMs - takenMs };
}
