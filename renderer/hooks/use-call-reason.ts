import { useHubWords } from '../messages/language.ts';
import { giveFloor } from '../store/moderation.ts';
import { useMeeting, useSession } from './session.ts';

/**
 * Why nobody can be given the floor now; null when somebody can. Asked once for all cards, of somebody who is in no
 * list: what it depends on is the moment and the right, not the person.
 */
export function useCallReason(): string | null {
  const { why, newId } = useSession();
  const { rejection } = useHubWords();
  const state = useMeeting((meeting) => meeting);
  const anybody = { person: { name: '–', channel: 'onsite' as const } };
  const refused = why(giveFloor(state, anybody, null, newId()));
  return refused && rejection(refused);
}
