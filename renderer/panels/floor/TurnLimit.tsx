import { useState } from 'react';
import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession } from '../../hooks/session.ts';
import { useFloorWords } from '../../messages/floor.ts';
import { useMessages } from '../../messages/language.ts';
import { durationIn } from '../../store/duration.ts';
import styles from './TurnLimit.module.css';

/** "of 2:00", and a press away the field in which any other limit is set. */
export function TurnLimit({ turn }: { turn: Turn }) {
  const { floor } = useMessages();
  const words = useFloorWords();
  const { why } = useSession();
  const [isOpen, setOpen] = useState(false);
  const text = floor.limit(clock(turn.limitMs / 1_000));
  const refused = why({ name: 'floor/adjust', args: { turnId: turn.turnId, seconds: 0 } });
  if (refused) return <>{text}</>;
  if (isOpen) return <LimitForm turn={turn} onClose={() => setOpen(false)} />;
  return (
    <Button look="quiet" className={styles.open} title={words.setLimit} onClick={() => setOpen(true)}>
      {text}
    </Button>
  );
}

function LimitForm({ turn, onClose }: { turn: Turn; onClose(): void }) {
  const words = useFloorWords();
  const { submit } = useSession();
  const [text, setText] = useState(clock(turn.limitMs / 1_000));
  const limitMs = durationIn(text);
  const set = () => {
    if (limitMs === null) return;
    const seconds = (limitMs - turn.limitMs) / 1_000;
    if (seconds !== 0) submit({ name: 'floor/adjust', args: { turnId: turn.turnId, seconds } });
    onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label={words.setLimit}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextInput
        inputRef={focusOnce}
        label={words.limitField}
        value={text}
        charsMax={8}
        error={limitMs === null ? words.notATime : null}
        onChange={setText}
      />
      <Button isSubmit reason={limitMs === null ? words.notATime : null}>
        {words.set}
      </Button>
    </form>
  );
}
