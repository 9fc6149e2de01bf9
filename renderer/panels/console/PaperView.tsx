import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { allottedMs, spentMs } from '../../../shared/domain/agenda/slice.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { CHANNEL_MARKS, CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { usePaperWords } from '../../messages/paper.ts';
import { lineOf } from '../../store/line.ts';
import { turnClock } from '../../store/turn-clock.ts';
import styles from './PaperView.module.css';

/** Rows to write into, for the hands that go up after the paper was printed. */
const EMPTY_ROWS = 6;

/** What comes out of the printer instead of the page: the queue and the run of show, to go on without a screen. */
export function PaperView() {
  const isPrinting = usePrinting();
  return isPrinting ? createPortal(<Paper />, document.body) : null;
}

/** For whoever has only a mouse; a key does the same. */
export function PrintButton() {
  const words = usePaperWords();
  const keyNames = useKeyNames();
  return (
    <Button look="quiet" className={styles.button} hint={keyNames.hint('print')} onClick={() => print()}>
      {words.print}
    </Button>
  );
}

/** A thousand rows are made only when somebody prints; the printer takes what stands there at that moment. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

function Paper() {
  const words = usePaperWords();
  const language = useLanguage();
  const { unnamed } = useMessages();
  const { hubNow } = useSession();
  const state = useMeeting((meeting) => meeting);
  const nowMs = hubNow();
  const { turn } = state.floor;
  const proposed = fairness(state, nowMs, 1).next[0]?.entryId;
  const next = state.queue.entries.find((entry) => entry.entryId === proposed);
  const { title, code } = state.session;
  return (
    <article className={styles.paper}>
      <h1 className={styles.title}>{[code, title].filter(Boolean).join(' · ')}</h1>
      <p>{words.asOf(timeOfDay(nowMs, language, true))}</p>
      <p>
        <strong>
          {turn ? words.floor(turn.name || unnamed, turnClock(turn, nowMs, 'left').text) : words.nobody}
        </strong>
        {next && ` · ${words.next(next.name ?? unnamed)}`}
      </p>
      <RunOfShow nowMs={nowMs} />
      {CHANNELS.map((channel) => (
        <Line key={channel} channel={channel} nowMs={nowMs} />
      ))}
    </article>
  );
}

function RunOfShow({ nowMs }: { nowMs: number }) {
  const words = usePaperWords();
  const { items, currentItemId } = useMeeting((state) => state.agenda);
  if (items.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{words.run}</caption>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.planned}</th>
          <th scope="col">{words.spent}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.itemId}>
            <td dir="auto">
              {item.title}
              {item.itemId === currentItemId && ` ← ${words.now}`}
            </td>
            <td>{clock(allottedMs(item) / 1_000)}</td>
            <td>{clock(spentMs(item, nowMs) / 1_000)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ channel, nowMs }: { channel: Channel; nowMs: number }) {
  const words = usePaperWords();
  const messages = useMessages();
  const language = useLanguage();
  const state = useMeeting((meeting) => meeting);
  const line = lineOf(state, channel, nowMs);
  return (
    <table className={styles.table}>
      <caption>
        {CHANNEL_MARKS[channel]} {words.waiting(messages.channels[channel], line.length)}
      </caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.spoke}</th>
        </tr>
      </thead>
      <tbody>
        {line.map((entry, index) => (
          <tr key={entry.entryId}>
            <td>{index + 1}</td>
            <td dir="auto">
              {entry.name ?? messages.unnamed}
              {entry.held && ` (${words.held})`}
            </td>
            <td>{messages.kinds[entry.kind]}</td>
            <td dir="auto">{entry.topic}</td>
            <td>{timeOfDay(entry.joinedAtMs, language)}</td>
            <td />
          </tr>
        ))}
        {Array.from({ length: EMPTY_ROWS }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty rows have nothing else to be told apart by
          <tr key={`empty-${index}`}>
            <td>{line.length + index + 1}</td>
            <td />
            <td />
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
