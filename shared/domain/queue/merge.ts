/** Two hands that turn out to be one person's: the same name typed in the room and by phone. */
import type { Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import { withEntry, withoutEntry } from './apply.ts';
import { putOnDeck } from './decide.ts';
import type { Entry, QueueEvent } from './schema.ts';
import type { Queue } from './slice.ts';
import { findEntry, nameOf } from './slice.ts';

type Named = Pick<Entry, 'name' | 'unshown'>;
type Hidden = NonNullable<Entry['unshown']>[number];

/** In whichever order the two are named, the earlier hand stays. Two records of the roster are merged as people. */
export function mergeEntries(
  queue: Queue,
  args: { entryId: string; otherEntryId: string },
): QueueEvent[] | Rejection {
  const named = [args.entryId, args.otherEntryId].map((id) => findEntry(queue, id));
  const [kept, other] = named
    .filter((entry) => entry !== undefined)
    .toSorted((a, b) => a.joinedAtMs - b.joinedAtMs || a.seq - b.seq);
  if (!kept || !other) {
    return reject('queue/no-such-entry', { entryId: named[0] ? args.otherEntryId : args.entryId });
  }
  if (kept === other) return invalid('otherEntryId', 'same-person');
  if (kept.personId && other.personId) return reject('queue/two-people', { name: nameOf(kept) });
  return mergedInto(queue, merged(kept, other), other);
}

/** Of two records that are one person's: the earlier hand with what the later had, under the record that is left. */
export function mergeHandsOf(
  queue: Queue,
  ids: readonly string[],
  person: { personId: string; name: string },
): QueueEvent[] {
  const [kept, other] = queue.entries
    .filter((entry) => entry.personId !== undefined && ids.includes(entry.personId))
    .toSorted((a, b) => a.joinedAtMs - b.joinedAtMs || a.seq - b.seq);
  if (!kept || !other) return [];
  return mergedInto(queue, merged(kept, other, person), other);
}

function mergedInto(queue: Queue, entry: Entry, other: Entry): QueueEvent[] {
  const events: QueueEvent[] = [{ type: 'queue/merged', v: 1, entry, otherEntryId: other.entryId }];
  if (!queue.onDeck.includes(other.entryId) || queue.onDeck.includes(entry.entryId)) return events;
  // Whoever was told to get ready stays told, where that is still lawful for the hand that is left.
  const told = putOnDeck(withEntry(withoutEntry(queue, other.entryId), entry), { entryId: entry.entryId });
  return Array.isArray(told) ? [...events, ...told] : events;
}

/** What the earlier one lacks comes from the other. Nothing is shown or hidden by it that was not so before. */
function merged(kept: Entry, other: Entry, person?: { personId: string; name: string }): Entry {
  const [known, free] = other.personId ? [other, kept] : [kept, other];
  const { personId } = person ?? known;
  // Of two names the one that everybody has seen: mostly staff has typed the free one, and always that of a record left.
  const named: Named = person ?? (hides(known, 'name') && !hides(free, 'name') ? free : known);
  const { name } = named;
  const topical = kept.topic === undefined ? other : kept;
  const unshown: Hidden[] = [];
  if (hides(named, 'name')) unshown.push('name');
  if (hides(topical, 'topic')) unshown.push('topic');
  const isUrgent = kept.kind === 'point-of-order' || other.kind === 'point-of-order';
  // Whoever is there with one of two hands is neither to be skipped nor absent.
  const isHeld = kept.held && other.held;
  const missedCalls = Math.min(kept.missedCalls ?? 0, other.missedCalls ?? 0);
  const { unshown: _, held: __, missedCalls: ___, ...entry } = kept;
  return {
    ...entry,
    ...(isHeld && { held: true as const }),
    ...(missedCalls > 0 && { missedCalls }),
    ...(personId && { personId }),
    ...(name !== undefined && { name }),
    ...(topical.topic !== undefined && { topic: topical.topic }),
    ...(isUrgent && { kind: 'point-of-order' as const }),
    ...(unshown.length > 0 && { unshown }),
  };
}

function hides(entry: Named, field: Hidden): boolean {
  return entry.unshown?.includes(field) ?? false;
}
