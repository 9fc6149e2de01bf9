import { useState } from 'react';
import { mayCommand } from '../../../shared/rights.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { Isolated } from '../../components/Isolated.tsx';
import { useHasEnded, useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import type { LeftOver } from '../../store/left-over.ts';
import { leftOverHands } from '../../store/left-over.ts';
import styles from './queue.module.css';

/** An item has begun and hands are left from before. They wait on all the same, so nobody has to answer. */
export function LeftOverNotice() {
  const mayCarry = useView(({ me }) => mayCommand({ personId: '', roles: me.roles }, 'queue/carry'));
  const queue = useMeeting((state) => state.queue);
  const agenda = useMeeting((state) => state.agenda);
  // Of this screen alone, until the next item.
  const [leftItemId, setLeft] = useState<string | null>(null);
  const hasEnded = useHasEnded();
  const left = mayCarry && !hasEnded ? leftOverHands({ queue, agenda }) : null;
  if (!left || left.itemId === leftItemId) return null;
  return <Ask key={left.itemId} left={left} onLeave={() => setLeft(left.itemId)} />;
}

function Ask({ left: { count, from, carry, clear }, onLeave }: { left: LeftOver; onLeave(): void }) {
  const words = useHandWords();
  const { add } = useMessages();
  const { submit } = useSession();
  const [isClearing, setClearing] = useState(false);
  if (isClearing) {
    return (
      <Confirm
        yes={words.clearYes}
        no={add.cancel}
        onNo={() => setClearing(false)}
        onYes={() => submit(clear)}
      >
        {words.clearAsk(count)}
      </Confirm>
    );
  }
  return (
    <div className={styles.left}>
      <p role="status">
        <Isolated text={words.leftOver(count, from)} name={from ?? ''} />
      </p>
      <Button className={styles.act} onClick={() => submit(carry)}>
        {words.carryAll}
      </Button>
      <Button className={styles.act} onClick={() => setClearing(true)}>
        {words.clearLeft}
      </Button>
      <Button
        look="quiet"
        className={styles.act}
        aria-label={words.leave}
        title={words.leave}
        onClick={onLeave}
      >
        ×
      </Button>
    </div>
  );
}
