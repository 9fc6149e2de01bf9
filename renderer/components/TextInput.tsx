import type { Ref } from 'react';
import { useId } from 'react';
import styles from './form.module.css';
import { Suggestions } from './Suggestions.tsx';

type TextInputProps = {
  label: string;
  value: string;
  onChange(text: string): void;
  charsMax?: number;
  hint?: string;
  error?: string | null;
  autoComplete?: string;
  inputRef?: Ref<HTMLInputElement>;
  type?: 'text' | 'url';
  suggestions?: readonly string[];
};

/** A field whose text belongs to the form round it. */
export function TextInput({
  label,
  value,
  onChange,
  charsMax,
  hint,
  error,
  suggestions,
  ...props
}: TextInputProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={props.inputRef}
        className={styles.input}
        type={props.type ?? 'text'}
        value={value}
        maxLength={charsMax}
        dir="auto"
        list={suggestions ? `${id}-list` : undefined}
        autoComplete={props.autoComplete ?? 'off'}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions && <Suggestions id={`${id}-list`} texts={suggestions} />}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
