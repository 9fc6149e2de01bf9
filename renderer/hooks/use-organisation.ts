import type { Turn } from '../../shared/domain/floor/schema.ts';
import { useMeeting } from './session.ts';

/** Of whoever speaks, where the room may know it: what staff knows of people who came by a link is theirs (R3). */
export function useOrganisation({ personId }: Turn): string | undefined {
  return useMeeting(
    ({ people }) => people.find((one) => one.personId === personId && !one.self)?.organisation,
  );
}
