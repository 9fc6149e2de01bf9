import { Button } from '../../components/Button.tsx';
import { useSession, useView } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './ConnectionBanner.module.css';

/** The staff, somebody with a hand to raise, or whoever looks at a clock and can do nothing about it. */
type Reader = 'staff' | 'participant' | 'room';

/** Says what is wrong with the line, and nothing while it is live. */
export function ConnectionBanner({ reader = 'staff' }: { reader?: Reader }) {
  const { retryNow } = useSession();
  const { link: words } = useMessages();
  const link = useView((view) => view.link);
  const isFirst = useView((view) => view.state === null);
  if (link.phase === 'live' || (link.phase === 'connecting' && isFirst)) return null;
  if (link.phase === 'closed') {
    return (
      <div className={`${styles.banner} ${styles.closed}`} role="alert">
        {words.closed[link.code] ?? words.closedOther(link.code)}
      </div>
    );
  }
  if (reader === 'room') {
    return (
      <div className={`${styles.banner} ${styles.room}`} role="status">
        {words.lost}
      </div>
    );
  }
  return (
    <div className={styles.banner} role="status">
      <span>
        {link.phase === 'waiting' ? <Countdown untilMs={link.retryAtMs} /> : words.reconnecting}{' '}
        {!isFirst && words.kept[reader]}
      </span>
      {link.phase === 'waiting' && <Button onClick={retryNow}>{words.retry}</Button>}
    </div>
  );
}

function Countdown({ untilMs }: { untilMs: number }) {
  const { link: words } = useMessages();
  useNow();
  // The time of the next try is by the local clock, unlike all else on the page.
  return <>{words.waiting(Math.max(0, Math.ceil((untilMs - Date.now()) / 1_000)))}</>;
}

/** In sync, sending, connecting: by word and shape. */
export function SyncChip() {
  const { link: words } = useMessages();
  const link = useView((view) => view.link);
  const { phase } = link;
  const sending = useView((view) => view.pending.length);
  const isSynced = phase === 'live' && sending === 0;
  const text = phase !== 'live' ? words.connecting : sending > 0 ? words.sending(sending) : words.synced;
  if (link.phase === 'closed') {
    return (
      <span className={`${styles.chip} ${styles.closed}`}>
        <span aria-hidden="true">✕</span> {words.ended}
      </span>
    );
  }
  return (
    <span className={`${styles.chip} ${isSynced ? styles.synced : styles.busy}`}>
      <span aria-hidden="true">{isSynced ? '✓' : '↻'}</span> {text}
    </span>
  );
}
