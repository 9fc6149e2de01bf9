import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { mayCommand } from '../../../shared/rights.ts';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import type { RowAt } from '../../input/drop-place.ts';
import { dropPlace } from '../../input/drop-place.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import { moveEntry, moveTo, placeOf, reachOf } from '../../store/line.ts';

/** Moving by pointer and by keys; whichever way, the new place is said. */
export function useMoves(line: readonly Entry[]) {
  const session = useSession();
  const words = useHandWords();
  const { unnamed } = useMessages();
  const state = useMeeting((meeting) => meeting);
  const mayMove = useView(({ me }) => mayCommand({ personId: '', roles: me.roles }, 'queue/move'));
  const [said, setSaid] = useState({ entryId: '', text: '' });
  const [moved, setMoved] = useState<{ entryId: string } | null>(null);
  const announce = (entryId: string) => {
    const now = session.store.getState().state;
    const found = now && placeOf(now, entryId, session.hubNow());
    if (!found) return;
    const { entry, place, count } = found;
    setSaid({ entryId, text: words.moved(entry.name ?? unnamed, place, count, entry.channel) });
  };
  const reach = (entryId: string) => (mayMove ? reachOf(state, line, entryId) : ([0, 0] as const));
  return {
    /** As long as that hand is up: whoever reads the page later must not find a place that nobody has. */
    said: line.some(({ entryId }) => entryId === said.entryId) ? said.text : '',
    /** By a key; a new object for every move, so that the card is kept in sight. */
    moved,
    announce,
    canMove: ({ entryId, held }: Entry) => mayMove && !held && !state.queue.onDeck.includes(entryId),
    placeAt(entryId: string, y: number, row: RowAt | undefined): number | null {
      const among = reach(entryId);
      if (among[1] === 0) return null;
      return dropPlace(
        row,
        y,
        line.findIndex((entry) => entry.entryId === entryId),
        among,
      );
    },
    drop(entryId: string, place: number) {
      const command = moveTo(state, line, entryId, place);
      if (command && !session.submit(command)) announce(entryId);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const to = event.altKey ? MOVES[event.key] : undefined;
      const entryId = keyOf(event.target);
      if (!to || entryId === null || !mayMove || isField(event.target)) return;
      event.preventDefault();
      const command = moveEntry(state, entryId, to, session.hubNow());
      if (command) session.submit(command);
      announce(entryId);
      setMoved({ entryId });
    },
  };
}

const MOVES: Record<string, 'up' | 'down'> = { ArrowUp: 'up', ArrowDown: 'down' };

/** There the arrows have a meaning of their own. */
function isField(target: EventTarget): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}

/** The hand whose row this is in. */
export function keyOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset.row ?? null;
}
