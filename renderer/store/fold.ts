/** What is shown: the confirmed state with our own unanswered commands decided and applied on top. */
import { apply } from '../../shared/apply.ts';
import { decide } from '../../shared/decide.ts';
import type { Actor, Author } from '../../shared/domain/context.ts';
import { isRejection, isStaff } from '../../shared/domain/context.ts';
import type { State } from '../../shared/state.ts';
import { type Own, ownIdOf, type Pending, type View } from './view.ts';

export function withFold(view: View): View {
  return { ...view, state: foldPending(view) };
}

/** The view with one more command of ours, without folding the others anew. */
export function withPending(view: View, pending: Pending): View {
  const all = [...view.pending, pending];
  return { ...view, pending: all, state: view.state && foldOne(view.state, pending, all.length, view) };
}

function foldPending(view: View): State | null {
  const { confirmed, pending, own } = view;
  if (!confirmed) return null;
  return pending.reduce((state, one, index) => foldOne(state, one, index + 1, view), withOwn(confirmed, own));
}

/** A command that no longer decides is left out; it stays pending until the hub has answered. */
function foldOne(state: State, { command, commandId, atMs }: Pending, place: number, view: View): State {
  const actor = actorOf(view);
  const events = decide(state, command, { actor, nowMs: atMs });
  if (isRejection(events) || events.length === 0) return state;
  const seq = (view.at?.seq ?? 0) + place;
  return apply(state, { seq, atMs, actor: authorOf(actor), commandId, events });
}

/** The staff's state knows whose devices are merged; the public's does not, so there the hub's word counts. */
export function actorOf(view: Pick<View, 'me' | 'own'>): Actor {
  const { personId = '', roles } = view.me;
  const device = { personId, roles };
  return isStaff(device) ? device : { personId: ownIdOf(view) ?? '', roles };
}

function authorOf(actor: Actor): Author {
  return { personId: actor.personId, role: actor.roles[0] ?? 'display' };
}

/**
 * The public's state hides who typed a name; to that person it is known, and `decide` must know that this hand
 * is the own one.
 */
function withOwn(state: State, own: Own | null): State {
  if (!own) return state;
  const { personId, name, channel, entryIds } = own;
  const isKnown = state.people.some((person) => person.personId === personId);
  const people =
    isKnown || name === null || channel === null
      ? state.people
      : [...state.people, { personId, name, channel, self: true as const, seq: Number.MAX_SAFE_INTEGER }];
  const isOwn = (entryId: string) => entryIds.includes(entryId);
  const entries = state.queue.entries.some((entry) => isOwn(entry.entryId) && !entry.personId)
    ? state.queue.entries.map((entry) =>
        isOwn(entry.entryId) ? { ...entry, personId, name: entry.name ?? name ?? '' } : entry,
      )
    : state.queue.entries;
  return { ...state, people, queue: { ...state.queue, entries } };
}
