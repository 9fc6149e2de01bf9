import { currentItem } from '../../../shared/domain/agenda/slice.ts';
import { defaultLimitSeconds } from '../../../shared/domain/floor/decide.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useFloorWords } from '../../messages/floor.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './SuggestionCard.module.css';

type NextSpeechProps = {
  person: Person;
  /** Why nobody can be called now. */
  callReason: string | null;
  onCall(): void;
  /** The call was asked for once; a second press is asked for. */
  isArmed: boolean;
};

/** In the place of the suggestion while prepared speeches are due: those who wait have their turn in the discussion. */
export function NextSpeechCard({ person, callReason, onCall, isArmed }: NextSpeechProps) {
  const { suggestion: words } = useMessages();
  const floorWords = useFloorWords();
  const keyNames = useKeyNames();
  const limitSeconds = useMeeting((state) =>
    defaultLimitSeconds({ session: state.session, item: currentItem(state.agenda) }),
  );
  return (
    <section className={styles.card} aria-label={floorWords.nextSpeech}>
      <div className={styles.text}>
        <p className={styles.title}>{floorWords.nextSpeech}</p>
        <h3 className={styles.name}>
          <bdi>{person.name}</bdi> <ChannelBadge channel={person.channel} />
        </h3>
        <p className={styles.reasons}>{floorWords.panelSpeechHint(clock(limitSeconds))}</p>
      </div>
      <div className={styles.call}>
        <Button
          data-does={person.personId}
          look="accent"
          reason={callReason}
          hint={keyNames.hint('call')}
          onClick={onCall}
        >
          {words.call}
        </Button>
        {callReason !== null && <p className={styles.again}>{callReason}</p>}
        {isArmed && callReason === null && <p className={styles.again}>{words.again}</p>}
      </div>
    </section>
  );
}
