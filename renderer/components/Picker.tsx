import type { KeyboardEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { focusOnce } from './focus-once.ts';
import form from './form.module.css';

type PickerProps<T> = {
  label: string;
  text: string;
  onText(text: string): void;
  /** What is found for the text. */
  options: readonly T[];
  onPick(option: T): void;
  onCancel(): void;
  /** The list box `id`, its options named `<id>-<index>`; the field keeps the focus, the arrow keys move `active`. */
  children(list: { id: string; active: number }): ReactNode;
};

/** A field that finds what is typed, by keys alone (the combobox of the ARIA practices, with a list below). */
export function Picker<T>({ label, text, onText, options, onPick, onCancel, children }: PickerProps<T>) {
  const id = useId();
  const list = `${id}-list`;
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows that an input method takes for itself; some browsers say so by the code alone.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const option = options[active];
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, Math.max(0, options.length - 1)));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter' && option !== undefined) onPick(option);
    else return;
    event.preventDefault();
  };
  return (
    <div className={form.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={focusOnce}
        className={form.input}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {children({ id: list, active })}
    </div>
  );
}
