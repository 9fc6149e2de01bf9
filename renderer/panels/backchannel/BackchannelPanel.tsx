import type { Ref } from 'react';
import { useBackchannel } from '../../hooks/use-backchannel.ts';
import styles from './BackchannelPanel.module.css';
import { Composer } from './Composer.tsx';
import { CueChips } from './CueChips.tsx';
import { MessageList } from './MessageList.tsx';

type BackchannelPanelProps = {
  field?: Ref<HTMLInputElement>;
  /** Everything that there is has been in sight. */
  onRead(): void;
};

/** What the staff say to each other while the room listens to somebody else. */
export function BackchannelPanel({ field, onRead }: BackchannelPanelProps) {
  const backchannel = useBackchannel();
  return (
    <div className={styles.panel}>
      <MessageList {...backchannel} onRead={onRead} />
      <CueChips {...backchannel} />
      <Composer {...backchannel} {...(field && { field })} />
    </div>
  );
}
