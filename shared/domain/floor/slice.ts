import type { EndedTurn, Turn } from './schema.ts';

export type Floor = {
  turn: Turn | null;
  /** The turn after which a moderator went on although a slot was held. */
  skippedHoldAfterTurnId?: string;
};
export type FloorSlice = { floor: Floor; turns: EndedTurn[] };

export const FREE_FLOOR: Floor = { turn: null };

/** The last turn that was given, running or over; null before the first. */
export function lastTurn(slice: FloorSlice): Turn | EndedTurn | null {
  return slice.floor.turn ?? slice.turns.at(-1) ?? null;
}

/** Milliseconds spoken so far: pauses do not count, and a clock set back never makes it negative. */
export function elapsedMs(turn: Turn, nowMs: number): number {
  return Math.max(0, (turn.pausedAtMs ?? nowMs) - turn.startedAtMs - turn.pausedMs);
}
