import { between } from '../../lib/between.ts';
import { ON_DECK_MAX, WAITING_ENTRIES_MAX } from '../../lib/limits.ts';
import { otherChannel } from '../../lib/vocabulary.ts';
import type { Actor, Rejection } from '../context.ts';
import { invalid, isStaff, reject } from '../context.ts';
import { agedKey, compareCandidates, rankClass } from '../fairness/order.ts';
import type { FairnessView } from '../fairness/view.ts';
import type { Person } from '../people/schema.ts';
import type { Entry, JoinArgs, QueueEvent, UpdateArgs } from './schema.ts';
import type { Queue } from './slice.ts';
import { findEntry, isNotReady, nameOf, waitingCounts } from './slice.ts';

type Result = QueueEvent[] | Rejection;

/**
 * `person` is the record of whom the hand is for, when there is one. `mayBeUnnamed`: it is a question's, which may have
 * come without a name; nobody raises a hand that is nobody's.
 */
export function joinQueue(
  queue: Queue,
  person: (Person & { isKnown?: boolean }) | undefined,
  args: JoinArgs,
  actor: Actor,
  mayBeUnnamed = false,
): Result {
  const { entryId, channel, door, kind } = args;
  const name = person?.name ?? args.name;
  if (args.personId !== undefined && !person) {
    return reject('people/no-such-person', { personId: args.personId });
  }
  if (name === undefined && !mayBeUnnamed) return invalid('name', 'nobody-named');
  if (findEntry(queue, entryId)) return invalid('entryId', 'taken');
  if (!queue.open && kind !== 'point-of-order') return reject('queue/closed');
  if (queue.entries.length >= WAITING_ENTRIES_MAX) return reject('too-many', { limit: WAITING_ENTRIES_MAX });
  const waiting = person && queue.entries.find((entry) => entry.personId === person.personId);
  if (waiting) {
    const shown = { name: nameOf(waiting), door: waiting.door, entryId: waiting.entryId };
    return reject('queue/already-waiting', shown);
  }
  const unshown: Entry['unshown'] = [];
  if (person?.self && !person.isKnown) unshown.push('name');
  if (args.topic !== undefined && !isStaff(actor)) unshown.push('topic');
  return [
    {
      type: 'queue/joined',
      v: 1,
      entryId,
      ...(person && { personId: person.personId }),
      ...(name !== undefined && { name }),
      channel,
      door,
      kind,
      ...(args.topic !== undefined && { topic: args.topic }),
      ...(unshown.length > 0 && { unshown }),
    },
  ];
}

/** A participant's own entry, or any for staff; the rejection otherwise. */
function entryFor(queue: Queue, entryId: string, actor: Actor): Entry | Rejection {
  const entry = findEntry(queue, entryId);
  if (isStaff(actor)) return entry ?? reject('queue/no-such-entry', { entryId });
  return entry && entry.personId === actor.personId ? entry : reject('forbidden', { command: 'queue' });
}

export function updateEntry(queue: Queue, args: UpdateArgs, actor: Actor): Result {
  const found = entryFor(queue, args.entryId, actor);
  if (!('entryId' in found)) return found;
  const staff = isStaff(actor);
  if (!staff && (args.name !== undefined || args.channel !== undefined || args.shown)) {
    return reject('forbidden', { command: 'queue/update' });
  }
  // Both places on deck might come to be of one side.
  if (args.channel !== undefined && queue.onDeck.includes(found.entryId)) {
    return reject('queue/already-on-deck', { name: nameOf(found) });
  }
  // A hand that only its urgency let in stays what it is.
  if (!queue.open && found.kind === 'point-of-order' && (args.kind ?? found.kind) !== found.kind) {
    return reject('queue/closed');
  }
  const { entryId: _, topic, shown, ...fields } = args;
  const entry: Entry = { ...found, ...fields };
  if (topic !== undefined) {
    if (topic === null) delete entry.topic;
    else entry.topic = topic;
  }
  const unshown = new Set(found.unshown);
  if (shown || args.name !== undefined) unshown.delete('name');
  if (shown || (staff && topic !== undefined) || topic === null) unshown.delete('topic');
  if (!staff && typeof topic === 'string') unshown.add('topic');
  delete entry.unshown;
  if (unshown.size > 0) entry.unshown = [...unshown].toSorted();
  return [{ type: 'queue/updated', v: 1, entry }];
}

/**
 * Puts the entry right behind another of its side, on the scale of the aged key: half way to the one that comes
 * after it. Where two keys leave no room, the whole line gets new ones. Nobody passes a point of order by it, and whoever
 * is on deck leaves it: there no key counts.
 */
export function moveEntry(
  queue: Queue,
  view: FairnessView,
  args: { entryId: string; afterEntryId: string | null },
): Result {
  const entry = findEntry(queue, args.entryId);
  if (!entry) return reject('queue/no-such-entry', { entryId: args.entryId });
  if (entry.held) return reject('queue/on-hold', { name: nameOf(entry) });
  const side = view.candidates
    .filter((candidate) => candidate.channel === entry.channel && candidate.entryId !== entry.entryId)
    .toSorted((a, b) => compareCandidates(a, b, view.rule));
  const after = side.find((candidate) => candidate.entryId === args.afterEntryId);
  if (args.afterEntryId !== null && !after) return reject('queue/other-side', { name: nameOf(entry) });
  const ownClass = rankClass(entry);
  const line = side.filter((candidate) => rankClass(candidate) === ownClass);
  // Behind somebody of a class before its own is in front of its own.
  const at = after === undefined || rankClass(after) < ownClass ? -1 : line.lastIndexOf(after);
  const place = after !== undefined && rankClass(after) > ownClass ? line.length : at + 1;
  const keys = line.map((candidate) => agedKey(candidate, view.rule));
  const key = between(keys[place - 1], keys[place]);
  const offDeck: QueueEvent[] = queue.onDeck.includes(entry.entryId)
    ? [{ type: 'queue/taken-off-deck', v: 1, entryId: entry.entryId }]
    : [];
  if (key !== null) return [...offDeck, moved(entry.entryId, key ?? entry.joinedAtMs)];
  const first = keys[0] ?? entry.joinedAtMs;
  const order = line.map((candidate) => candidate.entryId).toSpliced(place, 0, entry.entryId);
  return [...offDeck, ...order.map((entryId, index) => moved(entryId, first + index * 1_000))];
}

function moved(entryId: string, placedAtMs: number): QueueEvent {
  return { type: 'queue/moved', v: 1, entryId, placedAtMs };
}

/** Who was not ready before is asked anew, and any answer from before is forgotten. */
export function putOnDeck(queue: Queue, args: { entryId: string }, isFirst = false): Result {
  const entry = findEntry(queue, args.entryId);
  if (!entry) return reject('queue/no-such-entry', { entryId: args.entryId });
  const name = nameOf(entry);
  if (entry.held && !isNotReady(entry)) return reject('queue/on-hold', { name });
  if (queue.onDeck.includes(entry.entryId)) return reject('queue/already-on-deck', { name });
  if (queue.onDeck.length >= ON_DECK_MAX) return reject('queue/deck-full', { limit: ON_DECK_MAX });
  const sameSide = queue.onDeck.some((id) => findEntry(queue, id)?.channel === entry.channel);
  const other = otherChannel(entry.channel);
  if (sameSide && waitingCounts(queue)[other] > 0) return reject('queue/deck-one-sided', { channel: other });
  const { unshown: _, held: __, readiness: ___, ...asked } = entry;
  return [{ type: 'queue/put-on-deck', v: 1, entry: asked, ...(isFirst && { first: true }) }];
}

/** One plain event about one entry, with the state it must be in. */
export function entryEvent(
  queue: Queue,
  type: 'queue/held' | 'queue/returned' | 'queue/missed' | 'queue/taken-off-deck',
  entryId: string,
  actor: Actor,
  seenMissedCalls?: number,
): Result {
  const entry = entryFor(queue, entryId, actor);
  if (!('entryId' in entry)) return entry;
  const name = nameOf(entry);
  if (seenMissedCalls !== undefined && seenMissedCalls !== (entry.missedCalls ?? 0)) {
    return reject('queue/already-missed', { name });
  }
  if (type === 'queue/held' && entry.held) return reject('queue/on-hold', { name });
  if (type === 'queue/returned' && !entry.held) return reject('queue/not-on-hold', { name });
  if (type === 'queue/taken-off-deck' && !queue.onDeck.includes(entryId)) {
    return reject('queue/not-on-deck', { name });
  }
  return [{ type, v: 1, entryId }];
}

export function leaveQueue(queue: Queue, args: { entryId: string; reason?: string }, actor: Actor): Result {
  const entry = entryFor(queue, args.entryId, actor);
  if (!('entryId' in entry)) return entry;
  return [leftBy(entry, args.reason)];
}

/** The event by which a hand goes down. */
export function leftBy({ entryId, personId }: Entry, reason?: string): QueueEvent {
  return { type: 'queue/left', v: 1, entryId, ...(personId && { personId }), ...(reason && { reason }) };
}

export function openOrClose(queue: Queue, open: boolean): Result {
  if (queue.open === open) return reject(open ? 'queue/already-open' : 'queue/closed');
  return [{ type: open ? 'queue/opened' : 'queue/closed', v: 1 }];
}
