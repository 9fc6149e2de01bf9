import { useMemo } from 'react';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import { useMeeting } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import type { PastedName } from '../../store/pasted.ts';
import { sortPasted } from '../../store/pasted.ts';
import styles from './queue.module.css';
import type { Who } from './use-hand-commands.ts';

type OfferProps = {
  names: readonly string[];
  onJoin(who: Who): boolean;
  onDone(): void;
  onCancel(): void;
};

/** Several names at once: says of each what will become of it, and adds them by one press. */
export function PasteOffer({ names, onJoin, onDone, onCancel }: OfferProps) {
  const messages = useMessages();
  const words = useHandWords();
  const people = useMeeting((state) => state.people);
  const entries = useMeeting((state) => state.queue.entries);
  const sorted = useMemo(() => sortPasted(names, { people, entries }), [names, people, entries]);
  const added = sorted.filter((name) => !name.skipped);
  const noteOf = ({ who, skipped }: PastedName) => {
    if (!skipped) return typeof who === 'string' ? words.asNew : words.fromRoster;
    const why = skipped.why === 'waiting' ? words.already(skipped.as.door) : words.skip[skipped.why];
    return `${words.isSkipped}: ${why}`;
  };
  const addAll = () => {
    // One command each, so that each can be taken back by itself. The first one that is refused says why.
    if (added.every(({ who }) => onJoin(who))) onDone();
  };
  return (
    <section className={styles.pasted} aria-label={words.pasted(names.length)}>
      <p role="status" className={styles.lead}>
        {words.pasted(names.length)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys. */}
      <ul className={styles.names} tabIndex={0} aria-label={words.pasted(names.length)}>
        {sorted.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is as it was pasted, names twice included.
          <li key={index} className={name.skipped ? styles.skipped : ''}>
            <bdi>{typeof name.who === 'string' ? name.text : name.who.name}</bdi>
            <span className={styles.note}>{noteOf(name)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {added.length > 0 && (
          <Button ref={focusOnce} look="strong" onClick={addAll}>
            {words.addAll(added.length)}
          </Button>
        )}
        <Button look="quiet" onClick={onCancel}>
          {messages.add.cancel}
        </Button>
      </div>
    </section>
  );
}
