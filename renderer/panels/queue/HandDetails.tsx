import { useState } from 'react';
import { TOPIC_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel, Door, EntryKind } from '../../../shared/lib/vocabulary.ts';
import { DOORS } from '../../../shared/lib/vocabulary.ts';
import { useMessages } from '../../messages/language.ts';
import { doorOf } from '../../store/platform.ts';
import styles from './AddHand.module.css';
import { KindChoice, SideChoice } from './KindChoice.tsx';

export type HandDetails = { channel: Channel; kind: EntryKind; door: Door; topic: string };

export function startDetails(channel: Channel | null, joinLinks: readonly string[] = []): HandDetails {
  const door = keptDoor() ?? doorOf(joinLinks) ?? 'zoom';
  return { channel: channel ?? 'onsite', kind: 'topic', door, topic: '' };
}

/** Whoever looks after one meeting tool types all its hands, so the device remembers which it was. */
const DOOR_KEY = 'evenfloor.door';

function keptDoor(): Door | undefined {
  const kept = localStorage.getItem(DOOR_KEY);
  return DOORS.find((door) => door === kept);
}

type FieldsProps = { details: HandDetails; onChange(details: HandDetails): void; withSide: boolean };

/** What is asked every time is in sight, the rest behind a button. */
export function HandDetailFields({ details, onChange, withSide }: FieldsProps) {
  const messages = useMessages();
  const { add: words } = messages;
  const [isOpen, setOpen] = useState(false);
  const set = (change: Partial<HandDetails>) => onChange({ ...details, ...change });
  const setDoor = (door: Door) => {
    localStorage.setItem(DOOR_KEY, door);
    set({ door });
  };
  return (
    <>
      {withSide && <SideChoice value={details.channel} onChange={(channel) => set({ channel })} />}
      <KindChoice value={details.kind} onChange={(kind) => set({ kind })} onMore={() => setOpen(true)} />
      {isOpen && (
        <>
          <input
            className={styles.field}
            aria-label={words.topic}
            placeholder={words.topic}
            maxLength={TOPIC_CHARS_MAX}
            dir="auto"
            value={details.topic}
            onChange={(event) => set({ topic: event.target.value })}
          />
          <label className={styles.choices}>
            {words.door}
            <select
              className={styles.select}
              value={details.door}
              onChange={(event) => setDoor(event.target.value as Door)}
            >
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
