/**
 * Before something goes that has the focus: gives it to the next of its kind, else the one before, else to the
 * heading. Otherwise it falls to the page, where whoever works by keyboard would begin anew.
 */
export function moveFocusOn(from: HTMLElement | null, kind: string): void {
  const going = from?.closest<HTMLElement>(kind);
  // A click of the mouse gives no focus, and none is lost.
  if (!going?.contains(document.activeElement)) return;
  const all = [...document.querySelectorAll<HTMLElement>(kind)];
  const at = all.indexOf(going);
  const neighbour = all[at + 1] ?? all[at - 1];
  // The last button, as in what is going: the one that only puts it away, or asks first.
  const button = [...(neighbour?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1);
  (button ?? headingOver(going))?.focus();
}

function headingOver(element: HTMLElement): HTMLElement | null {
  const heading = element.closest('main')?.querySelector<HTMLElement>('h2') ?? null;
  if (heading) heading.tabIndex = -1;
  return heading;
}
