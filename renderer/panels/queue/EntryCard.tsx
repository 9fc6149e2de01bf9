import { memo, useRef } from 'react';
import { whoKey } from '../../../shared/domain/fairness/view.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { isNotReady } from '../../../shared/domain/queue/slice.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Waited } from '../../components/Waited.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import { EntryActions } from './EntryActions.tsx';
import styles from './EntryCard.module.css';
import { EntryQuestion } from './EntryQuestion.tsx';
import { QuietFor, useIsQuiet } from './QuietFor.tsx';
import { TwinNotice } from './TwinNotice.tsx';

type CardProps = {
  entry: Entry;
  isProposed: boolean;
  /** Called once while a turn runs; a second press is asked for. */
  isArmed: boolean;
  /** Its actions are shown. */
  isOpen: boolean;
  /** It may be taken to another place. */
  canMove: boolean;
  onOpen(entryId: string | null): void;
  /** Why nobody can be called now. */
  callReason: string | null;
  onCall(entryId: string): void;
  /** One of its actions has moved it. */
  onMoved(entryId: string): void;
};

/**
 * One hand: who, how long, what about; calling is one press away, all else two. Of a thousand cards a commit renders
 * those whose hand it touched, so all that is handed in must stay the same while nothing changes.
 */
export const EntryCard = memo(function EntryCard(props: CardProps) {
  const { entry, isProposed, isArmed, isOpen, canMove, onOpen, callReason, onCall, onMoved } = props;
  const messages = useMessages();
  const toggle = useRef<HTMLButtonElement>(null);
  const name = entry.name ?? messages.unnamed;
  const look = isProposed ? styles.proposed : entry.held ? styles.held : '';
  const close = () => onOpen(null);
  return (
    <div className={`${styles.card} ${styles[entry.channel]} ${look}`}>
      {canMove ? <Handle name={name} /> : <span className={styles.noHandle} />}
      <div className={styles.content}>
        <div className={styles.head}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <span className={styles.wait} title={messages.queue.waiting('')}>
            <Waited sinceMs={entry.joinedAtMs} />
          </span>
        </div>
        <div className={styles.body}>
          <Facts entry={entry} isProposed={isProposed} />
          <Button
            className={styles.small}
            look={isArmed ? 'accent' : 'plain'}
            reason={callReason}
            // What is said must begin with what is shown, or a voice cannot press it.
            aria-label={
              isArmed
                ? `${messages.suggestion.againShort}: ${messages.queue.callName(name)}`
                : messages.queue.callName(name)
            }
            onClick={() => onCall(entry.entryId)}
          >
            {isArmed ? messages.suggestion.againShort : messages.queue.call}
          </Button>
          <Button
            ref={toggle}
            data-landing={entry.channel}
            look="quiet"
            className={styles.small}
            aria-label={messages.queue.actions(name)}
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : entry.entryId)}
          >
            {isOpen ? '×' : '⋯'}
          </Button>
        </div>
        {entry.topic && (
          <p className={styles.topic} dir="auto">
            {entry.topic}
          </p>
        )}
        {entry.door === 'question' && <EntryQuestion entry={entry} />}
        <TwinNotice entry={entry} />
        {isOpen && (
          <EntryActions
            entry={entry}
            onDone={close}
            onMoved={onMoved}
            onLeave={() => {
              close();
              toggle.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
});

/** What a finger drags, and where the keys that move are told. */
function Handle({ name }: { name: string }) {
  const words = useHandWords();
  return (
    <Button
      look="quiet"
      className={styles.handle}
      data-handle=""
      aria-label={words.move(name)}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title={words.moveHint}
    >
      <span className={styles.grip} aria-hidden="true" />
    </Button>
  );
}

/** Every mark is a word; the colours of the card only repeat them. */
function Facts({ entry, isProposed }: { entry: Entry; isProposed: boolean }) {
  const messages = useMessages();
  const { queue: words } = messages;
  // A number, so that the card renders again only when it changes.
  const turns = useMeeting((state) => state.turns.filter((turn) => whoKey(turn) === whoKey(entry)).length);
  const isOnDeck = useMeeting((state) => state.queue.onDeck.includes(entry.entryId));
  const isQuiet = useIsQuiet(entry.entryId);
  const { readiness } = entry;
  const said = [
    turns === 0 ? words.first : words.turns(turns),
    ...(entry.missedCalls ? [words.missed(entry.missedCalls)] : []),
    ...(entry.placedAtMs === undefined ? [] : [words.placed]),
  ];
  return (
    <span className={styles.facts}>
      {isProposed && <Chip look="accent">{words.proposed}</Chip>}
      {isOnDeck && (
        <Chip look={readiness === 'no-microphone' ? 'warn' : 'accent'}>
          {readiness ? words.readiness[readiness] : words.onDeck}
        </Chip>
      )}
      {isQuiet && (
        <Chip look="warn">
          ◌ <QuietFor entryId={entry.entryId} />
        </Chip>
      )}
      {entry.held && <Chip>{isNotReady(entry) ? words.readiness['not-ready'] : words.held}</Chip>}
      {entry.relayed && <Chip look="accent">{messages.relayed}</Chip>}
      <Chip>{messages.kinds[entry.kind]}</Chip>
      <Chip>{messages.doors[entry.door]}</Chip>
      <span>{said.join(' · ')}</span>
    </span>
  );
}
