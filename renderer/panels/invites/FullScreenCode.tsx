import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import styles from './FullScreenCode.module.css';

type FullScreenProps = {
  link: string;
  /** In place of the link where it has to be typed. */
  shortLink: string | null;
  name: string;
  onClose(): void;
};

/** For the projector: the code as large as the screen, and the address for whoever has no camera. */
export function FullScreenCode({ link, shortLink, name, onClose }: FullScreenProps) {
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
        <p className={shortLink === null ? styles.link : styles.short}>{withoutScheme(shortLink ?? link)}</p>
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
    </dialog>
  );
}

/** A browser finds `https:` and `http:` by itself, and every letter less is typed sooner. */
export function withoutScheme(link: string): string {
  return link.replace(/^https?:\/\//, '');
}
