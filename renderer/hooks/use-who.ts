import type { Author } from '../../shared/domain/context.ts';
import { recordOf } from '../../shared/domain/people/own.ts';
import { useMessages } from '../messages/language.ts';
import { useMeeting, useView } from './session.ts';

/** Words an author: "You", the name that goes with the device, or the role. */
export function useWho(): (author: Author) => string {
  const messages = useMessages();
  const ownId = useView((view) => view.me.personId);
  const people = useMeeting((state) => state.people);
  return ({ personId, role }) => {
    if (personId !== undefined && personId === ownId) return messages.you;
    const record = personId === undefined ? undefined : recordOf(people, personId);
    return record?.name ?? messages.roles[role];
  };
}
