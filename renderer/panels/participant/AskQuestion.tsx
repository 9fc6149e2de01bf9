import type { FormEvent, Ref } from 'react';
import { useId, useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useSecond } from '../../hooks/use-now.ts';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { useQuestionsOwnWords } from '../../messages/questions-own.ts';
import big from './big.module.css';
import { onEscape } from './on-escape.ts';
import styles from './Questions.module.css';

/** Closed, muted, too soon, or nobody known: said in words before somebody types for nothing. */
function useRefusal(person: Person | null, questionId: string, text: string): string | null {
  const words = useQuestionsOwnWords();
  const { rejection } = useHubWords();
  const { why } = useSession();
  // Slow mode ends by the clock.
  useSecond();
  if (!person) return words.needSide;
  const refused = why({ name: 'questions/ask', args: { questionId, text: text.trim() || '?' } });
  return refused && rejection(refused);
}

/** Opened by a press it takes the focus; open from the start it shows what was typed before the page was loaded anew. */
export function AskQuestion({ person }: { person: Person | null }) {
  const words = useQuestionsOwnWords();
  const [text, setText] = useScratch('evenfloor.question');
  const [opened, setOpened] = useState<'pressed' | 'kept' | null>(text === '' ? null : 'kept');
  if (opened === null) {
    return (
      <Button data-landing="" className={big.button} onClick={() => setOpened('pressed')}>
        {words.ask}
      </Button>
    );
  }
  const fieldRef = opened === 'pressed' ? focusOnce : null;
  return (
    <QuestionForm
      person={person}
      text={text}
      fieldRef={fieldRef}
      onText={setText}
      onClose={() => setOpened(null)}
    />
  );
}

type QuestionFormProps = {
  person: Person | null;
  text: string;
  fieldRef: Ref<HTMLTextAreaElement>;
  onText(text: string): void;
  /** What is typed is kept. */
  onClose(): void;
};

function QuestionForm({ person, text, fieldRef, onText, onClose }: QuestionFormProps) {
  const words = useQuestionsOwnWords();
  const { app } = useMessages();
  const id = useId();
  const { submit, newId } = useSession();
  const [questionId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const slowSeconds = useMeeting((state) => state.questionDesk.slowSeconds);
  const refusal = useRefusal(person, questionId, text);
  const isEmpty = text.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || refusal !== null) return;
    const door = matchMedia('(pointer: coarse)').matches ? ('phone' as const) : ('web' as const);
    if (submit({ name: 'questions/ask', args: { questionId, text: text.trim(), door } })) return;
    onText('');
    onClose();
  };
  return (
    <form
      className={form.card}
      aria-label={words.ask}
      onSubmit={send}
      onKeyDown={onEscape(onClose)}
      noValidate
    >
      <div className={form.field}>
        <label htmlFor={id}>{words.field}</label>
        <textarea
          ref={fieldRef}
          id={id}
          className={form.input}
          rows={4}
          dir="auto"
          value={text}
          maxLength={QUESTION_CHARS_MAX}
          aria-describedby={`${id}-hint ${id}-count${refusal === null ? '' : ` ${id}-refusal`}`}
          aria-invalid={isTried && isEmpty ? true : undefined}
          onChange={(event) => onText(event.target.value)}
        />
        <p id={`${id}-count`} className={styles.count}>
          {words.count(text.length, QUESTION_CHARS_MAX)}
        </p>
        <p id={`${id}-hint`} className={form.hint}>
          {words.hint} {slowSeconds > 0 && words.slow(slowSeconds)}
        </p>
      </div>
      {/* No live region: the seconds of slow mode would be read one by one. */}
      {refusal !== null && (
        <p id={`${id}-refusal`} className={styles.refusal}>
          {refusal}
        </p>
      )}
      {isTried && isEmpty && (
        <p role="alert" className={form.error}>
          {words.empty}
        </p>
      )}
      <Button look="strong" className={big.button} isSubmit reason={refusal}>
        {words.send}
      </Button>
      <Button className={big.button} onClick={onClose}>
        {app.close}
      </Button>
    </form>
  );
}
