import { findEntry } from '../../shared/domain/queue/slice.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { isOrderHidden } from '../store/declared-group.ts';
import { isFloorOpen } from '../store/open-floor.ts';
import { useHasEnded, useMeeting } from './session.ts';
import { useFairness } from './use-fairness.ts';

/** `name` is null where not everybody may know it; only who is on deck may count on being called. */
export type NextShown = { entryId: string; name: string | null; channel: Channel; isOnDeck: boolean };

/**
 * Who is next, for a screen that everybody sees. Where the order hangs on declared groups, and where nobody is called by
 * the list, only who was told to get ready: a screen that guesses would name somebody who is then not called.
 */
export function useNextShown(countMax: number): NextShown[] {
  const queue = useMeeting((state) => state.queue);
  const isHidden = useMeeting((state) => isOrderHidden(state.session.fairness) || !isFloorOpen(state));
  const hasEnded = useHasEnded();
  const { next } = useFairness();
  if (hasEnded) return [];
  return next
    .filter(({ entryId }) => !isHidden || queue.onDeck.includes(entryId))
    .flatMap(({ entryId }) => findEntry(queue, entryId) ?? [])
    .slice(0, countMax)
    .map(({ entryId, name, channel, unshown }) => ({
      entryId,
      // The page may have been opened with a link of the staff, which sees more than the room may.
      name: unshown?.includes('name') ? null : (name ?? null),
      channel,
      isOnDeck: queue.onDeck.includes(entryId),
    }));
}
