import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { useFileDrop } from '../hooks/use-file-drop.ts';
import { useMessages } from '../messages/language.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

type DialogProps = {
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Beside the button that closes it. */
  actions?: ReactNode;
  /** What happens to files that are dropped anywhere while it is open. */
  target?: ReturnType<typeof useFileDrop>['target'];
};

/** Over the page until it is closed, by its button or by Escape; the buttons stay in sight on a small screen. */
export function Dialog({ title, onClose, children, actions, target }: DialogProps) {
  const { app } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={title} onClose={onClose} {...target}>
      <h2>{title}</h2>
      {children}
      <div className={styles.buttons}>
        <Button onClick={() => dialog.current?.close()}>{app.close}</Button>
        {actions}
      </div>
    </dialog>
  );
}
