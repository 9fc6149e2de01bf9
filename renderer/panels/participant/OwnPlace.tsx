import { useMemo } from 'react';
import { rankClass } from '../../../shared/domain/fairness/order.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { isNotReady } from '../../../shared/domain/queue/slice.ts';
import { otherChannel } from '../../../shared/lib/vocabulary.ts';
import form from '../../components/form.module.css';
import { useMeeting } from '../../hooks/session.ts';
import { useIsBack } from '../../hooks/use-is-back.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import { ownPlace } from '../../store/own-place.ts';
import styles from './OwnPlace.module.css';

/** Worked out so often at most: a list of thousands is sorted for it, on a phone. */
const RECKON_INTERVAL_MS = 10_000;

/** Where the own hand stands; said when it changes. A list that does not know of the hand yet has no place for it. */
export function OwnPlace({ entry, isUnsent }: { entry: Entry; isUnsent: boolean }) {
  return (
    <div role="status" className={styles.place}>
      {!isUnsent && <Place entry={entry} />}
    </div>
  );
}

/** The place among the own side, as an estimate that says what it rests on. */
function Place({ entry }: { entry: Entry }) {
  const words = useParticipantWords();
  const state = useMeeting((meeting) => meeting);
  const sinceMs = Math.floor(useNow() / RECKON_INTERVAL_MS) * RECKON_INTERVAL_MS;
  const { entryId, channel } = entry;
  const isBack = useIsBack();
  const own = useMemo(() => ownPlace(state, entryId, sinceMs), [state, entryId, sinceMs]);
  if (!own) {
    const isOwnWish = isNotReady(entry);
    return (
      <>
        {isBack && <p className={styles.kept}>{words.kept(null)}</p>}
        <strong>{isOwnWish ? words.notReady : words.held}</strong>
        <p className={form.hint}>{isOwnWish ? words.notReadyWhy : words.heldWhy}</p>
      </>
    );
  }
  // What this part may be too short for gets no minute: it would be one after the end.
  const minutes = own.seconds === null || own.isDoubtful ? null : Math.round(own.seconds / 60);
  return (
    <>
      {isBack && <p className={styles.kept}>{words.kept(own.place)}</p>}
      <strong>{own.isNext ? words.next : words.place(own.place, own.count, channel)}</strong>
      {!own.isNext && minutes !== null && (
        <p className={form.hint}>
          {words.estimate(minutes === 0 ? words.soon : words.minutes(minutes), otherChannel(channel))}
        </p>
      )}
      {own.isLoose && <p className={form.hint}>{words.loose}</p>}
      {own.isDoubtful && <p className={form.hint}>{words.doubtful}</p>}
      {entry.missedCalls && <p>{words.missed(rankClass(entry) === 2)}</p>}
    </>
  );
}
