import type { Message } from '../../../shared/domain/backchannel/schema.ts';
import { useView } from '../../hooks/session.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import { useLanguage } from '../../messages/language.ts';
import styles from './MessageList.module.css';

/** Who has acknowledged it; the sender of an urgent one must also see that nobody has. */
export function Receipts({ message, isOwn }: { message: Message; isOwn: boolean }) {
  const words = useBackchannelWords();
  const language = useLanguage();
  const who = useWho();
  const ownId = useView((view) => view.me.personId);
  const { acknowledgedBy, urgency } = message;
  if (acknowledgedBy.length === 0) {
    return isOwn && urgency === 'high' ? <span className={styles.receipts}>{words.notSeen}</span> : null;
  }
  // One person may have said so on two devices.
  const names = new Set(
    acknowledgedBy.map((receipt) => (receipt.personId === ownId ? words.you : who(receipt))),
  );
  const [before, after] = words.seenBy('|').split('|');
  return (
    <span className={styles.receipts}>
      <span aria-hidden="true">✓</span> {before}
      {new Intl.ListFormat(language)
        .formatToParts(names)
        .map(({ type, value }) => (type === 'element' ? <bdi key={value}>{value}</bdi> : value))}
      {after}
    </span>
  );
}
