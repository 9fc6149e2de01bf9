import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { Isolated } from '../../components/Isolated.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useCallReason } from '../../hooks/use-call-reason.ts';
import { useFloorWords } from '../../messages/floor.ts';
import { useMessages } from '../../messages/language.ts';
import { goOn, interruptedTurn } from '../../store/interrupted.ts';
import styles from './HeldSlotCard.module.css';

/** After a point of order: who had to stop for it, and the way to give back what was left. */
export function InterruptedCard() {
  const words = useFloorWords();
  const { unnamed } = useMessages();
  const { submit, newId } = useSession();
  const reason = useCallReason();
  const state = useMeeting((meeting) => meeting);
  const interrupted = interruptedTurn(state);
  if (!interrupted) return null;
  const { turn, restMs } = interrupted;
  const name = turn.name || unnamed;
  return (
    <section className={styles.card} aria-label={words.interrupted(name)}>
      <p className={styles.title}>
        <ChannelMark channel={turn.channel} /> <Isolated text={words.interrupted(name)} name={name} />
      </p>
      <p className={styles.hint}>{words.interruptedHint}</p>
      <Button
        data-does={turn.turnId}
        reason={reason}
        onClick={() => submit(goOn(state, interrupted, newId()))}
      >
        {words.goOn(clock(restMs / 1_000))}
      </Button>
    </section>
  );
}
