import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { NAME_CHARS_MAX, QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel, Door } from '../../../shared/lib/vocabulary.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import form from '../../components/form.module.css';
import { RadioChoice } from '../../components/RadioChoice.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession } from '../../hooks/session.ts';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useMessages } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { copiedIn } from '../../store/question-list.ts';
import styles from './liaison.module.css';

/** Doors by which a question comes to staff; a written question has none of its own. */
const COPY_DOORS: readonly Door[] = ['stream', 'chat', 'zoom', 'tencent', 'room', 'phone', 'web'];

/** What came by the stream, a chat or a slip of paper, under the side that it came from. */
export function CopyIn() {
  const words = useQuestionsWords();
  const { channels, doors } = useMessages();
  const id = useId();
  const { submit, newId } = useSession();
  const [channel, setChannel] = useState<Channel>('online');
  const [door, setDoor] = useState<Door>('stream');
  const [name, setName] = useState('');
  const [text, setText] = useScratch('evenfloor.copy-in');
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { questions, tooLong } = copiedIn(text);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    const isEmpty = questions.length === 0;
    setError(tooLong ? words.copyLong(tooLong, QUESTION_CHARS_MAX) : isEmpty ? words.copyEmpty : null);
    if (tooLong || isEmpty) return;
    const who = name.trim() === '' ? {} : { name: name.trim() };
    const isTaken = (line: string) =>
      !submit({ name: 'questions/ask', args: { questionId: newId(), text: line, ...who, channel, door } });
    // What is refused stays in the field, with all that comes after it.
    const refusedAt = questions.findIndex((line) => !isTaken(line));
    const count = refusedAt < 0 ? questions.length : refusedAt;
    setText(questions.slice(count).join('\n'));
    if (refusedAt < 0) setName('');
    setSaid(words.copied(count));
  };
  return (
    <form className={form.card} aria-labelledby={`${id}-title`} onSubmit={add} noValidate>
      <h2 id={`${id}-title`} className={styles.title}>
        {words.copy}
      </h2>
      <RadioChoice
        label={words.copySide}
        options={CHANNELS}
        value={channel}
        word={(one) => channels[one]}
        mark={(one) => <ChannelMark channel={one} />}
        onChange={(one) => setChannel(one)}
      />
      <SelectField
        label={words.copyDoor}
        value={door}
        options={COPY_DOORS.map((one) => ({ value: one, label: doors[one] }))}
        onChange={(one) => setDoor(one)}
      />
      <TextInput label={words.copyName} value={name} charsMax={NAME_CHARS_MAX} onChange={setName} />
      <div className={form.field}>
        <label htmlFor={id}>{words.copyText}</label>
        <textarea
          id={id}
          className={form.input}
          rows={4}
          dir="auto"
          value={text}
          aria-invalid={error !== null ? true : undefined}
          aria-describedby={error !== null ? `${id}-error` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {error !== null && (
          <p id={`${id}-error`} role="alert" className={form.error}>
            {error}
          </p>
        )}
      </div>
      <Button isSubmit look="strong">
        {words.copyAdd(questions.length)}
      </Button>
      <p role="status" className={form.hint}>
        {said}
      </p>
    </form>
  );
}
