import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../messages/language.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

type DialogProps = {
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Beside the button that closes it. */
  actions?: ReactNode;
};

/** Over the page until it is closed, by its button or by Escape; the buttons stay in sight on a small screen. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const { app } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      {children}
      <div className={styles.buttons}>
        <Button onClick={() => dialog.current?.close()}>{app.close}</Button>
        {actions}
      </div>
    </dialog>
  );
}
