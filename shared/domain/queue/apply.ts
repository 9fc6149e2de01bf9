import { put, without } from '../../lib/lists.ts';
import type { Stamp } from '../context.ts';
import type { Entry, QueueEvent } from './schema.ts';
import type { Queue } from './slice.ts';

export function applyQueue(queue: Queue, event: QueueEvent, stamp: Stamp): Queue {
  switch (event.type) {
    case 'queue/joined': {
      const { type: _, v: __, ...joined } = event;
      return withEntry(queue, { ...joined, seq: stamp.seq, joinedAtMs: stamp.atMs });
    }
    case 'queue/left':
      return withoutEntry(queue, event.entryId);
    case 'queue/updated':
      return withEntry(queue, event.entry);
    case 'queue/moved':
      return patch(queue, event.entryId, { placedAtMs: event.placedAtMs });
    case 'queue/held':
      return patch(offDeck(queue, event.entryId), event.entryId, { held: true });
    case 'queue/returned':
      return patch(queue, event.entryId, { held: undefined, readiness: undefined });
    case 'queue/missed': {
      const missed = queue.entries.find((entry) => entry.entryId === event.entryId)?.missedCalls ?? 0;
      return patch(offDeck(queue, event.entryId), event.entryId, { missedCalls: missed + 1 });
    }
    case 'queue/put-on-deck':
      return {
        ...withEntry(queue, event.entry),
        onDeck: event.first ? [event.entry.entryId, ...queue.onDeck] : [...queue.onDeck, event.entry.entryId],
      };
    case 'queue/taken-off-deck':
      return patch(offDeck(queue, event.entryId), event.entryId, { readiness: undefined });
    case 'queue/merged':
      return withEntry(withoutEntry(queue, event.otherEntryId), event.entry);
    case 'queue/cleared': {
      const cleared = new Set(event.entryIds);
      return {
        ...queue,
        entries: queue.entries.filter((entry) => !cleared.has(entry.entryId)),
        onDeck: event.entryIds.reduce((deck, entryId) => offDeck(deck, entryId), queue).onDeck,
      };
    }
    case 'queue/carried': {
      const carried = new Set(event.entryIds);
      const { itemId } = event;
      return {
        ...queue,
        entries: queue.entries.map((entry) => (carried.has(entry.entryId) ? { ...entry, itemId } : entry)),
      };
    }
    case 'queue/opened':
      return { ...queue, open: true };
    case 'queue/closed':
      return { ...queue, open: false };
  }
}

export function withEntry(queue: Queue, entry: Entry): Queue {
  return { ...queue, entries: put(queue.entries, entry, (other) => other.entryId === entry.entryId) };
}

export function withoutEntry(queue: Queue, entryId: string): Queue {
  return {
    ...offDeck(queue, entryId),
    entries: without(queue.entries, (entry) => entry.entryId === entryId),
  };
}

/** Fields set to undefined are taken out, so that equal states stay equal however they came about. */
export function patch(queue: Queue, entryId: string, fields: Partial<Entry>): Queue {
  const at = queue.entries.findIndex((entry) => entry.entryId === entryId);
  const before = queue.entries[at];
  if (!before) return queue;
  const after: Entry = { ...before, ...fields };
  for (const field of Object.keys(fields) as (keyof Entry)[]) {
    if (after[field] === undefined) delete after[field];
  }
  return { ...queue, entries: queue.entries.with(at, after) };
}

function offDeck(queue: Queue, entryId: string): Queue {
  if (!queue.onDeck.includes(entryId)) return queue;
  return { ...queue, onDeck: queue.onDeck.filter((other) => other !== entryId) };
}
