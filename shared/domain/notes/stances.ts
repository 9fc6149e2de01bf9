/** What people of the session say to a point: tapped in for them by staff, or by a show of hands. */
import { SHOWS_OF_HANDS_MAX, STANCES_MAX } from '../../lib/limits.ts';
import type { Channel } from '../../lib/vocabulary.ts';
import { perChannel } from '../../lib/vocabulary.ts';
import type { Actor, Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import type { Person } from '../people/schema.ts';
import type { EndorseArgs, NotesEvent, StanceCounts, Tap } from './schema.ts';
import type { Answer, NotesSlice, ShowOfHands } from './slice.ts';
import { findNote } from './slice.ts';

type Result = NotesEvent[] | Rejection;
type StancesState = NotesSlice & { people: Person[] };

export function tapStance(state: StancesState, args: EndorseArgs): Result {
  const note = findNote(state, args.noteId);
  if (!note) return reject('notes/no-such-note', { noteId: args.noteId });
  const person = state.people.find(({ personId }) => personId === args.personId);
  if (args.personId !== undefined && !person) {
    return reject('people/no-such-person', { personId: args.personId });
  }
  const name = person?.name ?? args.name;
  const channel = args.channel ?? person?.channel;
  if (name === undefined || channel === undefined) return invalid('channel', 'side-needed');
  const who = { ...(person && { personId: person.personId }), name };
  const others = (note.stances ?? []).filter((tap) => !isSame(tap, who));
  const stances = args.stance ? [...others, { ...who, channel, stance: args.stance }] : others;
  if (stances.length > STANCES_MAX) return reject('too-many', { limit: STANCES_MAX });
  const { stances: _, ...bare } = note;
  return [{ type: 'notes/endorsed', v: 1, note: { ...bare, ...(stances.length > 0 && { stances }) } }];
}

/** Two points made one: of somebody who said something to both, what was said to the first of the list counts. */
export function mergeTaps(taps: readonly Tap[]): Tap[] {
  return taps.filter((tap, index) => taps.findIndex((other) => isSame(other, tap)) === index);
}

function isSame(a: { personId?: string; name: string }, b: { personId?: string; name: string }): boolean {
  return a.personId === undefined && b.personId === undefined ? a.name === b.name : a.personId === b.personId;
}

/** Asks in the wording that the point has now; answers given to an earlier asking stay. */
export function askShow(state: NotesSlice, { noteId }: { noteId: string }): Result {
  const note = findNote(state, noteId);
  if (!note) return reject('notes/no-such-note', { noteId });
  const show = state.shows.find((one) => one.noteId === noteId);
  if (show?.open) return reject('notes/already-asked');
  if (!show && state.shows.length >= SHOWS_OF_HANDS_MAX) {
    return reject('too-many', { limit: SHOWS_OF_HANDS_MAX });
  }
  return [{ type: 'notes/asked', v: 1, noteId, text: note.text }];
}

export function closeShow(state: NotesSlice, { noteId }: { noteId: string }): Result {
  const isOpen = state.shows.some((show) => show.noteId === noteId && show.open);
  return isOpen ? [{ type: 'notes/closed', v: 1, noteId }] : reject('notes/not-asked');
}

/** Everybody answers for itself, on the own side; another answer takes the place of the first. */
export function answerShow(state: StancesState, args: EndorseArgs, { personId }: Actor): Result {
  const show = state.shows.find((one) => one.noteId === args.noteId && one.open);
  if (!show) return reject('notes/not-asked');
  const { stance } = args;
  const channel = state.people.find((person) => person.personId === personId)?.channel ?? args.channel;
  if (channel === undefined) return invalid('channel', 'side-needed');
  // A public screen that asks in advance does not have the answers; the hub's counts then put its own right.
  const answers = show.answers ?? [];
  const before = answers.find((answer) => answer.personId === personId);
  return [answered(show, before, { personId, channel, stance })];
}

/** Two records become one: where both have answered, the answer of the one that goes. */
export function takenBackAnswers(
  shows: readonly ShowOfHands[],
  { personId, otherPersonId }: { personId: string; otherPersonId: string },
): NotesEvent[] {
  return shows.flatMap((show) => {
    const [kept, gone] = [personId, otherPersonId].map((id) =>
      show.answers?.find((answer) => answer.personId === id),
    );
    return kept && gone ? [answered(show, gone, { ...gone, stance: null })] : [];
  });
}

function answered(
  { noteId, counts: earlier }: ShowOfHands,
  before: Answer | undefined,
  after: Omit<Answer, 'stance'> & { stance: Answer['stance'] | null },
): NotesEvent {
  const counts = perChannel((side) => ({
    support: earlier[side].support + change('support', side, before, after),
    reservation: earlier[side].reservation + change('reservation', side, before, after),
  }));
  return { type: 'notes/answered', v: 1, noteId, ...after, counts };
}

function change(
  of: keyof StanceCounts[Channel],
  side: Channel,
  before: Answer | undefined,
  after: { channel: Channel; stance: Answer['stance'] | null },
): number {
  const count = (answer: { channel: Channel; stance: string | null } | undefined) =>
    answer?.channel === side && answer.stance === of ? 1 : 0;
  return count(after) - count(before);
}
