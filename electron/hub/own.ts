/** What one person alone may see: the record and the hands that the public does not know to be theirs. */
import type { Commit } from '../../shared/commit.ts';
import type { HubMessage } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';

export function ownOf(state: State, personId: string): Extract<HubMessage, { type: 'own' }> {
  const person = state.people.find((candidate) => candidate.personId === personId);
  const entries = state.queue.entries.filter((entry) => entry.personId === personId);
  return {
    type: 'own',
    personId,
    name: person?.name ?? null,
    channel: person?.channel ?? null,
    entryIds: entries.map((entry) => entry.entryId),
  };
}

/** Whose own view these commits may have changed. */
export function touchedPersonIds(commits: readonly Commit[]): Set<string> | 'all' {
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
          if (event.type === 'people/merged') touched.add(event.otherPersonId);
          break;
        case 'queue/joined':
        case 'queue/left':
        case 'floor/given':
          if (event.personId !== undefined) touched.add(event.personId);
          break;
        case 'queue/updated':
          if (event.entry.personId !== undefined) touched.add(event.entry.personId);
          break;
        case 'history/undone':
          return 'all';
      }
    }
  }
  return touched;
}
