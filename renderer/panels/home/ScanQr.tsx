import form from '../../components/form.module.css';
import { useQrScanner } from '../../hooks/use-qr-scanner.ts';
import { useHomeWords } from '../../messages/home.ts';
import styles from './ScanQr.module.css';

/** The camera's picture; ends when a text was the right one. */
export function ScanQr({ onText }: { onText(text: string): boolean }) {
  const words = useHomeWords();
  const { video, hasFailed } = useQrScanner(onText);
  if (hasFailed) {
    return (
      <p role="alert" className={form.error}>
        {words.scanFailed}
      </p>
    );
  }
  return (
    <figure className={styles.figure}>
      <video ref={video} className={styles.video} muted playsInline />
      <figcaption role="status">{words.scanning}</figcaption>
    </figure>
  );
}
