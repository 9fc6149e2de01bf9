import { currentItem } from '../../shared/domain/agenda/slice.ts';
import type { State } from '../../shared/state.ts';

/** Whoever waits is called now; in an opening or between prepared speeches the plan says who is next. */
export function isFloorOpen({ session, agenda }: Pick<State, 'session' | 'agenda'>): boolean {
  if (session.endedAtMs !== null) return false;
  return agenda.items.length === 0 || (currentItem(agenda)?.fair ?? false);
}
