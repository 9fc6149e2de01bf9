/**
 * Only the rows near the window are there; the others are a height. What scrolls is the column on a wide screen and
 * the page on a narrow one, so nothing here names a scroller: the list's own place in the window says what is in sight.
 */
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useLayoutEffect, useRef } from 'react';

/** A card without a topic; each is measured as soon as it is there. */
const ROW_PX = 76;
const GAP_PX = 8;
/** Rows kept on either side, so that Tab and a quick scroll find them there. */
const OVERSCAN = 6;

type Rows = {
  list: RefObject<HTMLOListElement | null>;
  /** As the `ref` of each row, which carries its number as `data-index`. */
  measure(row: HTMLElement | null): void;
  rows: readonly VirtualItem[];
  totalPx: number;
  /** The row at so many pixels below the top of the list. */
  rowAt(offsetPx: number): VirtualItem | undefined;
};

/** `pinned` rows stay there wherever the page has been scrolled: the one with the focus, the one that is open. */
export function useVirtualRows(keys: readonly string[], pinned: readonly (string | null)[]): Rows {
  const list = useRef<HTMLOListElement>(null);
  const keep = pinned.flatMap((key) => (key === null ? [] : keys.indexOf(key))).filter((at) => at >= 0);
  const kept = keep.join();
  const virtualizer = useVirtualizer<HTMLOListElement, HTMLElement>({
    count: keys.length,
    getScrollElement: () => list.current,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    estimateSize: () => ROW_PX,
    gap: GAP_PX,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range) => {
        const also = kept === '' ? [] : kept.split(',').map(Number);
        return [...new Set([...defaultRangeExtractor(range), ...also])].toSorted((a, b) => a - b);
      },
      [kept],
    ),
    observeElementRect,
    observeElementOffset,
    scrollToFn,
    // A row that is not shown has no height; it keeps the one it is thought to have.
    measureElement: (row) => row.getBoundingClientRect().height || ROW_PX,
    useFlushSync: false,
  });
  // Whatever this render moved above the list has moved the list.
  useLayoutEffect(() => {
    list.current?.dispatchEvent(new Event(MOVED));
  });
  return {
    list,
    measure: virtualizer.measureElement,
    rows: virtualizer.getVirtualItems(),
    totalPx: virtualizer.getTotalSize(),
    rowAt: (offsetPx) => virtualizer.getVirtualItemForOffset(offsetPx),
  };
}

/** The nearest element round it that has something to scroll; the page when there is none. */
export function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight + 1) return at;
  }
  return element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
}

type Instance = Virtualizer<HTMLOListElement, HTMLElement>;
const MOVED = 'evenfloor-moved';

function observeElementRect(_: Instance, tell: (rect: { width: number; height: number }) => void) {
  // The window at most: a column that shows less of the list has a few rows to spare.
  const measure = () => tell({ width: window.innerWidth, height: window.innerHeight });
  measure();
  window.addEventListener('resize', measure);
  return () => window.removeEventListener('resize', measure);
}

function observeElementOffset({ scrollElement }: Instance, tell: (px: number, isScrolling: boolean) => void) {
  if (!scrollElement) return;
  let toldPx = Number.NaN;
  const measure = () => {
    const px = offsetOf(scrollElement);
    if (px === toldPx) return;
    toldPx = px;
    tell(px, false);
  };
  measure();
  // Captured: scrolling does not bubble, and it may be any of the elements round the list.
  document.addEventListener('scroll', measure, { capture: true, passive: true });
  window.addEventListener('resize', measure);
  scrollElement.addEventListener(MOVED, measure);
  return () => {
    document.removeEventListener('scroll', measure, { capture: true });
    window.removeEventListener('resize', measure);
    scrollElement.removeEventListener(MOVED, measure);
  };
}

/** Keeps what is in sight where it is when rows above turn out to be taller than thought. */
function scrollToFn(offsetPx: number, { adjustments = 0 }: { adjustments?: number }, instance: Instance) {
  const { scrollElement } = instance;
  if (scrollElement) scrollerOf(scrollElement).scrollTop += offsetPx + adjustments - offsetOf(scrollElement);
}

function offsetOf(list: Element): number {
  return -Math.round(list.getBoundingClientRect().top);
}
