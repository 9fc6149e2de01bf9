import { type ScanFailure, useQrScanner } from '../../hooks/use-qr-scanner.ts';
import { useHomeWords } from '../../messages/home.ts';
import styles from './ScanQr.module.css';

type ScanQrProps = { onText(text: string): boolean; onFailure(failure: ScanFailure): void };

/** The camera's picture; ends when a text was the right one. */
export function ScanQr({ onText, onFailure }: ScanQrProps) {
  const words = useHomeWords();
  const { video, state } = useQrScanner(onText, onFailure);
  return (
    <div className={styles.scan}>
      <p role="status">{words.scanStates[state]}</p>
      <video ref={video} className={styles.video} muted playsInline />
    </div>
  );
}
