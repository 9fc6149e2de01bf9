import form from '../../components/form.module.css';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import styles from './UnreadCount.module.css';

/** How many messages this screen has not shown yet; nothing when there are none. */
export function UnreadCount({ count }: { count: number }) {
  const words = useBackchannelWords();
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      {count}
      <span className={form.hidden}> {words.unread}</span>
    </span>
  );
}
