/** Where a further window goes: the projector, when there is one. */

type Rectangle = { x: number; y: number; width: number; height: number };
/** The parts of Electron's `Display` that are looked at. */
export type DisplayLike = { id: number; bounds: Rectangle };

/** The first display that does not hold the main window; null with a single one. */
export function otherDisplay<D extends DisplayLike>(displays: readonly D[], mainId: number): D | null {
  return displays.find((display) => display.id !== mainId) ?? null;
}
