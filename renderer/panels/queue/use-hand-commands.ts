import type { Command } from '../../../shared/command.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useProposalOfRule } from '../../hooks/use-proposal.ts';
import { useCallGuard } from '../../input/use-call-guard.ts';
import { useHubWords } from '../../messages/language.ts';
import type { Whom } from '../../store/moderation.ts';
import { giveFloor } from '../../store/moderation.ts';
import type { HandDetails } from './HandDetails.tsx';

/** Somebody of the roster, or a description. */
export type Who = Person | string;

/** What can be done with whoever was found; each says whether it was done. */
export function useHandCommands(channel: Channel | null, details: HandDetails) {
  const session = useSession();
  const state = useMeeting((meeting) => meeting);
  const proposal = useProposalOfRule();
  const guard = useCallGuard();
  const { rejection } = useHubWords();
  // In a column its side counts, wherever the roster expects the person to be.
  const sideOf = (who: Who): Channel => channel ?? (typeof who === 'string' ? details.channel : who.channel);
  const joinOf = (who: Who): Command => {
    const { kind, topic } = details;
    const side = sideOf(who);
    const door = side === 'onsite' ? ('room' as const) : details.door;
    const person = typeof who === 'string' ? { name: who } : { personId: who.personId };
    const args = { entryId: session.newId(), ...person, channel: side, door, kind };
    return { name: 'queue/join', args: topic.trim() ? { ...args, topic } : args };
  };
  return {
    /** Somebody who waits already is told beside the field, where the eye is, and not as a notice. */
    isWaiting: (who: Who) => session.why(joinOf(who))?.code === 'queue/already-waiting',
    /** Why nobody like this can be added now. */
    reasonAgainst: (who: Who | null) => {
      const refused = session.why(joinOf(who ?? '–'));
      return refused && refused.code !== 'queue/already-waiting' ? rejection(refused) : null;
    },
    join: (who: Who) => session.submit(joinOf(who)) === null,
    /** Somebody who speaks within the limit is cut short only by a second press, which is then asked for. */
    isAsking: guard.armed !== null,
    give(who: Who) {
      if (!guard.isMeant(typeof who === 'string' ? who : who.personId)) return false;
      const side = sideOf(who);
      const person =
        typeof who === 'string' ? { name: who, channel: side } : { personId: who.personId, channel: side };
      const whom: Whom = { person };
      return session.submit(giveFloor(state, whom, proposal(), session.newId())) === null;
    },
  };
}
