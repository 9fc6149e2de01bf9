import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { useMeeting } from '../../hooks/session.ts';
import styles from './EntryCard.module.css';

/** The question that this hand is up for, where the topic does not say all of it. */
export function EntryQuestion({ entry }: { entry: Entry }) {
  const question = useMeeting((state) => state.questions.find((one) => one.entryId === entry.entryId));
  if (!question || question.text === entry.topic) return null;
  return (
    <p className={styles.topic} dir="auto">
      {question.text}
    </p>
  );
}
