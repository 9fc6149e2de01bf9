import { useState } from 'react';
import { pointsOf, type ReportPoint } from '../../../shared/projections/report/points.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useView } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useMessages } from '../../messages/language.ts';
import { PointCard } from './PointCard.tsx';
import styles from './PointList.module.css';

type Props = {
  /** Only the points of this turn; null = all. */
  turnId: string | null;
  onAll(): void;
};

/** The points in the order of the report, the newest at the end of it and first on the screen. */
export function PointList({ turnId, onAll }: Props) {
  const words = useDeskWords();
  const { unnamed } = useMessages();
  const state = useMeeting((meeting) => meeting);
  const all = pointsOf(state);
  const shown = turnId === null ? all : all.filter((point) => point.turnId === turnId);
  const [openId, setOpen] = useState<string | null>(null);
  const waiting = useWaitingIds();
  const turn = [state.floor.turn, ...state.turns].find((one) => one !== null && one.turnId === turnId);
  return (
    <section className={styles.list} aria-label={words.points}>
      {turn && (
        <p className={styles.filter}>
          <bdi>{words.pointsOf(turn.name || unnamed)}</bdi>
          <Button look="quiet" onClick={onAll}>
            {words.allPoints}
          </Button>
        </p>
      )}
      {shown.length === 0 && (
        <p className={styles.none}>{turnId === null ? words.pointsNone : words.pointsNoneOf}</p>
      )}
      <ol className={styles.cards}>
        {shown.toReversed().map((point) => (
          <li key={point.noteId}>
            <PointCard
              point={point}
              neighbours={neighboursOf(point, all)}
              isOpen={openId === point.noteId}
              onOpen={(isOpen) => setOpen(isOpen ? point.noteId : null)}
              isWaiting={waiting.has(point.noteId)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The list is upside down, so what stands above a point on the screen comes after it in the report. */
function neighboursOf(point: ReportPoint, all: readonly ReportPoint[]) {
  const at = all.indexOf(point);
  return { above: all[at + 1] ?? null, below: all[at - 1] ?? null, belowThat: all[at - 2] ?? null };
}

/** Points that the hub has not confirmed yet. */
function useWaitingIds(): Set<string> {
  const pending = useView((view) => view.pending);
  return new Set(pending.flatMap(({ command }) => ('noteId' in command.args ? command.args.noteId : [])));
}
