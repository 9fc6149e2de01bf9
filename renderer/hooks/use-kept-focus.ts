import { useLayoutEffect } from 'react';

/**
 * Where the focus is welcome, since a press there calls nobody. Those with the same value are of one kind, such as the
 * cards of a side.
 */
const LANDING = '[data-landing]';
const HEADING = 'h1, h2, h3';

/**
 * What has the focus may go: by its own press, or because a colleague was first. The focus would fall to the page,
 * where whoever works by keyboard begins anew and, on the console, the next Enter gives somebody the floor. So it is
 * given to what now stands nearest, a landing or else a heading.
 *
 * @param isByKeys where keys act on the page itself: what was opened by one of them, or by the mouse, gives the focus
 * back to the page
 */
export function useKeptFocus(isByKeys = false): void {
  // Before anything of it can have the focus.
  useLayoutEffect(() => keepFocus(document, isByKeys), [isByKeys]);
}

function keepFocus(page: Document, isByKeys: boolean): () => void {
  let held: Element | null = null;
  let isKept = true;
  let isPressed = false;
  const isFree = () => page.activeElement === page.body || page.activeElement === null;
  const onFocus = ({ target }: FocusEvent) => {
    if (held === null) isKept = !(isByKeys && isPressed);
    held = target as Element;
  };
  // Left on purpose; what has lost the focus by going is no longer in the page.
  const onBlur = () =>
    queueMicrotask(() => {
      if (held?.isConnected && isFree()) held = null;
    });
  const onPress = (event: Event) => {
    isPressed = (event as KeyboardEvent).key !== 'Tab';
    setTimeout(() => {
      isPressed = false;
    });
    if (event.type === 'pointerdown') isKept = !isByKeys;
  };
  const observer = new MutationObserver((records) => {
    if (held === null || held.isConnected) return;
    if (isKept && isFree()) placeNear(held, records)?.focus();
    if (!held.isConnected) held = null;
  });
  observer.observe(page.body, { childList: true, subtree: true });
  page.addEventListener('focusin', onFocus);
  page.addEventListener('focusout', onBlur);
  page.addEventListener('keydown', onPress, { capture: true });
  page.addEventListener('pointerdown', onPress, { capture: true });
  return () => {
    observer.disconnect();
    page.removeEventListener('focusin', onFocus);
    page.removeEventListener('focusout', onBlur);
    page.removeEventListener('keydown', onPress, { capture: true });
    page.removeEventListener('pointerdown', onPress, { capture: true });
  };
}

/** The next of its kind, where it is one of several; else whatever is nearest: in its place, after it, round it. */
function placeNear(lost: Element, records: readonly MutationRecord[]): HTMLElement | null {
  const isGone = (node: Node) => node.contains(lost);
  const record = records.findLast(({ removedNodes }) => [...removedNodes].some(isGone));
  if (!(record?.target instanceof Element)) return null;
  const { target } = record;
  const spot = spotOf(record);
  const gone = [...record.removedNodes].find(isGone);
  const kind = gone instanceof Element && gone.querySelector<HTMLElement>(LANDING)?.dataset.landing;
  const next = kind && nextOf(`[data-landing="${kind}"]`, lost.ownerDocument.body, spot);
  const added = records.flatMap((one) => (one.target === target ? [...one.addedNodes] : []));
  const place = next || nearest(target, spot, added);
  // A heading takes the focus only when it is told to.
  if (place && !place.matches('button')) place.tabIndex = -1;
  return place;
}

/** Where it stood. */
function spotOf({ target, previousSibling }: MutationRecord): Range {
  const spot = new Range();
  if (previousSibling?.parentNode === target) spot.setStartAfter(previousSibling);
  else spot.setStart(target, 0);
  return spot;
}

function nearest(target: Element, spot: Range, added: readonly Node[]): HTMLElement | null {
  for (const kind of [LANDING, HEADING]) {
    const place = shown(kind, target).find((one) => added.some((node) => node.contains(one)));
    if (place) return place;
  }
  for (let at: Element | null = target; at; at = at.parentElement) {
    const place = nextOf(LANDING, at, spot) ?? nextOf(HEADING, at, spot);
    if (place) return place;
  }
  return null;
}

/** The first that follows, else the last of those before. */
function nextOf(kind: string, within: Element, spot: Range): HTMLElement | undefined {
  const places = shown(kind, within);
  return places.find((one) => spot.comparePoint(one, 0) > 0) ?? places.at(-1);
}

function shown(kind: string, within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(kind)].filter((one) => one.checkVisibility?.() ?? true);
}
