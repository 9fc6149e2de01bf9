import { useState } from 'react';
import type { Question } from '../../../shared/domain/questions/schema.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import form from '../../components/form.module.css';
import { ListOption } from '../../components/ListOption.tsx';
import { Picker } from '../../components/Picker.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { mergeOf, othersLike } from '../../store/duplicates.ts';
import styles from '../queue/AddHand.module.css';

/** With which other question: what says nearly the same comes first, the rest by letters. */
export function MergeForm({ question, onDone }: { question: Question; onDone(): void }) {
  const words = useQuestionsWords();
  const { submit } = useSession();
  const [text, setText] = useState('');
  const questions = useMeeting((state) => state.questions);
  const options = othersLike(question, questions, text);
  const merge = (other: Question) => {
    if (!submit(mergeOf(question, other))) onDone();
  };
  return (
    <div className={form.group}>
      <Picker
        label={words.form.merge}
        text={text}
        onText={setText}
        options={options}
        onPick={merge}
        onCancel={onDone}
      >
        {(list) => <Options {...list} options={options} onPick={merge} />}
      </Picker>
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

function Options({ id, options, active, onPick }: OptionsProps) {
  const words = useQuestionsWords();
  return (
    <div id={id} role="listbox" aria-label={words.form.merge} className={styles.options}>
      {options.map((other, index) => (
        <ListOption
          key={other.questionId}
          id={`${id}-${index}`}
          isActive={index === active}
          className={styles.option}
          onPick={() => onPick(other)}
        >
          <span>
            <ChannelMark channel={other.channel} /> <bdi>{other.text}</bdi>
          </span>
          <bdi className={styles.note}>{other.name}</bdi>
        </ListOption>
      ))}
    </div>
  );
}
