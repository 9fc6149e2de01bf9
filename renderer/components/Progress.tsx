import type { TurnPhase } from '../store/turn-clock.ts';
import styles from './Progress.module.css';

/** Decoration beside a clock that says the same, so hidden from screen readers. Striped once the time is over. */
export function Progress({ share, phase }: { share: number; phase: TurnPhase }) {
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={`${styles.bar} ${styles[phase]}`} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
