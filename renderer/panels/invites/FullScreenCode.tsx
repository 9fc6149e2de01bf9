import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import styles from './FullScreenCode.module.css';

/** For the projector: the code as large as the screen, and the address for whoever has no camera. */
export function FullScreenCode({ link, name, onClose }: { link: string; name: string; onClose(): void }) {
  const words = useInvitesWords();
  const title = useMeeting((state) => state.session.title);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Refused where a page may not fill the screen; the dialog then fills the window.
    shown?.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={words.code(name)} onClose={onClose}>
      <div className={styles.inner}>
        <p className={styles.title} dir="auto">
          {title}
        </p>
        <div className={styles.code}>
          <QrCode text={link} label={words.code(name)} />
        </div>
        <p className={styles.hint}>{words.fullHint}</p>
        <p className={styles.link}>{link}</p>
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
    </dialog>
  );
}
