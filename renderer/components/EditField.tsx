import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import { useField } from '../hooks/use-field.ts';
import { usePlanWords } from '../messages/plan.ts';
import { Button } from './Button.tsx';
import styles from './form.module.css';
import { Suggestions } from './Suggestions.tsx';

type EditFieldProps = {
  label: string;
  value: string;
  onCommit(text: string): void;
  charsMax: number;
  check?: (text: string) => string | null;
  hint?: string;
  /** Ids of notes that stand beside it. */
  describedBy?: string | undefined;
  isNumber?: boolean;
  isLong?: boolean;
  isReadOnly?: boolean;
  suggestions?: readonly string[];
};

/** Committed by leaving it or by Enter; Escape gives up what was typed. */
export function EditField({ label, hint, describedBy, suggestions, ...props }: EditFieldProps) {
  const id = useId();
  const { value, onCommit, check, charsMax, isNumber, isLong, isReadOnly } = props;
  const field = useField({ value, onCommit, check });
  const Input = isLong ? 'textarea' : 'input';
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the composition of a Chinese word; that is no commit.
    if (event.key === 'Enter' && !isLong && !event.nativeEvent.isComposing) field.commit();
    if (event.key === 'Escape') field.reset();
  };
  const described = [describedBy, hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className={`${styles.input} ${isNumber ? styles.number : ''}`}
        value={field.text}
        maxLength={charsMax}
        readOnly={isReadOnly}
        inputMode={isNumber ? 'decimal' : undefined}
        list={suggestions ? `${id}-list` : undefined}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={described.join(' ') || undefined}
        dir={isNumber ? undefined : 'auto'}
        {...(isLong ? { rows: 3 } : { autoComplete: 'off' })}
        onChange={(event) => field.change(event.target.value)}
        onBlur={field.commit}
        onKeyDown={onKeyDown}
      />
      {suggestions && <Suggestions id={`${id}-list`} texts={suggestions} />}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {field.error && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {field.error}
        </p>
      )}
      {field.theirs !== null && (
        <Clash theirs={field.theirs} onMine={field.keepMine} onTheirs={field.reset} />
      )}
    </div>
  );
}

type ClashProps = { theirs: string; onMine(): void; onTheirs(): void };

/** Two people wrote into the same field: the one who came later chooses. */
function Clash({ theirs, onMine, onTheirs }: ClashProps) {
  const words = usePlanWords();
  return (
    <div role="alert" className={styles.clash}>
      <p>{theirs === '' ? words.clashEmpty : words.clash(theirs)}</p>
      <Button onClick={onMine}>{words.keepMine}</Button>
      <Button onClick={onTheirs}>{words.takeTheirs}</Button>
    </div>
  );
}
