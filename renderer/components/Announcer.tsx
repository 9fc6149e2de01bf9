import { useState } from 'react';
import { useNow } from '../hooks/use-now.ts';
import styles from './Announcer.module.css';

/** Whoever hears the page also hears the meeting: one sentence in so long, and of several the last. */
const INTERVAL_MS = 10_000;

/** Says what happens in the meeting to screen readers; politely, so that it waits for what is being read. */
export function Announcer({ text }: { text: string }) {
  const nowMs = useNow();
  const [said, setSaid] = useState({ text, atMs: Number.NEGATIVE_INFINITY });
  if (text !== said.text && nowMs - said.atMs >= INTERVAL_MS) setSaid({ text, atMs: nowMs });
  return <Answer text={said.text} />;
}

/** Says what came of somebody's own key press: at once, or the next press is made blind. */
export function Answer({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {text}
    </div>
  );
}
