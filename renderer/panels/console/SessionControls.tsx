import { useEffect, useRef, useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import type { KeyHint } from '../../components/Button.tsx';
import { Button } from '../../components/Button.tsx';
import { Waited } from '../../components/Waited.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { beginNextItem } from '../../store/moderation.ts';
import { subjectOf } from '../../store/subject.ts';
import { EndSession } from './EndSession.tsx';
import styles from './SessionControls.module.css';

/** Minutes more or less for the current item, the technical stop, begin and end. */
export function SessionControls() {
  const { agenda: words, queue: queueWords } = useMessages();
  const session = useMeeting((state) => state.session);
  const isListOpen = useMeeting((state) => state.queue.open);
  const group = useRef<HTMLDivElement>(null);
  const [hasBegun, setHasBegun] = useState(false);
  useEffect(() => {
    // The button that had the focus is gone; on the page itself the next Enter would call somebody.
    if (hasBegun) group.current?.querySelector('button')?.focus();
  }, [hasBegun]);
  if (session.endedAtMs !== null) return <strong>{words.ended}</strong>;
  return (
    <div ref={group} className={styles.controls}>
      {session.startedAtMs === null ? (
        <Act
          command={{ name: 'session/start', args: {} }}
          label={words.start}
          look="accent"
          onDone={() => setHasBegun(hasFocusWithin(group.current))}
        />
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
          <EndSession />
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

function NextItem() {
  const { agenda: words } = useMessages();
  const keyNames = useKeyNames();
  const state = useMeeting((meeting) => meeting);
  const command = beginNextItem(state);
  if (!command) return null;
  return (
    <Act
      command={command}
      label={words.beginNext}
      title={words.begin(subjectOf(command, state))}
      // Until an item runs, no turn counts: this is what comes first.
      look={state.agenda.currentItemId === null ? 'accent' : 'plain'}
      hint={keyNames.hint('next')}
    />
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

type ActProps = {
  command: Command;
  label: string;
  title?: string;
  look?: 'plain' | 'accent' | 'strong';
  hint?: KeyHint;
  onDone?(): void;
};

/** A command as a button that knows whether, and why not. */
function Act({ command, label, title, look = 'plain', hint, onDone }: ActProps) {
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const refused = why(command);
  return (
    <Button
      className={styles.act}
      data-does={JSON.stringify(command)}
      look={look}
      reason={refused && rejection(refused)}
      title={title}
      hint={hint}
      onClick={() => {
        if (!submit(command)) onDone?.();
      }}
    >
      {label}
    </Button>
  );
}

/** By keyboard only: a click of the mouse gives no focus, and the floor keys go on working after it. */
function hasFocusWithin(element: HTMLElement | null): boolean {
  return element?.contains(document.activeElement) ?? false;
}
