import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Question } from '../../../shared/domain/questions/schema.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { useQuestionsWords } from '../../messages/questions.ts';
import styles from './ReadAloud.module.css';

type ReadAloudProps = { questions: readonly Question[]; startId: string | null; onClose(): void };

/** In type that can be read standing, one question after the other; the list stays as it was when it was opened. */
export function ReadAloud({ questions, startId, onClose }: ReadAloudProps) {
  const words = useQuestionsWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [all] = useState(questions);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      questions.findIndex((question) => question.questionId === startId),
    ),
  );
  useEffect(() => {
    dialog.current?.showModal();
    // Not the first button, which goes back and at first cannot.
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  const question = all[at];
  const move = (by: number) => setAt(Math.max(0, Math.min(all.length - 1, at + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    // The letters of the list behind mean nothing here.
    event.stopPropagation();
    if (['ArrowRight', 'ArrowDown', 'j'].includes(event.key)) move(1);
    else if (['ArrowLeft', 'ArrowUp', 'k'].includes(event.key)) move(-1);
    else if (event.key === 'Escape') dialog.current?.close();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={words.readTitle}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner}>
        <p className={styles.place}>{words.readPlace(at + 1, all.length)}</p>
        {question && (
          <div className={styles.question} role="status">
            <p className={styles.who}>
              <ChannelBadge channel={question.channel} />{' '}
              <bdi>{question.name === undefined ? words.unnamed : words.readFrom(question.name)}</bdi>
            </p>
            <p className={styles.text} dir="auto">
              {question.translation ?? question.text}
            </p>
            {question.translation !== undefined && (
              <p className={styles.other} dir="auto">
                {question.text}
              </p>
            )}
          </div>
        )}
        <div className={styles.buttons}>
          <Button reason={at === 0 ? words.readFirst : null} onClick={() => move(-1)}>
            {words.previous}
          </Button>
          <Button
            data-first
            look="strong"
            reason={at === all.length - 1 ? words.readLast : null}
            onClick={() => move(1)}
          >
            {words.next}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{words.closeView}</Button>
        </div>
      </div>
    </dialog>
  );
}
