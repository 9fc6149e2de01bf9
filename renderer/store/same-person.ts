/** The same person through two doors: hands whose names are the same when read without accents, case and width. */
import type { Command } from '../../shared/command.ts';
import type { Person } from '../../shared/domain/people/schema.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { plain, plainNameOf } from '../../shared/lib/plain.ts';

type Who = { people: readonly Person[]; entries: readonly Entry[] };

/** The hand that seems to be up for this person or name already. */
export function waitingAs({ entries }: Pick<Who, 'entries'>, who: Person | string): Entry | undefined {
  const name = plain(typeof who === 'string' ? who : who.name);
  const own = typeof who === 'string' ? undefined : entries.find((entry) => entry.personId === who.personId);
  return own ?? entries.find((entry) => name !== '' && plainNameOf(entry) === name);
}

/** For each hand that seems to be up a second time, the earlier one and the command that makes one of the two. */
export type Twins = ReadonlyMap<string, { earlier: Entry; merge: Command }>;

let latest: (Who & { twins: Twins }) | null = null;

export function twinsOf({ people, entries }: Who): Twins {
  // Both columns ask for it, with the same lists.
  if (latest?.people !== people || latest.entries !== entries) {
    latest = { people, entries, twins: findTwins({ people, entries }) };
  }
  return latest.twins;
}

function findTwins({ people, entries }: Who): Twins {
  const twins = new Map<string, { earlier: Entry; merge: Command }>();
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = plainNameOf(entry);
    const same = byName.get(name) ?? [];
    byName.set(name, [...same, entry]);
    if (name === '') continue;
    for (const earlier of same) {
      const merge = mergeOf(people, earlier, entry);
      if (merge) twins.set(entry.entryId, { earlier, merge });
      if (merge) break;
    }
  }
  return twins;
}

/** Null for two people whom staff has written into the roster itself: it knows that they are two. */
function mergeOf(people: readonly Person[], earlier: Entry, later: Entry): Command | null {
  const { personId } = later;
  if (!earlier.personId || !personId) {
    return { name: 'queue/merge', args: { entryId: earlier.entryId, otherEntryId: later.entryId } };
  }
  const isSelf = (id: string) => people.find((person) => person.personId === id)?.self ?? false;
  // The record that staff has written is the one to stay.
  if (isSelf(personId))
    return { name: 'people/merge', args: { personId: earlier.personId, otherPersonId: personId } };
  if (isSelf(earlier.personId))
    return { name: 'people/merge', args: { personId, otherPersonId: earlier.personId } };
  return null;
}
