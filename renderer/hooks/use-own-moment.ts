import type { Turn } from '../../shared/domain/floor/schema.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { useHasEnded, useMeeting } from './session.ts';
import { useOwn } from './use-own.ts';

/** The own turn while it lasts, or the own hand while it is on deck; `isFirst`: nobody else is called before it. */
export type OwnMoment = { turn: Turn } | { entry: Entry; isFirst: boolean };

/** Null for everybody who need not speak or get ready now. */
export function useOwnMoment(): OwnMoment | null {
  const { person, entry } = useOwn();
  const turn = useMeeting((state) => state.floor.turn);
  const place = useMeeting(({ queue }) => (entry ? queue.onDeck.indexOf(entry.entryId) : -1));
  const isOver = useHasEnded();
  if (isOver) return null;
  if (turn && person && turn.personId === person.personId) return { turn };
  return entry && place >= 0 ? { entry, isFirst: place === 0 } : null;
}
