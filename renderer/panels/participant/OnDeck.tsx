import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useOwn } from '../../hooks/use-own.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import big from './big.module.css';
import styles from './OnDeck.module.css';

const ANSWERS = ['ready', 'not-ready', 'no-microphone'] as const;

/** Told to get ready: three answers, so that the moderators know before they call. */
export function OnDeck() {
  const { entry } = useOwn();
  const isOnDeck = useMeeting((state) => entry !== null && state.queue.onDeck.includes(entry.entryId));
  return entry && isOnDeck ? <GetReady entry={entry} /> : null;
}

function GetReady({ entry }: { entry: Entry }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  const { entryId, readiness: given } = entry;
  return (
    <section className={styles.deck} aria-labelledby="participant-deck">
      <h2 id="participant-deck" role="alert" className={big.heading}>
        {words.deck}
      </h2>
      <p>{given ? words.answered : words.deckAsk}</p>
      <div className={styles.answers}>
        {ANSWERS.map((readiness) => (
          <Button
            key={readiness}
            className={big.button}
            look={given === readiness ? 'strong' : 'plain'}
            aria-pressed={given === readiness}
            onClick={() => submit({ name: 'floor/ready', args: { entryId, readiness } })}
          >
            {given === readiness && <span aria-hidden="true">✓</span>}
            {words.readiness[readiness]}
          </Button>
        ))}
      </div>
    </section>
  );
}
