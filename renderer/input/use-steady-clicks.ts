import { useEffect } from 'react';

/** How long what has slid under a resting pointer is not pressed by it: the eye needs as long to see it. */
const SETTLE_MS = 600;
/** A hand that rests moves the mouse as much. */
const REST_PX = 8;
const PRESSABLE = 'button, a[href], label, summary, [role="option"]';
/** What moves others, beside their coming and going; and what a button does. */
const SHAPING = ['class', 'style', 'hidden', 'open', 'data-does'];

/**
 * A banner comes, a row gets longer: what was aimed at is no longer there, and the press that was on its way, or the
 * second half of a double click, would hit what is. Such a press does nothing. A button that comes to do something else,
 * such as the other of a pair, says what it does in `data-does`: by that it is another one.
 */
export function useSteadyClicks(): void {
  useEffect(() => keepClicksSteady(document), []);
}

type Point = { x: number; y: number };

function keepClicksSteady(page: Document): () => void {
  let pointer: (Point & { over: Pressable | null }) | null = null;
  let slid: (Point & { under: Pressable; atMs: number }) | null = null;
  let frame: number | null = null;
  let isScrolled = false;
  const onMove = ({ pointerType, clientX: x, clientY: y, target }: PointerEvent) => {
    pointer = pointerType === 'mouse' ? { x, y, over: pressableAt(target) } : null;
  };
  const look = () => {
    frame = null;
    if (!pointer) return;
    const under = pressableAt(page.elementFromPoint?.(pointer.x, pointer.y));
    // What somebody has scrolled there is where it was meant to be.
    if (under && !isScrolled && !isSame(under, pointer.over)) {
      slid = { ...pointer, under, atMs: performance.now() };
    }
    isScrolled = false;
    pointer.over = under;
  };
  const onClick = (event: MouseEvent) => {
    if (frame !== null) {
      cancelAnimationFrame(frame);
      look();
    }
    if (!slid || performance.now() - slid.atMs > SETTLE_MS) return;
    // By keyboard nothing slides.
    if (event.detail === 0 || !isSame(slid.under, pressableAt(event.target))) return;
    if (Math.hypot(event.clientX - slid.x, event.clientY - slid.y) > REST_PX) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Once for all that changes together, and when the page has its new shape anyway.
  const lookSoon = () => {
    frame ??= requestAnimationFrame(look);
  };
  const onScroll = () => {
    isScrolled = true;
    lookSoon();
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(page.body, { childList: true, subtree: true, attributeFilter: SHAPING });
  page.addEventListener('pointermove', onMove, { capture: true, passive: true });
  page.addEventListener('scroll', onScroll, { capture: true, passive: true });
  page.addEventListener('click', onClick, { capture: true });
  return () => {
    observer.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
    page.removeEventListener('pointermove', onMove, { capture: true });
    page.removeEventListener('scroll', onScroll, { capture: true });
    page.removeEventListener('click', onClick, { capture: true });
  };
}

type Pressable = { element: Element; does: string | null };

function pressableAt(target: EventTarget | null | undefined): Pressable | null {
  const element = target instanceof Element ? target.closest(PRESSABLE) : null;
  return element && { element, does: element.getAttribute('data-does') };
}

function isSame(one: Pressable, other: Pressable | null): boolean {
  return one.element === other?.element && one.does === other.does;
}
