import type { OwnMoment } from '../../hooks/use-own-moment.ts';
import { OnDeck } from './OnDeck.tsx';
import { OnFloor } from './OnFloor.tsx';

/** For the person on deck or speaking: nothing but what is needed now, to be read at arm's length. */
export function Speaker({ moment }: { moment: OwnMoment }) {
  return 'turn' in moment ? <OnFloor turn={moment.turn} /> : <OnDeck {...moment} />;
}
