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

export type Agenda = {
  items: AgendaItem[];
  currentItemId: string | null;
  /** Counts the edits, so that of two people editing at once the later one is told. */
  revision: number;
};

export const NO_AGENDA: Agenda = { items: [], currentItemId: null, revision: 0 };

export function currentItem(agenda: Agenda): AgendaItem | null {
  return agenda.items.find((item) => item.itemId === agenda.currentItemId) ?? null;
}

/** Milliseconds that the item has run so far. */
export function spentMs(item: AgendaItem, nowMs: number): number {
  return item.spentMs + (item.runningSinceMs === null ? 0 : nowMs - item.runningSinceMs);
}

/** Milliseconds that the item may take: planned minutes and what was granted since. */
export function allottedMs(item: AgendaItem): number {
  return item.minutes * 60_000 + item.extraSeconds * 1_000;
}
