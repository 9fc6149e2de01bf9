/** A technical stop holds the running turn too, and lets it go on afterwards. */
import { resumed } from './apply.ts';
import type { Floor } from './slice.ts';

export function holdTurn(floor: Floor, atMs: number): Floor {
  const { turn } = floor;
  return turn && turn.pausedAtMs === null ? { turn: { ...turn, pausedAtMs: atMs } } : floor;
}

/** Only a turn that the stop itself has paused goes on; one that was paused before stays so. */
export function releaseTurn(floor: Floor, stoppedAtMs: number | null, atMs: number): Floor {
  const { turn } = floor;
  return turn && turn.pausedAtMs === stoppedAtMs ? { turn: resumed(turn, atMs) } : floor;
}
