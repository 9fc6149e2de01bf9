/** For somebody on the staff who also speaks: what a participant's page becomes, beside the other places. */
import { useOwnMoment } from '../hooks/use-own-moment.ts';
import { useWakeLock } from '../hooks/use-wake-lock.ts';
import { useParticipantWords } from '../messages/participant.ts';
import { FloorNow } from '../panels/participant/FloorNow.tsx';
import { Speaker } from '../panels/speaker/Speaker.tsx';
import styles from './SpeakerView.module.css';

export function SpeakerView() {
  useWakeLock();
  const words = useParticipantWords();
  const moment = useOwnMoment();
  return (
    <main className={styles.page}>
      {moment ? (
        <Speaker moment={moment} />
      ) : (
        <div className={styles.idle}>
          <p role="status">{words.notYet}</p>
          <FloorNow />
        </div>
      )}
    </main>
  );
}
