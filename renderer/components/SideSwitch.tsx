import { useId } from 'react';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { CHANNELS } from '../../shared/lib/vocabulary.ts';
import { ChannelMark } from './ChannelMark.tsx';
import styles from './SideSwitch.module.css';

type SideSwitchProps = {
  legend: string;
  labels: Record<Channel, string>;
  value: Channel | null;
  onChange(channel: Channel): void;
  /** Why it cannot be changed. */
  reason?: string | null;
};

/** The room or online: two radio buttons that look like the two halves of a switch. */
export function SideSwitch({ legend, labels, value, onChange, reason }: SideSwitchProps) {
  const id = useId();
  return (
    <fieldset className={styles.switch} disabled={Boolean(reason)} aria-describedby={reason ? id : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {CHANNELS.map((channel) => (
        <label key={channel} className={`${styles.half} ${styles[channel]}`}>
          <input
            type="radio"
            name={`side-${id}`}
            checked={value === channel}
            onChange={() => onChange(channel)}
          />
          <ChannelMark channel={channel} />
          <span>{labels[channel]}</span>
        </label>
      ))}
      {reason && (
        <p id={id} className={styles.reason}>
          {reason}
        </p>
      )}
    </fieldset>
  );
}
