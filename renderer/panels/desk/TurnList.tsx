import type { EndedTurn, Turn } from '../../../shared/domain/floor/schema.ts';
import { elapsedMs } from '../../../shared/domain/floor/slice.ts';
import { clock } from '../../../shared/words/words.ts';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useSecond } from '../../hooks/use-now.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import styles from './TurnList.module.css';

type Props = { turnId: string | null; onChoose(turnId: string | null): void };

/** Who had the floor when, the newest first; a press shows the points of that turn alone. */
export function TurnList({ turnId, onChoose }: Props) {
  const words = useDeskWords();
  const turns = useMeeting((state) => state.turns);
  const running = useMeeting((state) => state.floor.turn);
  const all = [...turns, ...(running ? [running] : [])].toReversed();
  return (
    <section className={styles.turns} aria-labelledby="desk-turns">
      <h2 id="desk-turns" className={styles.title}>
        {words.turns}
      </h2>
      {all.length === 0 && <p className={styles.none}>{words.turnsNone}</p>}
      <ol className={styles.list}>
        {all.map((turn) => (
          <li key={turn.turnId}>
            <TurnRow
              turn={turn}
              isChosen={turn.turnId === turnId}
              onChoose={() => onChoose(turn.turnId === turnId ? null : turn.turnId)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

type RowProps = { turn: Turn | EndedTurn; isChosen: boolean; onChoose(): void };

function TurnRow({ turn, isChosen, onChoose }: RowProps) {
  const words = useDeskWords();
  const { unnamed } = useMessages();
  const language = useLanguage();
  const count = useMeeting((state) => state.notes.filter((note) => note.turnId === turn.turnId).length);
  const isRunning = !('endedAtMs' in turn);
  const about = [isRunning ? words.speaking : '', count > 0 ? words.turnPoints(count) : ''];
  return (
    <button
      type="button"
      className={`${styles.turn} ${styles[turn.channel]} ${isRunning ? styles.running : ''}`}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={styles.time}>{timeOfDay(turn.startedAtMs, language)}</span>
      <span className={styles.who}>
        <ChannelMark channel={turn.channel} /> <bdi>{turn.name || unnamed}</bdi>
        <span className={styles.about}>{about.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.spoken}>
        {isRunning ? <Running turn={turn} /> : clock(turn.spokenMs / 1_000)}
      </span>
    </button>
  );
}

function Running({ turn }: { turn: Turn }) {
  return <>{clock(elapsedMs(turn, useSecond()) / 1_000)}</>;
}
