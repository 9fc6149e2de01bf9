import type { RefObject } from 'react';
import { useLayoutEffect, useMemo, useState } from 'react';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { Answer } from '../../components/Announcer.tsx';
import { useStable } from '../../hooks/use-stable.ts';
import { useVirtualRows } from '../../hooks/use-virtual-rows.ts';
import type { RowAt } from '../../input/drop-place.ts';
import type { RowDrag } from '../../input/use-row-drag.ts';
import { useRowDrag } from '../../input/use-row-drag.ts';
import { EntryCard } from './EntryCard.tsx';
import styles from './queue.module.css';
import { keyOf, useMoves } from './use-moves.ts';

export type CardsProps = {
  proposedEntryId: string | null;
  /** Whose call was asked for once while a turn runs. */
  armedEntryId: string | null;
  /** The one card whose actions are open. */
  openEntryId: string | null;
  onOpen(entryId: string | null): void;
  /** A card that is looked for: it comes into sight and gets the focus. Another object, another search. */
  sought: { entryId: string } | null;
  /** Why nobody can be called now. */
  callReason: string | null;
  onCall(entryId: string): void;
};

/** The cards of one side. However many wait, only those near the window are there. */
export function QueueList({ line, sought, ...cards }: CardsProps & { line: readonly Entry[] }) {
  const keys = useMemo(() => line.map((entry) => entry.entryId), [line]);
  const [focused, setFocused] = useState<string | null>(null);
  const [isDragged, setDragged] = useState<string | null>(null);
  const pinned = [focused, cards.openEntryId, isDragged, sought?.entryId ?? null];
  const { list, measure, rows, totalPx, rowAt } = useVirtualRows(keys, pinned);
  const moves = useMoves(line);
  const { drag, onPointerDown } = useRowDrag({
    list,
    onHold: setDragged,
    placeAt: (key, y) => moves.placeAt(key, y, rowAt(y)),
    onDrop: moves.drop,
  });
  useInSight(list, sought, moves.moved);
  const onOpen = useStable(cards.onOpen);
  const onCall = useStable(cards.onCall);
  const onMoved = useStable(moves.announce);
  return (
    <div className={styles.rows}>
      <ol
        ref={list}
        className={styles.rows}
        style={{ height: totalPx }}
        onPointerDown={onPointerDown}
        onKeyDown={moves.onKeyDown}
        onFocus={(event) => setFocused(keyOf(event.target))}
        onBlur={(event) => setFocused(keyOf(event.relatedTarget))}
      >
        {rows.map(({ index, key, start }) => {
          const entry = line[index];
          if (!entry) return null;
          return (
            <li
              key={key}
              ref={measure}
              className={`${styles.row} ${drag?.key === key ? styles.lifted : ''}`}
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              data-row={entry.entryId}
              aria-posinset={index + 1}
              aria-setsize={line.length}
            >
              <EntryCard
                entry={entry}
                isProposed={entry.entryId === cards.proposedEntryId}
                isArmed={entry.entryId === cards.armedEntryId}
                isOpen={entry.entryId === cards.openEntryId}
                canMove={moves.canMove(entry)}
                onOpen={onOpen}
                callReason={cards.callReason}
                onCall={onCall}
                onMoved={onMoved}
              />
            </li>
          );
        })}
      </ol>
      {drag && <DropMark drag={drag} keys={keys} rows={rows} />}
      <Answer text={moves.said} />
    </div>
  );
}

/** Where the card would land; nothing where it would stay. */
function DropMark({ drag, keys, rows }: { drag: RowDrag; keys: readonly string[]; rows: readonly RowAt[] }) {
  const from = keys.indexOf(drag.key);
  const row = rows.find(({ index }) => index === drag.place);
  if (!row || drag.place === from) return null;
  const y = drag.place > from ? row.start + row.size + 4 : row.start - 4;
  return <div aria-hidden="true" className={styles.mark} style={{ transform: `translateY(${y}px)` }} />;
}

/** Brings the card that is looked for before the eye, and keeps the one in sight that moves under the keys. */
function useInSight(
  list: RefObject<HTMLElement | null>,
  sought: { entryId: string } | null,
  moved: { entryId: string } | null,
): void {
  useLayoutEffect(() => {
    const row = sought && [...(list.current?.children ?? [])].find((one) => keyOf(one) === sought.entryId);
    if (!row) return;
    row.scrollIntoView({ block: 'center' });
    row.querySelector<HTMLElement>('[aria-expanded]')?.focus({ preventScroll: true });
  }, [sought, list]);
  useLayoutEffect(() => {
    if (moved) list.current?.querySelector(':focus')?.scrollIntoView({ block: 'nearest' });
  }, [moved, list]);
}
