import styles from './Announcer.module.css';

/** Says `text` to screen readers when it changes; politely, so that it waits for what is being read. */
export function Announcer({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {text}
    </div>
  );
}
