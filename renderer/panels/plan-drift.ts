/** How far the session is behind its plan; negative when it is ahead. */
import type { Agenda } from '../../shared/domain/agenda/slice.ts';
import { spentMs } from '../../shared/domain/agenda/slice.ts';

/** Items that are over count in full; the current one only by what it overruns or was granted. */
export function planDriftMs(agenda: Agenda, nowMs: number): number {
  return agenda.items
    .filter((item) => item.startedAtMs !== null)
    .reduce((sum, item) => {
      const overMs = spentMs(item, nowMs) - item.minutes * 60_000;
      return (
        sum + (item.itemId === agenda.currentItemId ? Math.max(item.extraSeconds * 1_000, overMs) : overMs)
      );
    }, 0);
}
