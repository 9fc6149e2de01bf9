import { useEffect } from 'react';

/** How long what has slid under a resting pointer is not pressed by it: the eye needs as long to see it. */
const SETTLE_MS = 600;
/** A hand that rests moves the mouse as much. */
const REST_PX = 8;

/**
 * A banner comes, a row gets longer, a line says something else: what was aimed at is no longer there, and the press
 * that was on its way, or the second half of a double click, would hit what is. Such a press does nothing.
 */
export function useSteadyClicks(): void {
  useEffect(() => keepClicksSteady(document), []);
}

type Point = { x: number; y: number };

function keepClicksSteady(page: Document): () => void {
  let pointer: (Point & { over: Element | null }) | null = null;
  let slid: (Point & { under: Element; atMs: number }) | null = null;
  let frame: number | null = null;
  const onMove = ({ pointerType, clientX: x, clientY: y, target }: PointerEvent) => {
    pointer = pointerType === 'mouse' ? { x, y, over: pressableAt(target) } : null;
  };
  const look = () => {
    frame = null;
    if (!pointer) return;
    const under = pressableAt(page.elementFromPoint?.(pointer.x, pointer.y));
    if (under && under !== pointer.over) slid = { ...pointer, under, atMs: performance.now() };
    pointer.over = under;
  };
  const onClick = (event: MouseEvent) => {
    if (frame !== null) {
      cancelAnimationFrame(frame);
      look();
    }
    if (!slid || performance.now() - slid.atMs > SETTLE_MS) return;
    // By keyboard nothing slides.
    if (event.detail === 0 || pressableAt(event.target) !== slid.under) return;
    if (Math.hypot(event.clientX - slid.x, event.clientY - slid.y) > REST_PX) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Once for all that changes together, and when the page has its new shape anyway.
  const observer = new MutationObserver(() => {
    frame ??= requestAnimationFrame(look);
  });
  observer.observe(page.body, { childList: true, subtree: true });
  page.addEventListener('pointermove', onMove, { capture: true, passive: true });
  page.addEventListener('click', onClick, { capture: true });
  return () => {
    observer.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
    page.removeEventListener('pointermove', onMove, { capture: true });
    page.removeEventListener('click', onClick, { capture: true });
  };
}

function pressableAt(target: EventTarget | null | undefined): Element | null {
  return target instanceof Element ? target.closest('button, a[href], label, summary') : null;
}
