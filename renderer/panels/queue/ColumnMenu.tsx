import { useRef, useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import { currentItem } from '../../../shared/domain/agenda/slice.ts';
import type { Queue } from '../../../shared/domain/queue/slice.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import type { State } from '../../../shared/state.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { Isolated } from '../../components/Isolated.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import type { HandsMessages } from '../../messages/hands-en.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { ListAsText } from './ListAsText.tsx';
import styles from './queue.module.css';

/** Clearing is asked about first; carrying loses nothing. */
type Deed = {
  command: Command;
  count: number;
  text: string;
  /** The agenda items in the text, in its order. */
  titles: string[];
};

/** What is done with many hands at once. It asks, and one undo puts them all back. */
export function ColumnMenu({ channel }: { channel: Channel }) {
  const messages = useMessages();
  const words = useHandWords();
  const session = useSession();
  const state = useMeeting((meeting) => meeting);
  const toggle = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<Deed | null>(null);
  const close = () => {
    setOpen(false);
    setAsked(null);
  };
  const choices = [...clearings(state, channel, words), ...carryings(state, words)];
  const choose = (choice: Deed) => {
    if (choice.command.name === 'queue/clear') return setAsked(choice);
    session.submit(choice.command);
    close();
    toggle.current?.focus();
  };
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
              <Choice key={choice.text} deed={choice} onChoose={() => choose(choice)} />
            ))
          )}
          {!asked && <ListAsText channel={channel} />}
        </div>
      )}
    </fieldset>
  );
}

type ChoiceProps = { deed: Deed; onChoose(): void };

function Choice({ deed: { command, text, titles }, onChoose }: ChoiceProps) {
  const session = useSession();
  const { rejection } = useHubWords();
  const refused = session.why(command);
  const [name = '', other] = titles;
  return (
    <Button className={styles.wide} reason={refused && rejection(refused)} onClick={onChoose}>
      <span>
        <Isolated text={text} name={name} other={other} />
      </span>
    </Button>
  );
}

/** This side, and each item of the agenda from which hands are left over. */
function clearings({ queue, agenda }: State, channel: Channel, words: HandsMessages): Deed[] {
  const side = queue.entries.filter((entry) => entry.channel === channel).length;
  const ofSide: Deed = {
    command: { name: 'queue/clear', args: { channel } },
    count: side,
    text: words.clearSide(side, channel),
    titles: [],
  };
  const ofItems = agenda.items.map(({ itemId, title }): Deed => {
    const count = countOf(queue, itemId);
    const text = words.clearItem(count, title);
    return { command: { name: 'queue/clear', args: { itemId } }, count, text, titles: [title] };
  });
  return [ofSide, ...ofItems].filter(({ count }) => count > 0);
}

/** From each item that is not the current one over to that, on both sides. */
function carryings({ queue, agenda }: State, words: HandsMessages): Deed[] {
  const current = currentItem(agenda);
  if (!current) return [];
  return agenda.items
    .filter((item) => item !== current)
    .map((item): Deed => {
      const count = countOf(queue, item.itemId);
      const args = { itemId: current.itemId, fromItemId: item.itemId };
      return {
        command: { name: 'queue/carry', args },
        count,
        text: words.carry(count, item.title, current.title),
        titles: [item.title, current.title],
      };
    })
    .filter(({ count }) => count > 0);
}

function countOf({ entries }: Queue, itemId: string): number {
  return entries.filter((entry) => entry.itemId === itemId).length;
}
