import { findEntry } from '../../../shared/domain/queue/slice.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useFairness } from '../../hooks/use-fairness.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { QuietFor, useIsQuiet } from '../queue/QuietFor.tsx';
import styles from './SuggestionCard.module.css';

type SuggestionProps = {
  /** Why nobody can be called now; said in full, since this is where everybody looks. */
  callReason: string | null;
  onCall(entryId: string): void;
  /** Whose call was asked for once; a second press is asked for. */
  armedEntryId: string | null;
};

/** Whom the rule proposes and why. It never acts by itself. */
export function SuggestionCard({ callReason, onCall, armedEntryId }: SuggestionProps) {
  const messages = useMessages();
  const { suggestion: words } = messages;
  const keyNames = useKeyNames();
  const { reason } = useHubWords();
  const { next, heldSlot } = useFairness();
  const [first, second] = next;
  const queue = useMeeting((state) => state.queue);
  const entry = first && findEntry(queue, first.entryId);
  const isQuiet = useIsQuiet(entry?.entryId);
  // Only the first is a proposal; the second is a forecast and gets no reasons and no button.
  const following = second && findEntry(queue, second.entryId);
  if (!first || !entry) {
    return (
      <section className={`${styles.card} ${styles.empty}`} aria-label={words.title}>
        <strong>{words.nobody}</strong>
        <p className={styles.reasons}>{words.nobodyHint}</p>
      </section>
    );
  }
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.text}>
        <p className={styles.title}>{words.title}</p>
        <h3 className={styles.name}>
          {/* Isolated, or a name from right to left would drag the badge to its other side. */}
          <bdi>{entry.name ?? messages.unnamed}</bdi> <ChannelBadge channel={entry.channel} />
        </h3>
        <p className={styles.reasons}>{first.reasons.map(reason).join(' · ')}</p>
        {isQuiet && (
          <p className={styles.reasons}>
            ◌ <QuietFor entryId={entry.entryId} isSentence />
          </p>
        )}
        {following && <p className={styles.reasons}>{words.following(following.name ?? messages.unnamed)}</p>}
      </div>
      <div className={styles.call}>
        <Button
          data-does={entry.entryId}
          look={heldSlot ? 'plain' : 'accent'}
          reason={callReason}
          hint={heldSlot ? undefined : keyNames.hint('call')}
          onClick={() => onCall(entry.entryId)}
        >
          {words.call}
        </Button>
        {callReason !== null && <p className={styles.again}>{callReason}</p>}
        {armedEntryId === entry.entryId && callReason === null && (
          <p className={styles.again}>{words.again}</p>
        )}
      </div>
    </section>
  );
}
