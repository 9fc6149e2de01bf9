import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useHasEnded } from '../../hooks/session.ts';
import { goTo } from '../../hooks/use-route.ts';
import { useReplayWords } from '../../messages/replay.ts';
import { ExportReport } from '../plan/ExportReport.tsx';
import styles from './SessionEnded.module.css';

/** Once the session is over: everything that comes of it, at once, over every place of the staff. */
export function SessionEnded() {
  const words = useReplayWords();
  const isOver = useHasEnded();
  const [isDone, setDone] = useState(false);
  if (!isOver || isDone) return null;
  return (
    <section className={styles.ended} aria-label={words.ended}>
      <p className={styles.text}>
        <strong>{words.ended}</strong> {words.endedHint}
      </p>
      <ExportReport />
      <Button onClick={() => goTo({ view: 'replay' })}>{words.replay}</Button>
      <Button look="quiet" onClick={() => setDone(true)}>
        {words.endedDone}
      </Button>
    </section>
  );
}
