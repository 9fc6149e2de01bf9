import type { AgendaPlan } from './schema.ts';

/**
 * A phase of the meeting. Its clock is kept as facts: what was spent in earlier stretches, and since when the
 * present stretch runs (null while it is not current or a technical stop holds it).
 */
export type AgendaItem = Omit<AgendaPlan, 'fair'> & {
  fair: boolean;
  /** Granted beyond the planned minutes, or taken off them. */
  extraSeconds: number;
  startedAtMs: number | null;
  runningSinceMs: number | null;
  spentMs: number;
};

type Begin = { itemId: string; atMs: number };

export type Agenda = {
  items: AgendaItem[];
  currentItemId: string | null;
  /** Counts the edits, so that of two people editing at once the later one is told. */
  revision: number;
  /** Which item became the current one when, oldest first; an undo in an older log puts back an agenda without it. */
  begins?: Begin[];
};

export const NO_AGENDA: Agenda = { items: [], currentItemId: null, revision: 0 };

export function currentItem(agenda: Agenda): AgendaItem | null {
  return agenda.items.find((item) => item.itemId === agenda.currentItemId) ?? null;
}

/** When items have begun; where that is not kept, as if none had begun twice. */
export function beginsOf({ begins, items }: Agenda): Begin[] {
  const first = items.flatMap(({ itemId, startedAtMs: atMs }) => (atMs === null ? [] : [{ itemId, atMs }]));
  return begins ?? first.toSorted((a, b) => a.atMs - b.atMs);
}

/** The item that was current then. */
export function itemAt(agenda: Agenda, atMs: number): AgendaItem | undefined {
  const last = beginsOf(agenda).findLast((begin) => begin.atMs <= atMs);
  return agenda.items.find((item) => item.itemId === last?.itemId);
}

/** Milliseconds that the item has run so far. */
export function spentMs(item: AgendaItem, nowMs: number): number {
  return item.spentMs + (item.runningSinceMs === null ? 0 : nowMs - item.runningSinceMs);
}

/** Milliseconds that the item may take: planned minutes and what was granted since. */
export function allottedMs(item: AgendaItem): number {
  return item.minutes * 60_000 + item.extraSeconds * 1_000;
}
