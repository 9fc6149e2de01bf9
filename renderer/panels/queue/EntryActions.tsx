import { useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import type { Messages } from '../../messages/en.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { moveEntry } from '../../store/line.ts';
import styles from './EntryActions.module.css';
import { EntryEdit } from './EntryEdit.tsx';

/**
 * `command` is null when there is nowhere to move to; that needs no sentence. Such a button keeps the focus, which
 * a press may have brought there.
 */
type Choice = { label: string; command: Command | null };

type ActionsProps = {
  entry: Entry;
  onDone(): void;
  /** It stands somewhere else now. */
  onMoved(entryId: string): void;
  /** Escape on one of the buttons. */
  onLeave(): void;
};

/** All that can be done with one hand; what cannot be done now says why. */
export function EntryActions({ entry, onDone, onMoved, onLeave }: ActionsProps) {
  const messages = useMessages();
  const { rejection } = useHubWords();
  const handWords = useHandWords();
  const session = useSession();
  const [isEditing, setEditing] = useState(false);
  const choices = useChoices(entry);
  const reasonOf = (command: Command) => {
    const refused = session.why(command);
    return refused && rejection(refused);
  };
  const act = (command: Command) => {
    session.submit(command);
    // Moving is often done several places in a row.
    if (command.name === 'queue/move') onMoved(entry.entryId);
    else onDone();
  };
  const editReason = reasonOf({ name: 'queue/update', args: { entryId: entry.entryId } });
  return (
    <fieldset
      className={styles.actions}
      aria-label={messages.queue.actions(entry.name ?? messages.unnamed)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      {isEditing && <EntryEdit entry={entry} onClose={onDone} />}
      {!isEditing &&
        choices.map(({ label, command }) =>
          command ? (
            <Button
              key={label}
              className={styles.action}
              reason={reasonOf(command)}
              onClick={() => act(command)}
            >
              {label}
            </Button>
          ) : (
            <Button key={label} className={styles.action} aria-disabled>
              {label}
            </Button>
          ),
        )}
      {!isEditing && (
        <Button className={styles.action} reason={editReason} onClick={() => setEditing(true)}>
          {handWords.edit}
        </Button>
      )}
    </fieldset>
  );
}

function useChoices(entry: Entry): Choice[] {
  const { queue: words } = useMessages();
  const { hubNow } = useSession();
  const state = useMeeting((meeting) => meeting);
  const args = { entryId: entry.entryId };
  const isOnDeck = state.queue.onDeck.includes(entry.entryId);
  const toGetReady: Choice = { label: words.getReady, command: { name: 'queue/put-on-deck', args } };
  const move = (to: 'top' | 'up' | 'down') => moveEntry(state, entry.entryId, to, hubNow());
  return [
    { label: words.toTop, command: move('top') },
    { label: words.up, command: move('up') },
    { label: words.down, command: move('down') },
    ...(isOnDeck ? onDeckChoices(words, args) : [toGetReady]),
    entry.held
      ? { label: words.return, command: { name: 'queue/return', args } }
      : { label: words.hold, command: { name: 'queue/hold', args } },
    { label: words.absent, command: { name: 'queue/miss', args } },
    { label: words.withdraw, command: { name: 'queue/leave', args } },
  ];
}

/** Whoever has no phone answers through staff. */
function onDeckChoices(words: Messages['queue'], args: { entryId: string }): Choice[] {
  return [
    { label: words.swap, command: { name: 'floor/ready', args: { ...args, readiness: 'not-ready' } } },
    { label: words.standDown, command: { name: 'queue/take-off-deck', args } },
  ];
}
