import { currentItem } from '../../shared/domain/agenda/slice.ts';
import type { AgendaKind } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';

/** In these the plan says who is next, unless they are balanced. */
const PLANNED: readonly AgendaKind[] = ['opening', 'speeches', 'closing'];

/** Whoever waits is called now. */
export function isFloorOpen({ session, agenda }: Pick<State, 'session' | 'agenda'>): boolean {
  if (session.endedAtMs !== null) return false;
  if (agenda.items.length === 0) return true;
  const item = currentItem(agenda);
  return item ? item.fair || !PLANNED.includes(item.kind) : session.startedAtMs !== null;
}
