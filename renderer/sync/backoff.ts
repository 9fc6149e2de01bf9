import { RECONNECT_DELAY_MS_MAX, RECONNECT_DELAY_MS_MIN } from '../../shared/lib/limits.ts';

/**
 * How long to wait before the `attempt`th try (from 1): anywhere up to a ceiling that doubles, so that a room full
 * of phones does not come back in one beat.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const ceilingMs = Math.min(RECONNECT_DELAY_MS_MAX, RECONNECT_DELAY_MS_MIN * 2 ** Math.min(attempt, 16));
  return RECONNECT_DELAY_MS_MIN + random() * (ceilingMs - RECONNECT_DELAY_MS_MIN);
}
