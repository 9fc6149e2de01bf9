import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { turnClock } from '../../components/turn-clock.ts';
import { useMeeting, useView } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../messages/language.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import { ownIdOf } from '../../store/view.ts';
import styles from './FloorNow.module.css';

export function FloorNow() {
  const words = useParticipantWords();
  const turn = useMeeting((state) => state.floor.turn);
  const ownId = useView(ownIdOf);
  if (!turn) return <p className={`${styles.card} ${styles.free}`}>{words.floorFree}</p>;
  const isOwn = turn.personId !== undefined && turn.personId === ownId;
  return (
    <div className={`${styles.card} ${isOwn ? styles.own : ''}`}>
      <div className={styles.who} role="status">
        <span className={styles.label}>{isOwn ? words.floorYours : words.floor}</span>
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
  const { text, phase } = turnClock(turn, useNow());
  return (
    <div className={styles.clock} role="timer" aria-label={words.timeLeft(text)}>
      <span className={`${styles.time} ${styles[phase]}`}>{text}</span>
      {phase !== 'running' && <span className={styles.phase}>{floor[phase]}</span>}
    </div>
  );
}
