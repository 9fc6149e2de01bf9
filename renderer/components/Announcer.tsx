import { useState } from 'react';
import { useNow } from '../hooks/use-now.ts';
import styles from './Announcer.module.css';

/** Whoever hears the page also hears the meeting: one sentence in so long, and of several the last. */
const INTERVAL_MS = 10_000;

/** Says `text` to screen readers when it has changed; politely, so that it waits for what is being read. */
export function Announcer({ text }: { text: string }) {
  const nowMs = useNow();
  const [said, setSaid] = useState({ text, atMs: Number.NEGATIVE_INFINITY });
  if (text !== said.text && nowMs - said.atMs >= INTERVAL_MS) setSaid({ text, atMs: nowMs });
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {said.text}
    </div>
  );
}
