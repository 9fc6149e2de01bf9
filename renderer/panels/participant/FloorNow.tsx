import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { useHasEnded, useMeeting } from '../../hooks/session.ts';
import { useTurnClock } from '../../hooks/use-turn-clock.ts';
import { useMessages } from '../../messages/language.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import styles from './FloorNow.module.css';

export function FloorNow() {
  const words = useParticipantWords();
  const turn = useMeeting((state) => state.floor.turn);
  const isOver = useHasEnded();
  if (isOver) return null;
  if (!turn) return <p className={`${styles.card} ${styles.free}`}>{words.floorFree}</p>;
  return (
    <div className={styles.card}>
      <div className={styles.who} role="status">
        <span className={styles.label}>{words.floor}</span>
        <bdi className={styles.name}>{turn.name || words.somebody(turn.channel)}</bdi>
        <ChannelBadge channel={turn.channel} />
      </div>
      <Remaining turn={turn} />
    </div>
  );
}

/** Ticks, so it is no live region: a screen reader reads it when asked. */
function Remaining({ turn }: { turn: Turn }) {
  const words = useParticipantWords();
  const { floor } = useMessages();
  const { text, phase, shows } = useTurnClock(turn);
  return (
    <div className={styles.clock} role="timer" aria-label={words.clock(shows, text)}>
      <span className={`${styles.time} ${styles[phase]}`}>{text}</span>
      {phase !== 'running' && <span className={styles.phase}>{floor[phase]}</span>}
    </div>
  );
}
