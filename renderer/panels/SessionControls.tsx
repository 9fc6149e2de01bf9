import { useState } from 'react';
import type { Command } from '../../shared/command.ts';
import { Button } from '../components/Button.tsx';
import { Waited } from '../components/Waited.tsx';
import { useMeeting, useSession } from '../hooks/session.ts';
import { useHubWords, useMessages } from '../messages/language.ts';
import styles from './SessionControls.module.css';

/** Minutes more or less for the current item, the technical stop, begin and end. */
export function SessionControls() {
  const { agenda: words, queue: queueWords } = useMessages();
  const session = useMeeting((state) => state.session);
  const isListOpen = useMeeting((state) => state.queue.open);
  if (session.endedAtMs !== null) return <strong>{words.ended}</strong>;
  return (
    <div className={styles.controls}>
      {session.startedAtMs === null ? (
        <Act command={{ name: 'session/start', args: {} }} label={words.start} look="accent" />
      ) : (
        <>
          <NextItem />
          <Extend />
          <Act
            command={{ name: isListOpen ? 'queue/close' : 'queue/open', args: {} }}
            label={isListOpen ? queueWords.close : queueWords.open}
          />
          {session.pausedAtMs === null ? (
            <Act command={{ name: 'session/pause', args: {} }} label={words.stop} />
          ) : (
            <Act command={{ name: 'session/resume', args: {} }} label={words.resume} look="accent" />
          )}
          <End />
        </>
      )}
    </div>
  );
}

/** Shown across the page while a technical stop lasts. */
export function StopBanner() {
  const { agenda: words } = useMessages();
  const pausedAtMs = useMeeting((state) => state.session.pausedAtMs);
  if (pausedAtMs === null) return null;
  // The time ticks inside the sentence, wherever the language puts it.
  const [before, after] = words.stopped('|').split('|');
  return (
    <div className={styles.stop} role="status">
      <span aria-hidden="true">❚❚</span> {before}
      <Waited sinceMs={pausedAtMs} />
      {after}
    </div>
  );
}

/** Names the item that the sender saw as current, so that two who press at once move on by one. */
function NextItem() {
  const { agenda: words } = useMessages();
  const { items, currentItemId } = useMeeting((state) => state.agenda);
  const at = items.findIndex((item) => item.itemId === currentItemId);
  const next = items[at + 1];
  if (!next) return null;
  const args = { itemId: next.itemId, afterItemId: currentItemId };
  return (
    <Act command={{ name: 'agenda/begin', args }} label={words.beginNext} title={words.begin(next.title)} />
  );
}

function Extend() {
  const { agenda: words } = useMessages();
  const itemId = useMeeting((state) => state.agenda.currentItemId);
  if (itemId === null) return null;
  return [-5, -1, 1, 5].map((minutes) => (
    <Act
      key={minutes}
      command={{ name: 'agenda/adjust', args: { itemId, seconds: minutes * 60 } }}
      label={words.adjust(minutes)}
      title={words.adjustLabel(minutes)}
    />
  ));
}

/** Asks once more, since everybody's screens say good-bye at once. */
function End() {
  const { agenda: words, add } = useMessages();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button className={styles.act} onClick={() => setAsking(true)}>
        {words.end}
      </Button>
    );
  }
  return (
    <>
      <span>{words.reallyEnd}</span>
      <Act command={{ name: 'session/end', args: {} }} label={words.end} look="strong" />
      <Button className={styles.act} look="quiet" onClick={() => setAsking(false)}>
        {add.cancel}
      </Button>
    </>
  );
}

type ActProps = { command: Command; label: string; title?: string; look?: 'plain' | 'accent' | 'strong' };

/** A command as a button that knows whether, and why not. */
function Act({ command, label, title, look = 'plain' }: ActProps) {
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const refused = why(command);
  return (
    <Button
      className={styles.act}
      look={look}
      reason={refused && rejection(refused)}
      title={title}
      onClick={() => submit(command)}
    >
      {label}
    </Button>
  );
}
