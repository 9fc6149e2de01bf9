import { GROUPS_PER_PERSON_MAX, PEOPLE_MAX } from '../../lib/limits.ts';
import type { Channel, Groups } from '../../lib/vocabulary.ts';
import type { Actor, Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import { otherNamesOf } from './other-names.ts';
import type { PeopleEvent, Person, PersonPlan } from './schema.ts';

export type Introduction = { name: string; channel: Channel; organisation?: string; groups?: Groups };

/** A device says who stands behind it. What staff has written stays as it is, but for the side and the groups it declares. */
export function introduce(people: Person[], args: Introduction, actor: Actor): PeopleEvent[] | Rejection {
  const known = people.find((person) => person.personId === actor.personId);
  if (known?.lockedSide && known.channel !== args.channel) {
    return reject('people/side-locked', { channel: known.channel });
  }
  const { name, ...rest } = args;
  if (known && !known.self) {
    const groups = args.groups && { groups: asMany({ ...known.groups, ...args.groups }) };
    return [{ type: 'people/updated', v: 1, person: { ...known, channel: args.channel, ...groups } }];
  }
  if (!known && people.length >= PEOPLE_MAX) return reject('too-many', { limit: PEOPLE_MAX });
  const { seq: _, ...before } = known ?? { seq: 0 };
  return [
    {
      type: 'people/introduced',
      v: 1,
      person: { ...before, ...rest, name, personId: actor.personId, self: true },
    },
  ];
}

export function addPerson(people: Person[], args: PersonPlan): PeopleEvent[] | Rejection {
  if (people.some((person) => person.personId === args.personId)) {
    return invalid('personId', 'taken');
  }
  if (people.length >= PEOPLE_MAX) return reject('too-many', { limit: PEOPLE_MAX });
  return [{ type: 'people/added', v: 1, person: args }];
}

/** Staff writes somebody's record; once it has written the name, that counts as seen by staff. */
export function updatePerson(
  people: Person[],
  args: Partial<PersonPlan> & { personId: string; lockedSide?: boolean },
): PeopleEvent[] | Rejection {
  const known = people.find((person) => person.personId === args.personId);
  if (!known) return reject('people/no-such-person', { personId: args.personId });
  const { lockedSide, ...fields } = args;
  const { self, lockedSide: before, ...person } = { ...known, ...fields };
  const typed = self && fields.name === undefined ? { self } : {};
  const locked = (lockedSide ?? before) ? ({ lockedSide: true } as const) : {};
  // The platform goes on calling somebody by the old name.
  const names = known.attendance ? otherNamesOf(person.name, known) : {};
  return [{ type: 'people/updated', v: 1, person: { ...person, ...typed, ...locked, ...names } }];
}

export function mergePeople(
  people: Person[],
  args: { personId: string; otherPersonId: string },
): PeopleEvent[] | Rejection {
  const kept = people.find((person) => person.personId === args.personId);
  const other = people.find((person) => person.personId === args.otherPersonId);
  if (!kept || !other)
    return reject('people/no-such-person', { personId: kept ? args.otherPersonId : args.personId });
  if (kept === other) return invalid('otherPersonId', 'same-person');
  const groups = asMany({ ...kept.groups, ...other.groups, ...kept.groups });
  const { self: _, ...merged } = { ...other, ...kept, groups };
  const person = { ...merged, ...(merged.attendance && otherNamesOf(kept.name, other, kept)) };
  // Whoever held the other record goes on acting, under this one.
  const devices = [...(kept.devices ?? []), ...(other.devices ?? []), other.personId];
  return [{ type: 'people/merged', v: 1, person: { ...person, devices }, otherPersonId: other.personId }];
}

/** A record with more groups could be read no more; those that come later are left out. */
function asMany(groups: Groups): Groups {
  return Object.fromEntries(Object.entries(groups).slice(0, GROUPS_PER_PERSON_MAX));
}
