import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './form.module.css';

type ConfirmProps = { children: ReactNode; yes: string; no: string; onYes(): void; onNo(): void };

/** Asks in place, where the eye already is. The focus goes to the safe answer and Escape gives it. */
export function Confirm({ children, yes, no, onYes, onNo }: ConfirmProps) {
  const group = useRef<HTMLDivElement>(null);
  // Before anything else looks where the focus went: what was pressed may be gone.
  useLayoutEffect(() => {
    const before = document.activeElement;
    group.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      ref={group}
      role="alert"
      className={styles.clash}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p>{children}</p>
      <Button onClick={onYes}>{yes}</Button>
      <Button onClick={onNo}>{no}</Button>
    </div>
  );
}
