import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { NAME_CHARS_MAX, TOPIC_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import { useSession } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import styles from './AddHand.module.css';
import { KindChoice, SideChoice } from './KindChoice.tsx';

/** What of a hand can be put right in place; the name of somebody in the roster is changed there. */
export function EntryEdit({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const messages = useMessages();
  const words = useHandWords();
  const session = useSession();
  const { rejection } = useHubWords();
  // What the form began from: a colleague's change of another field is none of ours to undo.
  const [before] = useState(entry);
  const [name, setName] = useState(entry.name ?? '');
  const [topic, setTopic] = useState(entry.topic ?? '');
  const [kind, setKind] = useState(entry.kind);
  const [channel, setChannel] = useState(entry.channel);
  const command = changeOf(before, { name, topic, kind, channel });
  const refused = command && session.why(command);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!command || !session.submit(command)) onClose();
  };
  const isNameless = entry.personId === undefined && name.trim() === '';
  return (
    <form
      className={styles.edit}
      aria-label={words.editOf(entry.name ?? messages.unnamed)}
      onSubmit={onSubmit}
    >
      {entry.personId === undefined && (
        <input
          ref={focusOnce}
          className={styles.field}
          aria-label={words.name}
          required
          dir="auto"
          autoComplete="off"
          maxLength={NAME_CHARS_MAX}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <input
        ref={entry.personId === undefined ? undefined : focusOnce}
        className={styles.field}
        aria-label={words.topic}
        placeholder={words.topic}
        dir="auto"
        autoComplete="off"
        maxLength={TOPIC_CHARS_MAX}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
      />
      <KindChoice value={kind} onChange={setKind} />
      <SideChoice value={channel} onChange={setChannel} />
      <div className={styles.row}>
        <Button look="strong" isSubmit reason={refused && rejection(refused)} disabled={isNameless}>
          {words.save}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {messages.add.cancel}
        </Button>
      </div>
    </form>
  );
}

type Draft = Required<Pick<Entry, 'name' | 'topic' | 'kind' | 'channel'>>;

/** Names only what differs, so that a colleague's change of another field stays; null when nothing does. */
function changeOf(entry: Entry, draft: Draft): Extract<Command, { name: 'queue/update' }> | null {
  const name = draft.name.trim();
  const topic = draft.topic.trim();
  const change = {
    ...(entry.personId === undefined && name !== (entry.name ?? '') && { name }),
    ...(topic !== (entry.topic ?? '') && { topic: topic === '' ? null : topic }),
    ...(draft.kind !== entry.kind && { kind: draft.kind }),
    ...(draft.channel !== entry.channel && { channel: draft.channel }),
  };
  if (Object.keys(change).length === 0) return null;
  return { name: 'queue/update', args: { entryId: entry.entryId, ...change } };
}
