import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { Button } from '../../components/Button.tsx';
import { Isolated } from '../../components/Isolated.tsx';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './queue.module.css';

type WaitingProps = {
  waiting: Entry;
  /** It was tried all the same: said louder. */
  isInsisted: boolean;
  onSeek(entryId: string): void;
};

/** Whoever is being added has a hand up already, and this is the way to its card. */
export function WaitingNotice({ waiting, isInsisted, onSeek }: WaitingProps) {
  const words = useHandWords();
  const { unnamed } = useMessages();
  const name = waiting.name ?? unnamed;
  return (
    <div className={`${styles.notice} ${isInsisted ? styles.loud : ''}`}>
      <p key={String(isInsisted)} role={isInsisted ? 'alert' : 'status'}>
        <Isolated text={words.isAlready(name, waiting.door)} name={name} />
      </p>
      <Button className={styles.act} onClick={() => onSeek(waiting.entryId)}>
        {words.show}
      </Button>
    </div>
  );
}
