import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { findEntry } from '../../../shared/domain/queue/slice.ts';
import { clock } from '../../../shared/words/words.ts';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useTurnClock } from '../../hooks/use-turn-clock.ts';
import { useMessages } from '../../messages/language.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import styles from './speaker.module.css';

/** For whoever speaks: one clock, its limit, and who comes after. */
export function OnFloor({ turn }: { turn: Turn }) {
  const words = useParticipantWords();
  const { stage } = useMessages();
  const isStopped = useMeeting((state) => state.session.pausedAtMs !== null);
  const { text, phase, share, isOver, shows } = useTurnClock(turn);
  // A technical stop pauses the turn as well, and is the better reason to give.
  const state = isStopped ? stage.stopped : phase === 'running' ? '' : stage[phase];
  return (
    <section className={styles.floor} aria-labelledby="speaker-floor">
      <div role="alert">
        <h1 id="speaker-floor" className={styles.title}>
          {words.floorYours}
        </h1>
      </div>
      <div
        role="timer"
        aria-label={words.clock(shows, text)}
        className={`${styles.clock} ${isOver ? styles.over : ''}`}
        // As large as fits: overtime has more digits, and a laptop is wider than high.
        style={{ fontSize: `min(${FILLED_VW / text.length}vw, 46vh)` }}
      >
        {text}
      </div>
      <div className={styles.progress}>
        <Progress share={share} phase={phase} />
      </div>
      {/* Changes with the phase only, so it may be read out. */}
      <p role="status" className={`${styles.phase} ${isOver ? styles.overWords : ''}`}>
        {state}
      </p>
      <p className={styles.limit}>{words.limit(clock(turn.limitMs / 1_000))}</p>
      <After />
    </section>
  );
}

/** Of the page's width, for all digits together; a colon leaves room for the margins. */
const FILLED_VW = 165;

/** Only who was told to get ready may count on it; a name where everybody may know it, else the side. */
function After() {
  const words = useParticipantWords();
  const next = useMeeting(({ queue }) => findEntry(queue, queue.onDeck[0] ?? ''));
  if (!next) return null;
  return (
    <p className={styles.after}>
      {words.after} <ChannelMark channel={next.channel} />{' '}
      <bdi>{next.name || words.somebody(next.channel)}</bdi>
    </p>
  );
}
