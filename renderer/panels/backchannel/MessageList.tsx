import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Message } from '../../../shared/domain/backchannel/schema.ts';
import { Button } from '../../components/Button.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useView } from '../../hooks/session.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import { useLanguage } from '../../messages/language.ts';
import { textOf } from '../../store/backchannel.ts';
import styles from './MessageList.module.css';
import { Receipts } from './Receipts.tsx';
import { UrgencyMark } from './UrgencyMark.tsx';

/** Closer to the end than this, whatever comes next is followed. */
const AT_END_PX = 24;

type MessageListProps = {
  messages: readonly Message[];
  ownId: string | undefined;
  awaiting: readonly Message[];
  acknowledge(message: Message): void;
  onRead(): void;
};

/** The newest at the bottom; it stays in sight unless somebody has gone back to read. */
export function MessageList({ messages, ownId, awaiting, acknowledge, onRead }: MessageListProps) {
  const words = useBackchannelWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const lastOwnId = messages.findLast((message) => message.from.personId === ownId)?.messageId;
  useEffect(() => {
    // Whoever says something wants to see it, wherever in the list the eye was.
    if (lastOwnId !== undefined) setAtEnd(true);
  }, [lastOwnId]);
  const follow = useEffectEvent((all: readonly Message[]) => {
    if (scroller.current) scroller.current.scrollTop = 0;
    if (all.length > 0) onRead();
  });
  useEffect(() => {
    if (isAtEnd) follow(messages);
  }, [messages, isAtEnd]);
  const take = (some: readonly Message[], pressed: Element) => {
    // The button goes with the press; on the page itself the next Enter would call somebody.
    if (pressed === document.activeElement) scroller.current?.focus();
    for (const message of some) acknowledge(message);
  };
  return (
    <>
      {messages.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={words.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        // Laid out from the bottom (see the styles), it counts from there: zero is the newest.
        onScroll={({ currentTarget }) => setAtEnd(currentTarget.scrollTop > -AT_END_PX)}
      >
        <ol className={styles.list}>
          {messages.map((message) => (
            <Line
              key={message.messageId}
              message={message}
              isOwn={message.from.personId === ownId}
              onGotIt={awaiting.includes(message) ? (pressed) => take([message], pressed) : null}
            />
          ))}
        </ol>
      </section>
      {awaiting.length > 1 && (
        <Button className={styles.all} onClick={({ currentTarget }) => take(awaiting, currentTarget)}>
          {words.gotAll(awaiting.length)}
        </Button>
      )}
    </>
  );
}

type LineProps = { message: Message; isOwn: boolean; onGotIt: ((pressed: Element) => void) | null };

function Line({ message, isOwn, onGotIt }: LineProps) {
  const words = useBackchannelWords();
  const language = useLanguage();
  const who = useWho();
  const isSending = useView(({ at }) => message.seq > (at?.seq ?? 0));
  const text = textOf(message, words.cues);
  const look = [styles.line, styles[message.urgency], isOwn && styles.own].filter(Boolean).join(' ');
  return (
    <li className={look}>
      <span className={styles.meta}>
        <bdi>{who(message.from)}</bdi> · {isSending ? words.sending : timeOfDay(message.atMs, language)}
        {/* What is neither goes without saying. */}
        {message.urgency !== 'normal' && (
          <>
            {' · '}
            <span className={styles.urgency}>
              <UrgencyMark urgency={message.urgency} /> {words.urgencies[message.urgency]}
            </span>
          </>
        )}
      </span>
      <span className={styles.text} dir="auto">
        {text}
      </span>
      <Receipts message={message} isOwn={isOwn} />
      {onGotIt && (
        <Button
          className={styles.got}
          aria-label={words.gotItOf(text)}
          onClick={({ currentTarget }) => onGotIt(currentTarget)}
        >
          {words.gotIt}
        </Button>
      )}
    </li>
  );
}
