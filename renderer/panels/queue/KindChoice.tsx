import { useState } from 'react';
import type { Channel, EntryKind } from '../../../shared/lib/vocabulary.ts';
import { CHANNELS, ENTRY_KINDS } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { RadioChoice } from '../../components/RadioChoice.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './AddHand.module.css';

/** Nearly every hand is one of these. */
const COMMON_KINDS: readonly EntryKind[] = ['topic', 'reply'];

type KindProps = { value: EntryKind; onChange(kind: EntryKind): void; onMore?(): void };

/** What nearly every hand is in sight, the rest behind a button; all of it where little else is taken. */
export function KindChoice({ value, onChange, onMore }: KindProps) {
  const messages = useMessages();
  const [isOpen, setOpen] = useState(!COMMON_KINDS.includes(value));
  const isListOpen = useMeeting((state) => state.queue.open);
  return (
    <div className={styles.row}>
      <RadioChoice
        label={messages.add.kind}
        options={isOpen || !isListOpen ? ENTRY_KINDS : COMMON_KINDS}
        value={value}
        word={(kind) => messages.kinds[kind]}
        onChange={onChange}
      />
      {!isOpen && (
        <Button
          look="quiet"
          aria-expanded={false}
          onClick={() => {
            setOpen(true);
            onMore?.();
          }}
        >
          {messages.add.more}
        </Button>
      )}
    </div>
  );
}

export function SideChoice({ value, onChange }: { value: Channel; onChange(channel: Channel): void }) {
  const messages = useMessages();
  return (
    <RadioChoice
      label={messages.add.side}
      options={CHANNELS}
      value={value}
      word={(channel) => messages.channels[channel]}
      mark={(channel) => <ChannelMark channel={channel} />}
      onChange={onChange}
    />
  );
}
