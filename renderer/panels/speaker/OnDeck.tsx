import type { CommandName } from '../../../shared/command.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { READINESS } from '../../../shared/lib/vocabulary.ts';
import { mayCommand } from '../../../shared/rights.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import { FloorNow } from '../participant/FloorNow.tsx';
import styles from './speaker.module.css';

/** Told to get ready: three answers, so that the moderators know before they call. */
export function OnDeck({ entry, isFirst }: { entry: Entry; isFirst: boolean }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  const isSpeaking = useMeeting((state) => state.floor.turn !== null);
  const roles = useView((view) => view.me.roles);
  // Some of the staff who speak have to tell a moderator.
  const may = (name: CommandName) => mayCommand({ personId: '', roles }, name);
  return (
    <section className={styles.deck} aria-labelledby="speaker-deck">
      {/* Around the heading, which would be none if it were the alert itself. */}
      <div role="alert">
        <h1 id="speaker-deck" className={styles.title}>
          {isFirst ? words.deckFirst : words.deck}
        </h1>
      </div>
      {may('floor/ready') && <Answers entry={entry} />}
      {isSpeaking && <FloorNow />}
      {may('queue/leave') && (
        <Button
          look="quiet"
          onClick={() => submit({ name: 'queue/leave', args: { entryId: entry.entryId } })}
        >
          {words.lower}
        </Button>
      )}
    </section>
  );
}

function Answers({ entry: { entryId, readiness: given } }: { entry: Entry }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  return (
    <>
      <p>{given ? words.answered : words.deckAsk}</p>
      <div className={styles.answers}>
        {READINESS.map((readiness) => (
          <Button
            key={readiness}
            className={styles.answer}
            look={given === readiness ? 'strong' : 'plain'}
            aria-pressed={given === readiness}
            onClick={() => submit({ name: 'floor/ready', args: { entryId, readiness } })}
          >
            {given === readiness && <span aria-hidden="true">✓</span>}
            {words.readiness[readiness]}
          </Button>
        ))}
      </div>
    </>
  );
}
