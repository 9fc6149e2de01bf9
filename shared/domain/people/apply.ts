import { placeOf, put, without } from '../../lib/lists.ts';
import type { Stamp } from '../context.ts';
import type { PeopleEvent, Person } from './schema.ts';

export function applyPeople(people: Person[], event: PeopleEvent, { seq }: Stamp): Person[] {
  const { personId } = event.person;
  const isSame = (other: Person) => other.personId === personId;
  switch (event.type) {
    case 'people/introduced':
    case 'people/added':
      return put(
        people,
        { ...event.person, ...placeOf(people.find(isSame) ?? { ...event.person, seq }) },
        isSame,
      );
    case 'people/updated':
      return put(people, event.person, isSame);
    case 'people/merged':
      return put(
        without(people, (other) => other.personId === event.otherPersonId),
        event.person,
        isSame,
      );
  }
}
