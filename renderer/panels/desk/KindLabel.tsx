import type { NoteKind } from '../../../shared/lib/vocabulary.ts';
import { useDeskWords } from '../../messages/desk.ts';
import styles from './KindLabel.module.css';

/** What a point is: by its word; the colour only helps the eye to find it again. */
export function KindLabel({ kind }: { kind: NoteKind }) {
  const words = useDeskWords();
  return <span className={`${styles.kind} ${styles[kind]}`}>{words.noteKinds[kind]}</span>;
}
