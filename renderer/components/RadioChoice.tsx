import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './RadioChoice.module.css';

type ChoiceProps<T extends string> = {
  label: string;
  options: readonly T[];
  value: T;
  word(option: T): string;
  mark?(option: T): ReactNode;
  onChange(option: T): void;
};

/** Radio buttons: arrow keys, labels and groups come with them. */
export function RadioChoice<T extends string>({
  label,
  options,
  value,
  word,
  mark,
  onChange,
}: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choices} aria-label={label}>
      {options.map((option) => (
        <label key={option} className={styles.choice}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {mark?.(option)} {word(option)}
        </label>
      ))}
    </fieldset>
  );
}
