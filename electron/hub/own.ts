/** What one person alone may see: the record and the hands that the public does not know to be theirs. */
import type { Commit } from '../../shared/commit.ts';
import { recordOf } from '../../shared/domain/people/own.ts';
import { findEntry } from '../../shared/domain/queue/slice.ts';
import type { HubMessage } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';

/** `deviceId` may have been merged into another record, under which it then acts. */
export function ownOf(state: State, deviceId: string): Extract<HubMessage, { type: 'own' }> {
  const person = recordOf(state.people, deviceId);
  const personId = person?.personId ?? deviceId;
  const entries = state.queue.entries.filter((entry) => entry.personId === personId);
  const contacts = (state.contacts ?? []).filter((contact) => contact.personId === personId);
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
    ...(readiness && { readiness }),
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

function touchedPersonIds(commits: readonly Commit[], { queue }: State): Set<string> | 'all' {
  const touched = new Set<string>();
  for (const commit of commits) {
    if (commit.actor.personId !== undefined) touched.add(commit.actor.personId);
    for (const event of commit.events) {
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
