import { useState } from 'react';
import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { REASON_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { State } from '../../../shared/state.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useFairnessWords } from '../../messages/fairness.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './OverridePrompt.module.css';

/**
 * Somebody other than the proposal was called. The call has not waited for it: the reason is given while the speaker
 * speaks, with one press, in own words, or not at all.
 */
export function OverridePrompt() {
  const [draft, setDraft] = useState<Draft | null>(null);
  // Of this screen alone: a colleague may still know the reason.
  const [leftTurnId, setLeft] = useState<string | null>(null);
  const running = useMeeting((state) => state.floor.turn);
  // What is being written outlives its turn; a question that nobody has taken up goes with it.
  const written = useMeeting((state) => draft && openQuestion(state, draft.turnId));
  const turn: Called | null = written ?? running;
  if (!turn?.override || turn.turnId === leftTurnId) return null;
  const { turnId } = turn;
  if (turn.override.reason !== undefined) return <Noted reason={turn.override.reason} />;
  return (
    <Ask
      key={turnId}
      turn={turn}
      text={written && draft ? draft.text : null}
      onText={(text) => setDraft(text === null ? null : { turnId, text })}
      onLeave={() => {
        setDraft(null);
        setLeft(turnId);
      }}
    />
  );
}

/** A turn that runs, or is over. */
type Called = Pick<Turn, 'turnId' | 'name' | 'override'>;

/** A reason that is being written. */
type Draft = { turnId: string; text: string };

/** The turn, whether it runs or is over, if nobody has said yet why it was out of turn. */
function openQuestion({ floor, turns }: State, turnId: string): Called | null {
  const turn = [floor.turn, ...turns].find((one) => one?.turnId === turnId);
  return turn?.override && turn.override.reason === undefined ? turn : null;
}

function Noted({ reason }: { reason: string }) {
  const words = useFairnessWords();
  return (
    <p className={styles.noted} dir="auto">
      {words.overrideNoted(reason)}
    </p>
  );
}

type AskProps = {
  turn: Called;
  /** In own words; null while the prepared reasons are offered. */
  text: string | null;
  onText(text: string | null): void;
  onLeave(): void;
};

function Ask({ turn, text, onText, onLeave }: AskProps) {
  const words = useFairnessWords();
  const { unnamed } = useMessages();
  const { submit, why } = useSession();
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
          <Button className={styles.reason} look="quiet" onClick={() => onText('')}>
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
            onChange={(event) => onText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onText(null);
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
