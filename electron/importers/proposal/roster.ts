/**
 * One person per human being, however many lines of the page name them. Lines are joined only when their names have
 * the same words in the same order, or when capitals show which word is the family name; else the user is asked.
 */
import { ID_CHARS_MAX, PLAN_PEOPLE_MAX } from '../../../shared/lib/limits.ts';
import type { Channel, Role } from '../../../shared/lib/vocabulary.ts';
import type { PersonPlan } from '../../../shared/plan.ts';
import type { NoteList } from './note-list.ts';
import type { PersonLine } from './person-line.ts';

export type Roster = {
  /** Adds what a line says and returns the id of the person it is about; null when the roster is full. */
  add: (said: PersonLine, as: { role?: Role; panel?: boolean; channel?: Channel }) => string | null;
  /** Whether another line has named the same person with the same organisation. */
  knows: (said: PersonLine) => boolean;
  people: () => PersonPlan[];
};

type Entry = { person: PersonPlan; channelSaid: boolean };

/** Entries by each thing that may identify them, so that a page of thousands of names is still read at once. */
type Index = {
  entries: Entry[];
  byKey: Map<string, Entry>;
  byFamily: Map<string, Entry>;
  byLoose: Map<string, Entry>;
  ids: Set<string>;
};

const HONORIFIC =
  /^(?:mr|mrs|ms|mx|dr|prof|professor|sir|dame|amb|ambassador|h\.?e|hon|eng|ing)\.? (?=\p{L})/iu;

/** A name as those say it who are not formal. */
export function withoutHonorific(name: string): string {
  return name.replace(HONORIFIC, '');
}

/** An empty roster; what it cannot settle goes to `notes`. */
export function roster(notes: NoteList): Roster {
  const index: Index = {
    entries: [],
    byKey: new Map(),
    byFamily: new Map(),
    byLoose: new Map(),
    ids: new Set(),
  };
  const { entries } = index;
  let leftOut = 0;
  return {
    add(said, as) {
      const known = index.byKey.get(nameKey(said.name)) ?? index.byFamily.get(familyKey(said.name));
      if (!known && entries.length >= PLAN_PEOPLE_MAX) {
        leftOut++;
        return null;
      }
      const entry = known ?? newEntry(index, said.name, notes);
      merge(entry, said, notes);
      if (as.role && !entry.person.roles?.includes(as.role)) {
        entry.person.roles = [...(entry.person.roles ?? []), as.role];
      }
      if (as.panel) entry.person.panel = true;
      // A role held online says more than silence, a side written beside the name more than any role.
      if (said.channel) entry.person.channel = said.channel;
      else if (as.channel && !entry.channelSaid) entry.person.channel = as.channel;
      entry.channelSaid ||= said.channel !== undefined;
      return entry.person.personId;
    },
    knows({ name, organisation = '' }) {
      return same(index.byKey.get(nameKey(name))?.person.organisation ?? '\n', organisation);
    },
    people() {
      noteAssumedSides(entries, notes);
      if (leftOut > 0)
        notes.add('people', 'too-many', { kept: entries.length, found: entries.length + leftOut });
      return entries.map((entry) => entry.person);
    },
  };
}

function newEntry(index: Index, name: string, notes: NoteList): Entry {
  const key = nameKey(name);
  const personId = personIdFor(name, index);
  const entry: Entry = { person: { personId, name, channel: 'onsite' }, channelSaid: false };
  const loose = looseKey(key);
  const similar = index.byLoose.get(loose);
  if (similar) notes.add(`people/${personId}`, 'maybe-same-person', { name, other: similar.person.name });
  else index.byLoose.set(loose, entry);
  index.byKey.set(key, entry);
  const family = familyKey(name);
  if (family !== '' && !index.byFamily.has(family)) index.byFamily.set(family, entry);
  index.ids.add(personId);
  index.entries.push(entry);
  return entry;
}

function merge({ person }: Entry, said: PersonLine, notes: NoteList): void {
  const { personId, name } = person;
  if (said.organisation !== undefined) {
    person.organisation ??= said.organisation;
    if (!same(person.organisation, said.organisation)) {
      const params = { name, kept: person.organisation, other: said.organisation };
      notes.add(`people/${personId}/organisation`, 'organisation-differs', params);
    }
  }
  for (const [group, value] of Object.entries(said.groups)) {
    const kept = person.groups?.[group] ?? value;
    person.groups = { ...person.groups, [group]: kept };
    if (!same(kept, value)) {
      notes.add(`people/${personId}/groups`, 'group-differs', { name, group, kept, other: value });
    }
  }
}

function noteAssumedSides(entries: readonly Entry[], notes: NoteList): void {
  const assumed = entries.filter((entry) => !entry.channelSaid);
  if (assumed.length === 0) return;
  const online = assumed.filter((entry) => entry.person.channel === 'online').length;
  notes.add('people', 'channel-assumed', { onsite: assumed.length - online, online });
}

/** Same words, same order, whatever the capitals, honorifics and dots. */
function nameKey(name: string): string {
  return withoutHonorific(name)
    .toLowerCase()
    .replace(/[.'’"()]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

/** `Li ZHANG` and `ZHANG Li` as `zhang|li`; empty when capitals do not tell the family name. */
function familyKey(name: string): string {
  const words = withoutHonorific(name).split(/\s+/);
  const isCapital = (word: string) =>
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const family = words.filter(isCapital);
  const given = words.filter((word) => !isCapital(word));
  if (family.length === 0 || given.length === 0) return '';
  return `${family.join(' ')}|${given.join(' ')}`.toLowerCase();
}

/** Equal for names that may be one person's: order, accents and letter-case aside. */
function looseKey(key: string): string {
  return key.normalize('NFKD').replace(/\p{M}/gu, '').split(' ').sort().join(' ');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Made of the name, so that the same page gives the same ids; by place where the name has other letters than a–z. */
function personIdFor(name: string, { entries, ids }: Index): string {
  const ascii = withoutHonorific(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = /[^\p{ASCII}]/u.test(ascii) ? '' : ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const wanted = `p-${slug === '' ? entries.length + 1 : slug.slice(0, ID_CHARS_MAX - 8)}`;
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  return id;
}
