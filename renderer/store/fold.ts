/** What is shown: the confirmed state with our own unanswered commands decided and applied on top. */
import { apply } from '../../shared/apply.ts';
import { decide } from '../../shared/decide.ts';
import type { Actor, Author } from '../../shared/domain/context.ts';
import { isRejection } from '../../shared/domain/context.ts';
import type { State } from '../../shared/state.ts';
import type { Own, View } from './view.ts';

export function withFold(view: View): View {
  return { ...view, state: foldPending(view) };
}

/** Commands that no longer decide are left out; they stay pending until the hub has answered. */
function foldPending({ confirmed, pending, own, at, me }: View): State | null {
  if (!confirmed) return null;
  const actor = actorOf(me);
  let state = withOwn(confirmed, own);
  let seq = at?.seq ?? 0;
  for (const { command, commandId, atMs } of pending) {
    const nowMs = Math.max(atMs, at?.atMs ?? 0);
    const events = decide(state, command, { actor, nowMs });
    if (isRejection(events) || events.length === 0) continue;
    seq += 1;
    state = apply(state, { seq, atMs: nowMs, actor: authorOf(actor), commandId, events });
  }
  return state;
}

export function actorOf(me: View['me']): Actor {
  return { personId: me.personId ?? '', roles: me.roles };
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
