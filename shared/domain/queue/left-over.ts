/** What becomes of many hands at once when the agenda moves on: taken down, or carried over to another item. */
import type { Rejection } from '../context.ts';
import { reject } from '../context.ts';
import type { ClearArgs, Entry, QueueEvent } from './schema.ts';
import type { Queue } from './slice.ts';

/** The hands that belong to another item than this one, or to none. */
export function leftOver(entries: readonly Entry[], itemId: string): Entry[] {
  return entries.filter((entry) => entry.itemId !== itemId);
}

/** Held ones and points of order too: what is cleared away is everything that was asked for. */
export function clearQueue(queue: Queue, args: ClearArgs): QueueEvent[] | Rejection {
  const { channel, itemId, exceptItemId } = args;
  const asked = exceptItemId === undefined ? queue.entries : leftOver(queue.entries, exceptItemId);
  const cleared = asked.filter(
    (entry) =>
      (channel === undefined || entry.channel === channel) &&
      (itemId === undefined || entry.itemId === itemId),
  );
  if (cleared.length === 0) return reject('queue/nothing-to-clear');
  return [{ type: 'queue/cleared', v: 1, entryIds: idsOf(cleared) }];
}

/** Order, place, request time and deck are no business of the item, and stay. */
export function carryQueue(
  queue: Queue,
  { itemId, fromItemId }: { itemId: string; fromItemId?: string },
): QueueEvent[] | Rejection {
  const carried = leftOver(queue.entries, itemId).filter(
    (entry) => fromItemId === undefined || entry.itemId === fromItemId,
  );
  if (carried.length === 0) return reject('queue/nothing-to-carry');
  return [{ type: 'queue/carried', v: 1, entryIds: idsOf(carried), itemId }];
}

function idsOf(entries: readonly Entry[]): string[] {
  return entries.map((entry) => entry.entryId);
}
