/** What a speaker's clock shows at a moment: words and shape change with it, not only the colour. */
import type { Turn } from '../../shared/domain/floor/schema.ts';
import { elapsedMs } from '../../shared/domain/floor/slice.ts';
import type { ClockShows } from '../../shared/lib/vocabulary.ts';
import { clock } from '../../shared/words/words.ts';

export type TurnPhase = 'running' | 'warning' | 'overtime' | 'paused';

export type TurnClock = {
  /** What is left: down to 0:00, then up again with a plus. Or what was spent: up, and on past the limit. */
  text: string;
  phase: TurnPhase;
  /** How much of the limit is spent, 0 to 1. */
  share: number;
  isOver: boolean;
};

const WARNING_SECONDS = 30;
/** Of a short turn, only its last part is a warning. */
const WARNING_SHARE = 0.25;

export function turnClock(turn: Turn, nowMs: number, shows: ClockShows): TurnClock {
  const spentMs = elapsedMs(turn, nowMs);
  return {
    text: shows === 'spent' ? clock(spentMs / 1_000) : leftText(turn.limitMs - spentMs),
    phase: turnPhase(turn, nowMs),
    share: turn.limitMs === 0 ? 1 : Math.min(1, spentMs / turn.limitMs),
    isOver: isOverTime(turn, nowMs),
  };
}

export function turnPhase(turn: Turn, nowMs: number): TurnPhase {
  if (turn.pausedAtMs !== null) return 'paused';
  if (isOverTime(turn, nowMs)) return 'overtime';
  const warningMs = Math.min(WARNING_SECONDS * 1_000, turn.limitMs * WARNING_SHARE);
  return turn.limitMs - elapsedMs(turn, nowMs) <= warningMs ? 'warning' : 'running';
}

/** Also while it is paused. */
export function isOverTime(turn: Turn, nowMs: number): boolean {
  return elapsedMs(turn, nowMs) >= turn.limitMs;
}

/** Rounded up on the way down, so that 0:00 is shown when the time is over and not a second before. */
function leftText(leftMs: number): string {
  return leftMs <= 0 ? `+${clock(-leftMs / 1_000)}` : clock(Math.ceil(leftMs / 1_000));
}

/** What one press adds to the limit or takes off. */
export const STEP_SECONDS = 30;

/** A limit of nothing would be none. */
export function canTakeOff(turn: Turn): boolean {
  return turn.limitMs > STEP_SECONDS * 1_000;
}
