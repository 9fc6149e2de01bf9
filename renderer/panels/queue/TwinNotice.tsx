import { useReducer } from 'react';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { twinsOf } from '../../store/same-person.ts';
import styles from './queue.module.css';

/** Pairs that somebody has looked at and found to be two; for as long as the page is open. */
const keptApart = new Set<string>();

/** The same name waits already: one press makes one hand of the two, the earlier. */
export function TwinNotice({ entry }: { entry: Entry }) {
  const messages = useMessages();
  const words = useHandWords();
  const { rejection } = useHubWords();
  const session = useSession();
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const twin = useMeeting(({ people, queue }) =>
    twinsOf({ people, entries: queue.entries }).get(entry.entryId),
  );
  if (!twin) return null;
  const { earlier, merge } = twin;
  const pair = `${earlier.entryId} ${entry.entryId}`;
  if (keptApart.has(pair)) return null;
  const refused = session.why(merge);
  const name = entry.name ?? messages.unnamed;
  return (
    <div className={styles.notice}>
      <p>
        {/* On which side, where that is not this one. */}
        {earlier.channel !== entry.channel && <ChannelMark channel={earlier.channel} />}{' '}
        {words.already(earlier.door)}
      </p>
      <Button
        className={styles.act}
        aria-label={words.mergeOf(name)}
        reason={refused && rejection(refused)}
        onClick={() => session.submit(merge)}
      >
        {words.merge}
      </Button>
      <Button
        look="quiet"
        className={styles.act}
        aria-label={words.keepBothOf(name)}
        title={words.keepBoth}
        onClick={() => {
          keptApart.add(pair);
          renderAgain();
        }}
      >
        ×
      </Button>
    </div>
  );
}
