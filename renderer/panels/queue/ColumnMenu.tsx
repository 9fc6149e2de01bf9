import { useRef, useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import type { State } from '../../../shared/state.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { Isolated } from '../../components/Isolated.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import styles from './queue.module.css';

type Clearing = { command: Extract<Command, { name: 'queue/clear' }>; count: number; title: string | null };

/** What is done with many hands at once. It asks, and one undo puts them all back. */
export function ColumnMenu({ channel }: { channel: Channel }) {
  const messages = useMessages();
  const words = useHandWords();
  const session = useSession();
  const state = useMeeting((meeting) => meeting);
  const toggle = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<Clearing | null>(null);
  const close = () => {
    setOpen(false);
    setAsked(null);
  };
  const choices = clearings(state, channel);
  if (choices.length === 0) return null;
  return (
    <fieldset
      className={styles.menu}
      aria-label={words.menu(channel)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        close();
        toggle.current?.focus();
      }}
    >
      <Button
        ref={toggle}
        look="quiet"
        className={styles.toggle}
        aria-label={words.menu(channel)}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {isOpen ? '×' : '⋯'}
      </Button>
      {isOpen && (
        <div className={styles.choices}>
          {asked ? (
            <Confirm
              yes={words.clearYes}
              no={messages.add.cancel}
              onNo={close}
              onYes={() => {
                session.submit(asked.command);
                close();
              }}
            >
              {words.clearAsk(asked.count)}
            </Confirm>
          ) : (
            choices.map((choice) => (
              <Choice
                key={choice.command.args.itemId ?? ''}
                clearing={choice}
                channel={channel}
                onChoose={() => setAsked(choice)}
              />
            ))
          )}
        </div>
      )}
    </fieldset>
  );
}

type ChoiceProps = { clearing: Clearing; channel: Channel; onChoose(): void };

function Choice({ clearing: { command, count, title }, channel, onChoose }: ChoiceProps) {
  const words = useHandWords();
  const session = useSession();
  const { rejection } = useHubWords();
  const refused = session.why(command);
  const text = title === null ? words.clearSide(count, channel) : words.clearItem(count, title);
  return (
    <Button className={styles.wide} reason={refused && rejection(refused)} onClick={onChoose}>
      <span>
        <Isolated text={text} name={title ?? ''} />
      </span>
    </Button>
  );
}

/** This side, and each item of the agenda from which hands are left over. */
function clearings({ queue, agenda }: State, channel: Channel): Clearing[] {
  const side = queue.entries.filter((entry) => entry.channel === channel).length;
  const ofSide: Clearing = {
    command: { name: 'queue/clear', args: { channel } },
    count: side,
    title: null,
  };
  const ofItems = agenda.items.map(({ itemId, title }): Clearing => {
    const count = queue.entries.filter((entry) => entry.itemId === itemId).length;
    return { command: { name: 'queue/clear', args: { itemId } }, count, title };
  });
  return [ofSide, ...ofItems].filter(({ count }) => count > 0);
}
