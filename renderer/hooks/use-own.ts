import type { Person } from '../../shared/domain/people/schema.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { ownIdOf } from '../store/view.ts';
import { useMeeting, useView } from './session.ts';

/** The own record, and the hand that is up. The public's state gets both from what only this person is told. */
export function useOwn(): { person: Person | null; entry: Entry | null } {
  const personId = useView(ownIdOf);
  const person = useMeeting((state) => state.people.find((one) => one.personId === personId));
  const entry = useMeeting((state) =>
    personId === undefined ? undefined : state.queue.entries.find((one) => one.personId === personId),
  );
  return { person: person ?? null, entry: entry ?? null };
}
