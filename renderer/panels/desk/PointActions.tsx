import type { ReportPoint } from '../../../shared/projections/report/points.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import styles from './PointList.module.css';

export type Neighbours = {
  above: ReportPoint | null;
  below: ReportPoint | null;
  belowThat: ReportPoint | null;
};

/** What is done to a point less often than reading and editing it. */
export function PointActions({ point, neighbours }: { point: ReportPoint; neighbours: Neighbours }) {
  const { point: words } = useDeskWords();
  const { submit } = useSession();
  const notes = useMeeting((state) => state.notes);
  const isAsked = useMeeting((state) =>
    state.shows.some((show) => show.noteId === point.noteId && show.open),
  );
  const { noteId } = point;
  const { above, below, belowThat } = neighbours;
  const revisionOf = (id: string) => notes.find((note) => note.noteId === id)?.revision ?? 0;
  const moveBehind = (after: ReportPoint | null) =>
    submit({ name: 'notes/move', args: { noteId, afterNoteId: after?.noteId ?? null } });
  const merge = (other: ReportPoint) =>
    submit({
      name: 'notes/merge',
      args: {
        noteId: other.noteId,
        otherNoteId: noteId,
        baseRevision: revisionOf(other.noteId),
        otherBaseRevision: revisionOf(noteId),
        text: `${point.text}\n${other.text}`,
      },
    });
  return (
    <div className={styles.actions}>
      {above && (
        <>
          <Button className={styles.small} onClick={() => moveBehind(above)}>
            {words.up}
          </Button>
          <Button className={styles.small} onClick={() => merge(above)}>
            {words.merge}
          </Button>
        </>
      )}
      {below && (
        <Button className={styles.small} onClick={() => moveBehind(belowThat)}>
          {words.down}
        </Button>
      )}
      <Button
        className={styles.small}
        onClick={() => submit({ name: isAsked ? 'notes/close' : 'notes/ask', args: { noteId } })}
      >
        {isAsked ? words.close : words.ask}
      </Button>
      <Button
        className={styles.small}
        onClick={() => submit({ name: 'notes/remove', args: { noteId, baseRevision: revisionOf(noteId) } })}
      >
        {words.remove}
      </Button>
    </div>
  );
}
