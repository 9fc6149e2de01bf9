import { useState } from 'react';
import type { Turn } from '../../shared/domain/floor/schema.ts';
import { REASON_CHARS_MAX } from '../../shared/lib/limits.ts';
import { Button } from '../components/Button.tsx';
import { focusOnce } from '../components/focus-once.ts';
import form from '../components/form.module.css';
import { useMeeting, useSession } from '../hooks/session.ts';
import { useFairnessWords } from '../messages/fairness.ts';
import { useMessages } from '../messages/language.ts';
import styles from './OverridePrompt.module.css';

/**
 * Somebody other than the proposal was called. The call has not waited for it: the reason is given while the speaker
 * speaks, with one press, in own words, or not at all.
 */
export function OverridePrompt() {
  const turn = useMeeting((state) => state.floor.turn);
  // Of this screen alone: a colleague may still know the reason.
  const [leftTurnId, setLeft] = useState<string | null>(null);
  if (!turn?.override || turn.turnId === leftTurnId) return null;
  if (turn.override.reason !== undefined) return <Noted reason={turn.override.reason} />;
  return <Ask key={turn.turnId} turn={turn} onLeave={() => setLeft(turn.turnId)} />;
}

function Noted({ reason }: { reason: string }) {
  const words = useFairnessWords();
  return (
    <p className={styles.noted} dir="auto">
      {words.overrideNoted(reason)}
    </p>
  );
}

function Ask({ turn, onLeave }: { turn: Turn; onLeave(): void }) {
  const words = useFairnessWords();
  const { unnamed } = useMessages();
  const { submit, why } = useSession();
  const [text, setText] = useState<string | null>(null);
  const explain = (reason: string) => {
    if (reason.trim() === '') return onLeave();
    submit({ name: 'floor/explain', args: { turnId: turn.turnId, reason: reason.trim() } });
  };
  if (why({ name: 'floor/explain', args: { turnId: turn.turnId, reason: '–' } })) return null;
  return (
    <section className={styles.ask} aria-label={words.override(turn.name || unnamed)}>
      <p className={styles.question}>{words.override(turn.name || unnamed)}</p>
      {text === null ? (
        <div className={styles.reasons}>
          {words.overrideReasons.map((reason) => (
            <Button key={reason} className={styles.reason} onClick={() => explain(reason)}>
              {reason}
            </Button>
          ))}
          <Button className={styles.reason} look="quiet" onClick={() => setText('')}>
            {words.overrideOther}…
          </Button>
          <Button className={styles.reason} look="quiet" onClick={onLeave}>
            {words.overrideNone}
          </Button>
        </div>
      ) : (
        <form
          className={styles.reasons}
          onSubmit={(event) => {
            event.preventDefault();
            explain(text);
          }}
        >
          <input
            ref={focusOnce}
            className={form.input}
            aria-label={words.overrideOther}
            maxLength={REASON_CHARS_MAX}
            value={text}
            dir="auto"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setText(null);
            }}
          />
          <Button className={styles.reason} onClick={() => explain(text)}>
            {words.overrideSave}
          </Button>
        </form>
      )}
    </section>
  );
}
