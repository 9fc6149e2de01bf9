import { useId, useState } from 'react';
import { TOPIC_CHARS_MAX } from '../../shared/lib/limits.ts';
import type { Channel, Door, EntryKind } from '../../shared/lib/vocabulary.ts';
import { CHANNELS, DOORS, ENTRY_KINDS } from '../../shared/lib/vocabulary.ts';
import { Button } from '../components/Button.tsx';
import { ChannelMark } from '../components/ChannelMark.tsx';
import { useMessages } from '../messages/language.ts';
import styles from './AddHand.module.css';

export type HandDetails = { channel: Channel; kind: EntryKind; door: Door; topic: string };

/** Nearly every hand is one of these. */
const COMMON_KINDS: readonly EntryKind[] = ['topic', 'reply'];

export function startDetails(channel: Channel | null): HandDetails {
  return { channel: channel ?? 'onsite', kind: 'topic', door: 'zoom', topic: '' };
}

type FieldsProps = { details: HandDetails; onChange(details: HandDetails): void; withSide: boolean };

/** What is asked every time is in sight, the rest behind a button. */
export function HandDetailFields({ details, onChange, withSide }: FieldsProps) {
  const messages = useMessages();
  const { add: words } = messages;
  const [isOpen, setOpen] = useState(false);
  const set = (change: Partial<HandDetails>) => onChange({ ...details, ...change });
  return (
    <>
      {withSide && (
        <Choice
          label={words.side}
          options={CHANNELS}
          value={details.channel}
          word={(channel) => messages.channels[channel]}
          mark={(channel) => <ChannelMark channel={channel} />}
          onChange={(channel) => set({ channel })}
        />
      )}
      <div className={styles.row}>
        <Choice
          label={words.kind}
          options={isOpen ? ENTRY_KINDS : COMMON_KINDS}
          value={details.kind}
          word={(kind) => messages.kinds[kind]}
          onChange={(kind) => set({ kind })}
        />
        {!isOpen && (
          <Button look="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
            {words.more}
          </Button>
        )}
      </div>
      {isOpen && (
        <>
          <input
            className={styles.field}
            aria-label={words.topic}
            placeholder={words.topic}
            maxLength={TOPIC_CHARS_MAX}
            value={details.topic}
            onChange={(event) => set({ topic: event.target.value })}
          />
          <label className={styles.choices}>
            {words.door}
            <select value={details.door} onChange={(event) => set({ door: event.target.value as Door })}>
              {DOORS.map((door) => (
                <option key={door} value={door}>
                  {messages.doors[door]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  options: readonly T[];
  value: T;
  word(option: T): string;
  mark?(option: T): React.ReactNode;
  onChange(option: T): void;
};

/** Radio buttons: arrow keys, labels and groups come with them. */
function Choice<T extends string>({ label, options, value, word, mark, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choices} aria-label={label}>
      {options.map((option) => (
        <label key={option} className={styles.choice}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {mark?.(option)} {word(option)}
        </label>
      ))}
    </fieldset>
  );
}
