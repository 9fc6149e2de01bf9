import type { KeyboardEvent, Ref } from 'react';
import { useId, useState } from 'react';
import type { SendArgs } from '../../../shared/domain/backchannel/schema.ts';
import { MESSAGE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Urgency } from '../../../shared/lib/vocabulary.ts';
import { URGENCIES } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import styles from './Composer.module.css';
import { UrgencyMark } from './UrgencyMark.tsx';

/** Before that, nobody needs to count. */
const LEFT_SHOWN_MAX = 100;

type ComposerProps = {
  say(args: Omit<SendArgs, 'messageId'>): boolean;
  reason: string | null;
  field?: Ref<HTMLInputElement>;
};

/** Words of one's own; what is half written stays when the panel is put away. */
export function Composer({ say, reason, field }: ComposerProps) {
  const words = useBackchannelWords();
  const keyNames = useKeyNames();
  const id = useId();
  const [text, setText] = useScratch('evenfloor.message');
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const left = MESSAGE_CHARS_MAX - text.length;
  const send = () => {
    if (reason || text.trim() === '' || !say({ text: text.trim(), urgency })) return;
    setText('');
    // The next message is not urgent because the last one was.
    setUrgency('normal');
  };
  const onKeyDown = ({ key, nativeEvent }: KeyboardEvent) => {
    // Enter belongs to the input method while it composes.
    if (key !== 'Enter' || nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    nativeEvent.preventDefault();
    send();
  };
  return (
    <div className={styles.composer}>
      <fieldset className={styles.urgencies}>
        <legend className={form.hidden}>{words.urgency}</legend>
        {URGENCIES.map((one) => (
          <label key={one} className={styles.urgency}>
            <input
              type="radio"
              className={form.hidden}
              name={`${id}-urgency`}
              checked={urgency === one}
              onChange={() => setUrgency(one)}
            />
            <UrgencyMark urgency={one} /> {words.urgencies[one]}
          </label>
        ))}
      </fieldset>
      <div className={styles.row}>
        <input
          ref={field}
          className={`${form.input} ${styles.field}`}
          aria-label={words.field}
          aria-keyshortcuts={keyNames.hint('message').aria}
          aria-describedby={left <= LEFT_SHOWN_MAX ? `${id}-left` : undefined}
          placeholder={words.placeholder(keyNames.of('message'))}
          autoComplete="off"
          dir="auto"
          maxLength={MESSAGE_CHARS_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button look="strong" className={styles.send} reason={reason} onClick={send}>
          {words.send}
        </Button>
      </div>
      {left <= LEFT_SHOWN_MAX && (
        <p id={`${id}-left`} className={form.hint}>
          {words.left(left)}
        </p>
      )}
    </div>
  );
}
