/** What is shown: the confirmed state with our own unanswered commands decided and applied on top. */
import { apply } from '../../shared/apply.ts';
import { decide } from '../../shared/decide.ts';
import type { Actor, Author } from '../../shared/domain/context.ts';
import { isRejection, isStaff } from '../../shared/domain/context.ts';
import type { ShowOfHands } from '../../shared/domain/notes/slice.ts';
import type { Person } from '../../shared/domain/people/schema.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import type { State } from '../../shared/state.ts';
import { withOwnQuestions } from './own-questions.ts';
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
  const { confirmed, pending } = view;
  if (!confirmed) return null;
  const own = ownSoFar(view);
  const known = own ? withOwn(confirmed, own) : confirmed;
  return pending.reduce((state, one, index) => foldOne(state, one, index + 1, view), known);
}

/** The commit that puts up the own hand comes a moment before the hub's word on whose it is. */
function ownSoFar({ me, own, pending }: View): Own | null {
  if (!own || isStaff(me)) return own;
  const raised = pending.flatMap(({ command }) =>
    command.name === 'queue/join' ? [command.args.entryId] : [],
  );
  return raised.length === 0 ? own : { ...own, entryIds: [...own.entryIds, ...raised] };
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
 * The public's state hides who typed a name and who is ready; to that person it is known, and
 * `decide` must know that this hand is the own one.
 */
function withOwn(state: State, own: Own): State {
  const { personId, name, entryIds, readiness, contactIds = [], answers = [] } = own;
  const contactOf = (contactId: string) => ({ contactId, personId, purpose: '', joinedAtMs: 0, seq: 0 });
  const people = withOwnRecord(state.people, own);
  const lacks = (entry: Entry) =>
    entryIds.includes(entry.entryId) && (!entry.personId || (readiness && !entry.readiness));
  const entries = state.queue.entries.some(lacks)
    ? state.queue.entries.map((entry) =>
        lacks(entry)
          ? { ...entry, personId, name: entry.name ?? name ?? '', ...(readiness && { readiness }) }
          : entry,
      )
    : state.queue.entries;
  return {
    ...withOwnQuestions(state, own),
    people,
    queue: { ...state.queue, entries },
    shows: answers.length === 0 ? state.shows : state.shows.map((show) => withOwnAnswer(show, own)),
    ...(contactIds.length > 0 && !state.contacts && { contacts: contactIds.map(contactOf) }),
  };
}

/** The answers of all are the staff's; with the own one `decide` counts a change of mind as one. */
function withOwnAnswer(show: ShowOfHands, { personId, channel, answers = [] }: Own): ShowOfHands {
  const own = answers.find((answer) => answer.noteId === show.noteId);
  if (show.answers || !own || channel === null) return show;
  return { ...show, answers: [{ personId, channel, stance: own.stance }] };
}

function withOwnRecord(people: Person[], { personId, name, channel }: Own): Person[] {
  const isKnown = people.some((person) => person.personId === personId);
  if (isKnown || name === null || channel === null) return people;
  return [...people, { personId, name, channel, self: true, seq: Number.MAX_SAFE_INTEGER }];
}
