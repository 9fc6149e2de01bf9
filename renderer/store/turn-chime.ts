import type { TurnPhase } from './turn-clock.ts';

/** A turn as it was when it was last looked at. */
export type Heard = { turnId: string; phase: TurnPhase } | null;

/**
 * The sound that a change calls for. Whoever opens the page in overtime, or goes on after a pause, has missed nothing
 * that a sound would tell; taking time off the limit may well end a turn.
 */
export function chimeFor(before: Heard, now: Heard): 'warning' | 'overtime' | null {
  if (!before || !now || before.turnId !== now.turnId || before.phase === 'paused') return null;
  if (now.phase === 'overtime' && before.phase !== 'overtime') return 'overtime';
  return now.phase === 'warning' && before.phase === 'running' ? 'warning' : null;
}
