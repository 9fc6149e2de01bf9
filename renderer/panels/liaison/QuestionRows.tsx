import type { MouseEvent, RefObject } from 'react';
import { useId, useLayoutEffect, useMemo } from 'react';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { Chip } from '../../components/Chip.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useVirtualRows } from '../../hooks/use-virtual-rows.ts';
import { useMessages } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { duplicateOf } from '../../store/duplicates.ts';
import type { Listed } from '../../store/question-list.ts';
import styles from './liaison.module.css';
import type { Triage } from './use-triage.ts';

type RowsProps = Pick<Triage, 'shown' | 'current' | 'choose' | 'marked' | 'mark' | 'markTo'> & {
  box: RefObject<HTMLDivElement | null>;
};

/** One list box, which keeps the focus while the keys go through it; however many there are, only those near are. */
export function QuestionRows({ shown, current, choose, marked, mark, markTo, box }: RowsProps) {
  const words = useQuestionsWords();
  const id = useId();
  const keys = useMemo(() => shown.map(({ question }) => question.questionId), [shown]);
  const currentId = current?.question.questionId ?? null;
  const { list, measure, rows, totalPx } = useVirtualRows(keys, [currentId]);
  const marks = useMemo(() => new Set(marked), [marked]);
  const onClick = (event: MouseEvent, questionId: string) => {
    const isBox = (event.target as Element).closest('[data-choose]') !== null;
    if (event.shiftKey) markTo(questionId);
    else if (isBox || event.ctrlKey || event.metaKey) mark(questionId);
    choose(questionId);
    box.current?.focus();
  };
  const optionId = (questionId: string) => `${id}-${questionId}`;
  useLayoutEffect(() => {
    if (currentId !== null)
      document.getElementById(`${id}-${currentId}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, currentId]);
  if (shown.length === 0) {
    return (
      <div ref={box} tabIndex={-1}>
        <p className={styles.empty}>{words.none}</p>
      </div>
    );
  }
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={words.list}
      aria-activedescendant={currentId === null ? undefined : optionId(currentId)}
      className={styles.box}
    >
      <ol ref={list} role="presentation" className={styles.rows} style={{ height: totalPx }}>
        {rows.map(({ index, key, start }) => {
          const one = shown[index];
          if (!one) return null;
          const { questionId } = one.question;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box round it has the keys.
            <li
              key={key}
              ref={measure}
              id={optionId(questionId)}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: measured as the item of a list, read as an option.
              role="option"
              tabIndex={-1}
              aria-selected={questionId === currentId}
              aria-checked={marks.has(questionId)}
              aria-posinset={index + 1}
              aria-setsize={shown.length}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => onClick(event, questionId)}
            >
              <Row {...one} isMarked={marks.has(questionId)} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Row({ question, status, isMarked }: Listed & { isMarked: boolean }) {
  const words = useQuestionsWords();
  const { doors } = useMessages();
  const questions = useMeeting((state) => state.questions);
  const isLike = status === 'received' && duplicateOf(question, questions) !== null;
  return (
    <div className={styles.card}>
      {/* What it says is said by the option. */}
      <span data-choose="" aria-hidden="true" className={styles.choose}>
        {isMarked ? '☑' : '☐'}
      </span>
      <p className={styles.rowText} dir="auto">
        {question.text}
      </p>
      <p className={styles.facts}>
        <ChannelMark channel={question.channel} />
        <bdi>{question.name ?? words.unnamed}</bdi>
        <span>{doors[question.door]}</span>
        <Chip look={status === 'received' ? 'accent' : 'plain'}>{words.status[status]}</Chip>
        {question.passed && <Chip>{words.passed}</Chip>}
        {isLike && <Chip look="warn">{words.like}</Chip>}
        {question.votes > 0 && <span>{words.votes(question.votes)}</span>}
      </p>
    </div>
  );
}
