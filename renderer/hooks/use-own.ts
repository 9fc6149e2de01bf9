import { ownPersonId } from '../../shared/domain/people/own.ts';
import type { Person } from '../../shared/domain/people/schema.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { useMeeting, useView } from './session.ts';

/** The own record, and the hand that is up. The public's state gets both from what only this person is told. */
export function useOwn(): { person: Person | null; entry: Entry | null } {
  const deviceId = useView((view) => view.me.personId);
  const personId = useMeeting(({ people }) => deviceId && ownPersonId(people, deviceId));
  const person = useMeeting((state) => state.people.find((one) => one.personId === personId));
  const entry = useMeeting((state) =>
    personId === undefined ? undefined : state.queue.entries.find((one) => one.personId === personId),
  );
  return { person: person ?? null, entry: entry ?? null };
}
