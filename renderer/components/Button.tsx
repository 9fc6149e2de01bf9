import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import styles from './Button.module.css';

/** A key as it is printed, and by the name that assistive technology knows. */
export type KeyHint = { text: string; aria: string };

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  look?: 'plain' | 'strong' | 'accent' | 'quiet';
  /** Why it cannot be pressed; said by the button itself, which stays reachable. */
  reason?: string | null;
  /** Sends the form that it stands in, as Enter in one of its fields does. */
  isSubmit?: boolean;
  /** The key that does the same. */
  hint?: KeyHint;
  children: ReactNode;
};

/** A button with a reason keeps its place in the tab order, so that the reason can be found and read. */
export function Button({
  look = 'plain',
  reason,
  isSubmit,
  hint,
  children,
  onClick,
  title,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={isSubmit ? 'submit' : 'button'}
      className={[styles.button, styles[look], rest.className].filter(Boolean).join(' ')}
      title={reason ?? title}
      aria-disabled={reason ? true : rest['aria-disabled']}
      aria-keyshortcuts={hint?.aria}
      // A click of the mouse takes no focus, so that the floor keys go on working after it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={reason ? refuse : onClick}
    >
      {children}
      {hint && <kbd className={styles.key}>{hint.text}</kbd>}
    </button>
  );
}

/** Not even the form round it is sent. */
function refuse(event: MouseEvent<HTMLButtonElement>): void {
  event.preventDefault();
}
