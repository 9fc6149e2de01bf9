import { currentItem } from '../../shared/domain/agenda/slice.ts';
import type { Turn } from '../../shared/domain/floor/schema.ts';
import { waitingCounts } from '../../shared/domain/queue/slice.ts';
import { CHANNELS, type Overlay } from '../../shared/lib/vocabulary.ts';
import { ChannelBadge, ChannelMark } from '../components/ChannelMark.tsx';
import { useHasEnded, useMeeting } from '../hooks/session.ts';
import { useIsLost } from '../hooks/use-is-lost.ts';
import { useNextShown } from '../hooks/use-next-shown.ts';
import { useOrganisation } from '../hooks/use-organisation.ts';
import { useTurnClock } from '../hooks/use-turn-clock.ts';
import { useMessages } from '../messages/language.ts';
import styles from './OverlayView.module.css';

const NEXT_SHOWN = 3;

/**
 * Over the picture of a live stream (docs/stream.md): nothing but what is to be seen, on nothing. No banner either: what is
 * wrong with this page's line is no news for those who watch.
 */
export function OverlayView({ overlay }: { overlay: Overlay }) {
  const isLost = useIsLost();
  if (isLost) return null;
  return (
    <main className={styles.overlay} data-theme="dark">
      {overlay === 'queue' ? <Waiting /> : <OfTurn overlay={overlay} />}
    </main>
  );
}

/** Between turns the picture is left alone. */
function OfTurn({ overlay }: { overlay: 'timer' | 'lower-third' }) {
  const turn = useMeeting((state) => state.floor.turn);
  if (!turn) return null;
  return overlay === 'timer' ? <Timer turn={turn} /> : <LowerThird turn={turn} />;
}

function Timer({ turn }: { turn: Turn }) {
  const { floor } = useMessages();
  const { text, isOver, shows } = useTurnClock(turn);
  return (
    <div className={`${styles.box} ${styles.timer}`}>
      <ChannelMark channel={turn.channel} />{' '}
      <span role="timer" aria-label={floor.clock[shows]} className={isOver ? styles.over : ''}>
        {text}
      </span>
    </div>
  );
}

function LowerThird({ turn }: { turn: Turn }) {
  const { unnamed, relayed } = useMessages();
  const title = useMeeting((state) => currentItem(state.agenda)?.title ?? state.session.title);
  const organisation = useOrganisation(turn);
  return (
    <div className={`${styles.box} ${styles.lowerThird}`}>
      <p className={styles.name} dir="auto">
        {turn.name || unnamed}
      </p>
      <p className={styles.under}>
        <ChannelBadge channel={turn.channel} /> <bdi>{turn.relayed ? relayed : (organisation ?? title)}</bdi>
      </p>
    </div>
  );
}

/** Whoever still waits once the session is over waits for nothing. */
function Waiting() {
  const isOver = useHasEnded();
  return isOver ? null : <Counts />;
}

function Counts() {
  const { queue: words, stage } = useMessages();
  const queue = useMeeting((state) => state.queue);
  const counts = waitingCounts(queue);
  const next = useNextShown(NEXT_SHOWN);
  return (
    <div className={`${styles.box} ${styles.queue}`}>
      <p className={styles.counts}>
        {CHANNELS.map((channel) => (
          <span key={channel} className={styles[channel]}>
            <ChannelMark channel={channel} /> {words.column(channel, counts[channel])}
          </span>
        ))}
      </p>
      {next.length > 0 && (
        <ol className={styles.next}>
          {next.map(({ entryId, name, channel, isOnDeck }) => (
            <li key={entryId}>
              <ChannelMark channel={channel} /> <bdi>{name ?? stage.somebody(channel)}</bdi>
              {isOnDeck && <span className={styles.under}> · {stage.next}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
