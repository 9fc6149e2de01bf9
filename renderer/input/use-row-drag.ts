/**
 * Taking a row of a list somewhere else by mouse or finger. Made by hand: a library would bring its own idea of which
 * elements there are, of focus and of keys, and with rows that come and go while the list scrolls little but this
 * would be left of it. Whoever has no pointer uses Alt with the arrow keys, or the buttons.
 */
import type { PointerEvent as ReactPointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useStable } from '../hooks/use-stable.ts';
import { scrollerOf } from '../hooks/use-virtual-rows.ts';

/** Less than this is a click. */
const SLACK_PX = 5;
/** So near to the edge of what scrolls, the list comes along. */
const EDGE_PX = 48;
const EDGE_STEP_PX = 14;

type DragOptions = {
  list: { current: HTMLElement | null };
  /** What the pointer has taken hold of: that row must stay there. */
  onHold(key: string | null): void;
  /** Where the row would stand if it were let go at so many pixels below the top of the list; null = not to be moved. */
  placeAt(key: string, y: number): number | null;
  onDrop(key: string, place: number): void;
};

export type RowDrag = { key: string; place: number };

/** What the pointer has taken hold of; nothing moves before it has gone a few pixels. */
type Hold = {
  key: string;
  row: HTMLElement;
  pointerId: number;
  startY: number;
  y: number;
  isMoving: boolean;
};

/** Rows carry `data-row`; a finger takes them by the part with `data-handle`, a mouse by whatever is no control. */
export function useRowDrag({ list, onHold, placeAt, onDrop }: DragOptions) {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);
  const place = useStable(placeAt);
  const drop = useStable(onDrop);
  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const row = rowUnder(event);
    const key = row?.dataset.row;
    if (!list.current || !row || key === undefined || place(key, 0) === null) return;
    end.current();
    onHold(key);
    const y = event.clientY;
    const hold: Hold = {
      key,
      row,
      pointerId: event.pointerId,
      startY: y - topOf(list.current),
      y,
      isMoving: false,
    };
    end.current = follow(hold, list.current, {
      moved: (y) => {
        const to = place(key, y);
        if (to !== null) setDrag((before) => (before?.place === to ? before : { key, place: to }));
      },
      ended: (y) => {
        onHold(null);
        setDrag(null);
        const to = y === null ? null : place(key, y);
        if (to !== null) drop(key, to);
      },
    });
  };
  return { drag, onPointerDown };
}

type Following = { moved(y: number): void; ended(y: number | null): void };

/** Listens until the pointer lets go; `y` is below the top of the list, null when it was given up. */
function follow(hold: Hold, list: HTMLElement, { moved, ended }: Following): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  let frame = 0;
  const show = () => {
    const y = hold.y - topOf(list);
    hold.row.style.translate = `0 ${y - hold.startY}px`;
    moved(y);
  };
  const scroll = () => {
    if (scrollAtEdge(list, hold.y)) show();
    frame = requestAnimationFrame(scroll);
  };
  const stop = (isDropped: boolean) => {
    listeners.abort();
    cancelAnimationFrame(frame);
    hold.row.style.translate = '';
    ended(isDropped && hold.isMoving ? hold.y - topOf(list) : null);
  };
  const isOther = (event: PointerEvent) => event.pointerId !== hold.pointerId;
  window.addEventListener(
    'pointermove',
    (event) => {
      if (isOther(event)) return;
      hold.y = event.clientY;
      if (!hold.isMoving && Math.abs(hold.y - topOf(list) - hold.startY) > SLACK_PX) {
        hold.isMoving = true;
        frame = requestAnimationFrame(scroll);
      }
      if (hold.isMoving) show();
    },
    { signal },
  );
  window.addEventListener('pointerup', (event) => isOther(event) || stop(true), { signal });
  window.addEventListener('pointercancel', (event) => isOther(event) || stop(false), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !hold.isMoving) return;
      event.preventDefault();
      event.stopPropagation();
      stop(false);
    },
    { signal, capture: true },
  );
  return () => stop(false);
}

/** The row to be dragged; null where the press means something else. */
function rowUnder(event: ReactPointerEvent<HTMLElement>): HTMLElement | null {
  if (event.button !== 0 || !(event.target instanceof Element)) return null;
  const isHandle = event.target.closest('[data-handle]') !== null;
  // A finger on the card scrolls.
  if (event.pointerType !== 'mouse' && !isHandle) return null;
  if (!isHandle && event.target.closest('button, a, input, select, textarea, label, fieldset')) return null;
  return event.target.closest<HTMLElement>('[data-row]');
}

function scrollAtEdge(list: HTMLElement, y: number): boolean {
  const scroller = scrollerOf(list);
  const isPage = scroller === list.ownerDocument.scrollingElement;
  const { top, bottom } = scroller.getBoundingClientRect();
  const [upper, lower] = isPage ? [0, window.innerHeight] : [top, bottom];
  const before = scroller.scrollTop;
  if (y < upper + EDGE_PX) scroller.scrollTop -= EDGE_STEP_PX;
  else if (y > lower - EDGE_PX) scroller.scrollTop += EDGE_STEP_PX;
  return scroller.scrollTop !== before;
}

function topOf(list: Element): number {
  return list.getBoundingClientRect().top;
}
