import type { Urgency } from '../../../shared/lib/vocabulary.ts';
import styles from './UrgencyMark.module.css';

/** Not the shapes of the two sides. */
const SHAPES: Record<Urgency, string> = { low: '▽', normal: '◇', high: '!' };

/** The shape that goes with the word. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  return (
    <span aria-hidden="true" className={`${styles.mark} ${styles[urgency]}`}>
      {SHAPES[urgency]}
    </span>
  );
}
