import type { Channel } from '../../shared/lib/vocabulary.ts';
import { Button } from '../components/Button.tsx';
import { ChannelMark } from '../components/ChannelMark.tsx';
import { useMeeting, useSession, useView } from '../hooks/session.ts';
import { useKeyNames } from '../input/use-key-names.ts';
import { useMessages } from '../messages/language.ts';
import { lineOf } from '../store/moderation.ts';
import { AddHand } from './AddHand.tsx';
import { EntryCard } from './EntryCard.tsx';
import styles from './QueueColumn.module.css';

/** More cards than anybody can look through; the rest is found by `/`. */
const CARDS_MAX = 100;

type ColumnProps = {
  channel: Channel;
  isAdding: boolean;
  onAdd(isAdding: boolean): void;
  proposedEntryId: string | null;
  /** Whose call was asked for once while a turn runs. */
  armedEntryId: string | null;
  /** The one card whose actions are open. */
  openEntryId: string | null;
  onOpen(entryId: string | null): void;
  /** Why nobody can be called now. */
  callReason: string | null;
  onCall(entryId: string): void;
};

/** Everybody who waits on one side, in the order in which they would be called. */
export function QueueColumn({ channel, isAdding, onAdd, ...cards }: ColumnProps) {
  const messages = useMessages();
  const keyNames = useKeyNames();
  const { hubNow } = useSession();
  const link = useView((view) => view.link);
  const closed =
    link.phase === 'closed'
      ? (messages.link.closed[link.code] ?? messages.link.closedOther(link.code))
      : null;
  // The order inside a side depends on requests and turns had, not on the running clock: no ticking here.
  const state = useMeeting((meeting) => meeting);
  const line = lineOf(state, channel, hubNow());
  const waiting = line.filter((entry) => !entry.held).length;
  return (
    <section className={styles.column} aria-labelledby={`column-${channel}`}>
      <h2 id={`column-${channel}`} className={`${styles.title} ${styles[channel]}`}>
        <ChannelMark channel={channel} /> {messages.queue.column(channel, waiting)}
      </h2>
      {/* Above the cards: with forty hands up, the end of the list is out of sight. */}
      {isAdding ? (
        <AddHand channel={channel} onClose={() => onAdd(false)} />
      ) : (
        <Button
          className={styles.add}
          reason={closed}
          hint={keyNames.hint(channel === 'onsite' ? 'addOnsite' : 'addOnline')}
          onClick={() => onAdd(true)}
        >
          + {messages.add.button(channel)}
        </Button>
      )}
      {!state.queue.open && <p className={styles.empty}>{messages.queue.closed}</p>}
      {line.length === 0 && <p className={styles.empty}>{messages.queue.empty(channel)}</p>}
      <ol className={styles.list}>
        {line.slice(0, CARDS_MAX).map((entry) => (
          <EntryCard
            key={entry.entryId}
            entry={entry}
            isProposed={entry.entryId === cards.proposedEntryId}
            isArmed={entry.entryId === cards.armedEntryId}
            isOpen={entry.entryId === cards.openEntryId}
            onOpen={(isOpen) => cards.onOpen(isOpen ? entry.entryId : null)}
            callReason={cards.callReason}
            onCall={cards.onCall}
          />
        ))}
      </ol>
      {line.length > CARDS_MAX && (
        <p className={styles.empty}>{messages.queue.more(line.length - CARDS_MAX)}</p>
      )}
    </section>
  );
}
