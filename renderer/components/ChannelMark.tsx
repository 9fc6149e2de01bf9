import type { Channel } from '../../shared/lib/vocabulary.ts';
import { CHANNEL_MARKS } from '../../shared/lib/vocabulary.ts';
import { useMessages } from '../messages/language.ts';
import styles from './ChannelMark.module.css';

/** The shape of a side: it says by form what the colour says. */
export function ChannelMark({ channel }: { channel: Channel }) {
  return (
    <span aria-hidden="true" className={styles[channel]}>
      {CHANNEL_MARKS[channel]}
    </span>
  );
}

/** Mark and word together; `text` where more is to be said than the side. */
export function ChannelBadge({ channel, text }: { channel: Channel; text?: string }) {
  const messages = useMessages();
  return (
    <span className={`${styles.badge} ${styles[channel]}`}>
      <ChannelMark channel={channel} /> {text ?? messages.channels[channel]}
    </span>
  );
}
