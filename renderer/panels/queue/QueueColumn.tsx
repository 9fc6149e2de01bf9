import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useMeetingNow } from '../../hooks/use-now.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { lineOf } from '../../store/line.ts';
import { anyHand } from '../../store/moderation.ts';
import { AddHand } from './AddHand.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './QueueColumn.module.css';
import type { CardsProps } from './QueueList.tsx';
import { QueueList } from './QueueList.tsx';

type ColumnProps = CardsProps & {
  channel: Channel;
  isAdding: boolean;
  onAdd(isAdding: boolean): void;
  onSeek(entryId: string): void;
};

/** Everybody who waits on one side, in the order in which they would be called. */
export function QueueColumn({ channel, isAdding, onAdd, onSeek, ...cards }: ColumnProps) {
  const messages = useMessages();
  const keyNames = useKeyNames();
  const { why } = useSession();
  const { rejection } = useHubWords();
  const link = useView((view) => view.link);
  const closed =
    link.phase === 'closed'
      ? (messages.link.closed[link.code] ?? messages.link.closedOther(link.code))
      : null;
  // The whole of it: any commit may change why nobody can be added.
  const { queue, session } = useMeeting((meeting) => meeting);
  const line = useMeetingNow((state, nowMs) => lineOf(state, channel, nowMs));
  const held = line.filter((entry) => entry.held).length;
  const refused = why(anyHand(channel));
  const reason = closed ?? (refused && rejection(refused));
  return (
    <section className={styles.column} aria-labelledby={`column-${channel}`}>
      <div className={styles.top}>
        <h2 id={`column-${channel}`} className={`${styles.title} ${styles[channel]}`}>
          <ChannelMark channel={channel} /> {messages.queue.column(channel, line.length - held)}
          {held > 0 && ` · ${messages.queue.onHold(held)}`}
        </h2>
        <ColumnMenu channel={channel} />
      </div>
      {/* Above the cards: with forty hands up, the end of the list is out of sight. */}
      {isAdding ? (
        <AddHand channel={channel} onClose={() => onAdd(false)} onSeek={onSeek} />
      ) : (
        <Button
          data-landing={channel}
          className={styles.add}
          reason={reason}
          {...(reason === null && { hint: keyNames.hint(channel === 'onsite' ? 'addOnsite' : 'addOnline') })}
          onClick={() => onAdd(true)}
        >
          + {messages.add.button(channel)}
        </Button>
      )}
      {!queue.open && session.endedAtMs === null && <p className={styles.empty}>{messages.queue.closed}</p>}
      {line.length === 0 && <p className={styles.empty}>{messages.queue.empty(channel)}</p>}
      <QueueList line={line} {...cards} />
    </section>
  );
}
