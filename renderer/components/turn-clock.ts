/** What a speaker's clock shows at a moment: words and shape change with it, not only the colour. */
import type { Turn } from '../../shared/domain/floor/schema.ts';
import { elapsedMs } from '../../shared/domain/floor/slice.ts';
import { clock } from '../../shared/words/words.ts';

export type TurnPhase = 'running' | 'warning' | 'overtime' | 'paused';

export type TurnClock = {
  /** Counts down to 0:00, then up again with a plus. */
  text: string;
  phase: TurnPhase;
  /** How much of the limit is spent, 0 to 1. */
  share: number;
  isOver: boolean;
};

const WARNING_SECONDS = 30;
/** Of a short turn, only its last part is a warning. */
const WARNING_SHARE = 0.25;

export function turnClock(turn: Turn, nowMs: number): TurnClock {
  const spentMs = elapsedMs(turn, nowMs);
  const leftMs = turn.limitMs - spentMs;
  const isOver = leftMs <= 0;
  const warningMs = Math.min(WARNING_SECONDS * 1_000, turn.limitMs * WARNING_SHARE);
  const phase =
    turn.pausedAtMs !== null ? 'paused' : isOver ? 'overtime' : leftMs <= warningMs ? 'warning' : 'running';
  // Rounded up on the way down, so that 0:00 is shown when the time is over and not a second before.
  const text = isOver ? `+${clock(Math.floor(-leftMs / 1_000))}` : clock(Math.ceil(leftMs / 1_000));
  return { text, phase, share: turn.limitMs === 0 ? 1 : Math.min(1, spentMs / turn.limitMs), isOver };
}

/** What one press adds to the limit or takes off. */
export const STEP_SECONDS = 30;

/** A limit of nothing would be none. */
export function canTakeOff(turn: Turn): boolean {
  return turn.limitMs > STEP_SECONDS * 1_000;
}
