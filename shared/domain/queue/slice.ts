import type { Channel, PerChannel } from '../../lib/vocabulary.ts';
import type { Entry } from './schema.ts';

/** Everybody who still waits, in the order of their requests; the order of calling is fairness's to propose. */
export type Queue = {
  open: boolean;
  entries: Entry[];
  /** Told to get ready, next first; frozen against re-ranking. */
  onDeck: string[];
};

export const EMPTY_QUEUE: Queue = { open: true, entries: [], onDeck: [] };

export function findEntry(queue: Queue, entryId: string): Entry | undefined {
  return queue.entries.find((entry) => entry.entryId === entryId);
}

/** Who could be called now: held entries keep their place, yet are skipped. */
export function callable(queue: Queue): Entry[] {
  return queue.entries.filter((entry) => !entry.held);
}

/** How many could be called on each side. */
export function waitingCounts(queue: Queue): PerChannel<number> {
  return countsOf(callable(queue));
}

/** How many of these are on each side. */
export function countsOf(list: readonly { channel: Channel }[]): PerChannel<number> {
  const online = list.filter(({ channel }) => channel === 'online').length;
  return { onsite: list.length - online, online };
}

/** On hold by the own answer: it may be taken back by whoever gave it, and staff may ask again. */
export function isNotReady(entry: Pick<Entry, 'held' | 'readiness'>): boolean {
  return entry.held === true && entry.readiness === 'not-ready';
}

/** For a sentence; an audience may not see every name. */
export function nameOf(entry: Entry): string {
  return entry.name ?? '';
}
