/** What one person alone may see: the record and the hands that the public does not know to be theirs. */
import type { Commit } from '../../../shared/commit.ts';
import { idsOf, recordOf } from '../../../shared/domain/people/own.ts';
import { statusOf } from '../../../shared/domain/questions/status.ts';
import { findEntry } from '../../../shared/domain/queue/slice.ts';
import type { Event } from '../../../shared/event.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import type { State } from '../../../shared/state.ts';

type Own = Extract<HubMessage, { type: 'own' }>;

/** `deviceId` may have been merged into another record, under which it then acts. */
export function ownOf(state: State, deviceId: string): Own {
  const person = recordOf(state.people, deviceId);
  const personId = person?.personId ?? deviceId;
  const entries = state.queue.entries.filter((entry) => entry.personId === personId);
  const ids = idsOf(state.people, personId);
  const contacts = (state.contacts ?? []).filter(
    (contact) => contact.personId !== undefined && ids.includes(contact.personId),
  );
  const answers = state.shows.flatMap(({ noteId, answers = [] }) => {
    const answer = answers.find((one) => one.personId === personId);
    return answer ? [{ noteId, stance: answer.stance }] : [];
  });
  // One person waits once.
  const readiness = entries[0]?.readiness;
  return {
    type: 'own',
    personId,
    name: person?.name ?? null,
    channel: person?.channel ?? null,
    entryIds: entries.map((entry) => entry.entryId),
    ...(contacts.length > 0 && { contactIds: contacts.map((contact) => contact.contactId) }),
    ...(answers.length > 0 && { answers }),
    ...ownQuestions(state, personId),
    ...(readiness && { readiness }),
  };
}

function ownQuestions(state: State, personId: string): Pick<Own, 'questions' | 'votes' | 'muted'> {
  const questions = state.questions
    .filter((question) => question.personId === personId)
    .map((question) => ({
      questionId: question.questionId,
      text: question.original ?? question.text,
      askedAtMs: question.askedAtMs,
      status: statusOf(question, state),
      ...(question.answer !== undefined && { answer: question.answer }),
      ...(question.reason !== undefined && { reason: question.reason }),
    }));
  const votes = state.questions
    .filter((question) => question.voters?.includes(personId))
    .map((question) => question.questionId);
  return {
    ...(questions.length > 0 && { questions }),
    ...(votes.length > 0 && { votes }),
    ...(state.questionDesk.muted?.includes(personId) && { muted: true }),
  };
}

/** The devices whose own view these commits may have changed. */
export function touchedDevices(commits: readonly Commit[], state: State): Set<string> | 'all' {
  const touched = touchedPersonIds(commits, state);
  if (touched === 'all' || touched.size === 0) return touched;
  for (const { personId, devices = [] } of state.people) {
    if (touched.has(personId)) for (const device of devices) touched.add(device);
  }
  return touched;
}

/** The hand whose turn begins or ends with this event. */
function turnEntryOf(event: Event, turns: State['turns']): string | null | undefined {
  if (event.type === 'floor/given' || event.type === 'queue/left') return event.entryId;
  if (event.type !== 'floor/ended') return null;
  return turns.findLast((turn) => turn.turnId === event.turnId)?.entryId;
}

/** Whoever asked what is read aloud by this hand: the hand itself is nobody's, and may be two that were merged. */
function askersOf({ questions }: State, entryId: string | null | undefined): string[] {
  return questions.flatMap(({ entryId: id, personId }) => (entryId && id === entryId && personId) || []);
}

function touchedPersonIds(commits: readonly Commit[], state: State): Set<string> | 'all' {
  const { queue, turns } = state;
  const touched = new Set<string>();
  for (const commit of commits) {
    if (commit.actor.personId !== undefined) touched.add(commit.actor.personId);
    for (const event of commit.events) {
      for (const asker of askersOf(state, turnEntryOf(event, turns))) touched.add(asker);
      switch (event.type) {
        case 'people/introduced':
        case 'people/added':
        case 'people/updated':
        case 'people/merged':
          touched.add(event.person.personId);
          if (event.type === 'people/merged') return 'all';
          break;
        case 'queue/joined':
        case 'queue/left':
        case 'floor/given':
          if (event.personId !== undefined) touched.add(event.personId);
          break;
        case 'queue/updated':
        case 'queue/merged':
        case 'queue/put-on-deck':
          if (event.entry.personId !== undefined) touched.add(event.entry.personId);
          break;
        case 'queue/returned':
        case 'queue/taken-off-deck':
        case 'floor/readied': {
          const personId = findEntry(queue, event.entryId)?.personId;
          if (personId !== undefined) touched.add(personId);
          break;
        }
        case 'questions/changed':
          if (event.question.personId !== undefined) touched.add(event.question.personId);
          // Whoever voted for what was merged has voted for what it went into.
          if (event.question.mergedInto !== undefined) return 'all';
          break;
        case 'questions/desk-set':
          if (event.muted !== undefined) return 'all';
          break;
        // What was open is open at the end, for whoever asked it.
        case 'session/ended':
        // Whose hands or contacts these were is not in the event; it is rare enough to look at everybody.
        case 'contacts/erased':
        case 'queue/cleared':
        case 'history/undone':
          return 'all';
      }
    }
  }
  return touched;
}
