import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useSecond } from '../../hooks/use-now.ts';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useHubWords } from '../../messages/language.ts';
import { useQuestionsOwnWords } from '../../messages/questions-own.ts';
import big from './big.module.css';
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

export function AskQuestion({ person }: { person: Person | null }) {
  const words = useQuestionsOwnWords();
  const id = useId();
  const { submit, newId } = useSession();
  const [text, setText] = useScratch('evenfloor.question');
  const [isOpen, setOpen] = useState(text !== '');
  const [questionId, setQuestionId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const wasOpen = useRef(isOpen);
  const slowSeconds = useMeeting((state) => state.questionDesk.slowSeconds);
  const refusal = useRefusal(person, questionId, text);
  useEffect(() => {
    if (isOpen && !wasOpen.current) field.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) {
    return (
      <Button data-landing="" className={big.button} onClick={() => setOpen(true)}>
        {words.ask}
      </Button>
    );
  }
  const isEmpty = text.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || refusal !== null) return;
    const door = matchMedia('(pointer: coarse)').matches ? ('phone' as const) : ('web' as const);
    if (submit({ name: 'questions/ask', args: { questionId, text: text.trim(), door } })) return;
    setText('');
    setTried(false);
    setQuestionId(newId());
    setOpen(false);
  };
  return (
    <form className={form.card} aria-label={words.ask} onSubmit={send} noValidate>
      <div className={form.field}>
        <label htmlFor={id}>{words.field}</label>
        <textarea
          ref={field}
          id={id}
          className={form.input}
          rows={4}
          dir="auto"
          value={text}
          maxLength={QUESTION_CHARS_MAX}
          aria-describedby={`${id}-hint ${id}-count${refusal === null ? '' : ` ${id}-refusal`}`}
          aria-invalid={isTried && isEmpty ? true : undefined}
          onChange={(event) => setText(event.target.value)}
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
    </form>
  );
}
