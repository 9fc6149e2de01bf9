import { useRef, useState } from 'react';
import type { Message } from '../../../shared/domain/backchannel/schema.ts';
import { Announcer } from '../../components/Announcer.tsx';
import { Button } from '../../components/Button.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useBackchannel, useUrgentMessages } from '../../hooks/use-backchannel.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import { useLanguage } from '../../messages/language.ts';
import { textOf } from '../../store/backchannel.ts';
import { UrgencyMark } from './UrgencyMark.tsx';
import styles from './UrgentBanner.module.css';

/** More would push the floor out of sight. */
const SHOWN_MAX = 2;

/** Urgent messages of others stay in the way until this person has acknowledged them, whatever else is open. */
export function UrgentBanner() {
  const words = useBackchannelWords();
  const { acknowledge } = useBackchannel();
  const urgent = useUrgentMessages();
  const place = useRef<HTMLDivElement>(null);
  const gotIt = (message: Message) => {
    // The button goes with the press; on the page itself the next Enter would call somebody.
    if (place.current?.contains(document.activeElement)) place.current.focus();
    acknowledge(message);
  };
  const earlier = urgent.length - SHOWN_MAX;
  return (
    <div ref={place} tabIndex={-1} className={styles.banners}>
      {urgent.slice(-SHOWN_MAX).map((message) => (
        <Urgent key={message.messageId} message={message} onGotIt={() => gotIt(message)} />
      ))}
      {earlier > 0 && <p className={styles.earlier}>{words.earlier(earlier)}</p>}
    </div>
  );
}

function Urgent({ message, onGotIt }: { message: Message; onGotIt(): void }) {
  const words = useBackchannelWords();
  const language = useLanguage();
  const who = useWho();
  const text = textOf(message, words.cues);
  const author = who(message.from);
  const [before, after] = words.urgentFrom('|', timeOfDay(message.atMs, language)).split('|');
  return (
    <div className={styles.banner}>
      {/* Said once, when it comes: the button stands outside. */}
      <p role="alert" className={styles.text}>
        <UrgencyMark urgency="high" />{' '}
        <span className={styles.from}>
          {before}
          <bdi>{author}</bdi>
          {after}
        </span>{' '}
        <bdi>{text}</bdi>
      </p>
      <Button className={styles.got} aria-label={words.gotItOf(text)} onClick={onGotIt}>
        {words.gotIt}
      </Button>
    </div>
  );
}

/** Reads out the other messages as they come, wherever one is; the urgent ones are alerts by themselves. */
export function MessageAnnouncer() {
  const words = useBackchannelWords();
  const who = useWho();
  const { messages, ownId } = useBackchannel();
  const [sinceSeq] = useState(messages.at(-1)?.seq ?? 0);
  const newest = messages.findLast(
    ({ from, urgency, seq }) => from.personId !== ownId && urgency !== 'high' && seq > sinceSeq,
  );
  return <Announcer text={newest ? words.from(who(newest.from), textOf(newest, words.cues)) : ''} />;
}
