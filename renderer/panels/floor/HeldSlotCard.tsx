import type { HeldSlot } from '../../../shared/domain/fairness/held-slot.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { useSession } from '../../hooks/session.ts';
import { useFairnessOf } from '../../hooks/use-fairness.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useFairnessWords } from '../../messages/fairness.ts';
import { useHubWords } from '../../messages/language.ts';
import styles from './HeldSlotCard.module.css';

/** A turn that is kept for the side that is behind: for how long still, and the way to go on at once. */
export function HeldSlotCard() {
  const held = useFairnessOf((figures) => figures.heldSlot);
  return held && <Card held={held} />;
}

function Card({ held }: { held: HeldSlot }) {
  const words = useFairnessWords();
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const keyNames = useKeyNames();
  const command = { name: 'floor/skip-hold' as const, args: { afterTurnId: held.afterTurnId } };
  const refused = why(command);
  return (
    <section className={styles.card} aria-label={words.heldFor(held.channel)}>
      <p className={styles.title} role="status">
        <ChannelMark channel={held.channel} /> {words.heldFor(held.channel)}
      </p>
      <p className={styles.hint}>
        <Remaining held={held} />
      </p>
      <Button
        reason={refused && rejection(refused)}
        title={words.skipHoldLabel}
        // The first press of the key that calls goes on, the next one calls.
        hint={keyNames.hint('call')}
        onClick={() => submit(command)}
      >
        {words.skipHold}
      </Button>
    </section>
  );
}

/** Ticks by itself. */
function Remaining({ held }: { held: HeldSlot }) {
  const words = useFairnessWords();
  const seconds = Math.max(0, Math.ceil((held.untilMs - useNow()) / 1_000));
  return <>{words.heldHint(held.channel, clock(seconds))}</>;
}
