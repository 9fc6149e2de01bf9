import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import type { Question } from '../../../shared/domain/questions/schema.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { mergeOf, othersLike } from '../../store/duplicates.ts';
import styles from '../AddHand.module.css';

/** With which other question: what says nearly the same comes first, the rest by letters. */
export function MergeForm({ question, onDone }: { question: Question; onDone(): void }) {
  const words = useQuestionsWords();
  const id = useId();
  const { submit } = useSession();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const questions = useMeeting((state) => state.questions);
  const options = othersLike(question, questions, text);
  const merge = (other: Question) => {
    if (!submit(mergeOf(question, other))) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const other = options[active];
    if (event.key === 'Escape') onDone();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, Math.max(0, options.length - 1)));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter' && other) merge(other);
    else return;
    event.preventDefault();
  };
  return (
    <div className={form.group}>
      <div className={form.field}>
        <label htmlFor={id}>{words.form.merge}</label>
        <input
          id={id}
          ref={focusOnce}
          className={form.input}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Options id={id} options={options} active={active} onPick={merge} />
      </div>
      <p role="status" className={form.hint}>
        {options.length === 0 ? words.none : words.form.mergeHint}
      </p>
      <div className={form.row}>
        <Button look="quiet" onClick={onDone}>
          {words.form.cancel}
        </Button>
      </div>
    </div>
  );
}

type OptionsProps = {
  id: string;
  options: readonly Question[];
  active: number;
  onPick(other: Question): void;
};

/** The field above keeps the focus; the arrow keys move `active`. */
function Options({ id, options, active, onPick }: OptionsProps) {
  const words = useQuestionsWords();
  return (
    <div id={`${id}-list`} role="listbox" aria-label={words.form.merge} className={styles.options}>
      {options.map((other, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys of its options.
        <div
          key={other.questionId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(other)}
        >
          <span>
            <ChannelMark channel={other.channel} /> <bdi>{other.text}</bdi>
          </span>
          <bdi className={styles.note}>{other.name}</bdi>
        </div>
      ))}
    </div>
  );
}
