/** A technical stop holds the running turn too, and lets it go on afterwards. */
import { resumed } from './apply.ts';
import type { Floor } from './slice.ts';

export function holdTurn(floor: Floor, atMs: number): Floor {
  const { turn } = floor;
  return turn && turn.pausedAtMs === null ? { turn: { ...turn, pausedAtMs: atMs, stopped: true } } : floor;
}

/** Only a turn that the stop itself has paused goes on; one that was paused before stays so. */
export function releaseTurn(floor: Floor, atMs: number): Floor {
  return floor.turn?.stopped ? { turn: resumed(floor.turn, atMs) } : floor;
}
