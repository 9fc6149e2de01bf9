/** What somebody in the room or online holds in the hand: who speaks, the own hand, the own place. */

import { lazy, Suspense, useState } from 'react';
import { currentItem } from '../../shared/domain/agenda/slice.ts';
import { useHasEnded, useMeeting, useView } from '../hooks/session.ts';
import { useHandTaken } from '../hooks/use-hand-taken.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useOwn } from '../hooks/use-own.ts';
import { useOwnMoment } from '../hooks/use-own-moment.ts';
import { usePageTitle } from '../hooks/use-page-title.ts';
import { useWakeLock } from '../hooks/use-wake-lock.ts';
import { useMessages } from '../messages/language.ts';
import { useParticipantWords } from '../messages/participant.ts';
import { JoinLinks } from '../panels/frame/JoinLinks.tsx';
import { Notices } from '../panels/frame/Notices.tsx';
import { Settings } from '../panels/frame/ViewNav.tsx';
import { FloorNow } from '../panels/participant/FloorNow.tsx';
import { Introduction } from '../panels/participant/Introduction.tsx';
import { OwnHand } from '../panels/participant/OwnHand.tsx';
import { OwnSide } from '../panels/participant/OwnSide.tsx';
import { SyncSign } from '../panels/participant/SyncSign.tsx';
import { Speaker } from '../panels/speaker/Speaker.tsx';
import { ConnectionBanner } from '../panels/trouble/ConnectionBanner.tsx';
import { part } from '../sync/part.ts';
import styles from './ParticipantView.module.css';

// Most of a meeting asks for nothing, and a slow phone need not wait for it.
const Outcomes = lazy(() =>
  part(() => import('../panels/participant/Outcomes.tsx')).then((file) => ({ default: file.Outcomes })),
);
const Questions = lazy(() =>
  part(() => import('../panels/participant/Questions.tsx')).then((file) => ({ default: file.Questions })),
);
const Returned = lazy(() =>
  part(() => import('../panels/trouble/Returned.tsx')).then((file) => ({ default: file.Returned })),
);

export function ParticipantView() {
  useKeptFocus();
  useWakeLock();
  const { taken } = useParticipantWords();
  const moment = useOwnMoment();
  const isTaken = useHandTaken();
  usePageTitle(useMessages().app.participant, moment ? '(!)' : '');
  const { person } = useOwn();
  const [isRenaming, setIsRenaming] = useState(false);
  const hasOutcomes = useMeeting(
    ({ session, shows, notes }) =>
      session.network !== undefined || shows.some((show) => show.open) || notes.length > 0,
  );
  const isOver = useHasEnded();
  const hasReturned = useView((view) => view.returned.length > 0);
  if (moment) {
    return (
      <main className={`${styles.page} ${styles.speaker}`}>
        <ConnectionBanner reader={'turn' in moment ? 'room' : 'participant'} />
        <Speaker moment={moment} />
        <footer className={`${styles.footer} ${styles.row}`}>
          <Settings />
          <SyncSign />
        </footer>
        <Notices />
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <ConnectionBanner reader="participant" />
      {hasReturned && (
        <Suspense fallback={null}>
          <Returned />
        </Suspense>
      )}
      <Heading />
      <Moment />
      <FloorNow />
      {!isOver && (person === null || isRenaming) && (
        <Introduction person={person} onDone={() => setIsRenaming(false)} />
      )}
      {!isOver && person !== null && (
        <>
          {!isRenaming && <OwnSide person={person} onRename={() => setIsRenaming(true)} />}
          <p role="status">{isTaken && taken}</p>
          <OwnHand person={person} />
        </>
      )}
      <Suspense fallback={null}>
        <Questions person={person} canAsk={!isOver} />
      </Suspense>
      {hasOutcomes && (
        <Suspense fallback={null}>
          <Outcomes person={person} />
        </Suspense>
      )}
      <footer className={styles.footer}>
        {!isOver && <JoinLinks />}
        <Settings />
      </footer>
      <Notices />
    </main>
  );
}

function Heading() {
  const { title, code } = useMeeting((state) => state.session);
  const item = useMeeting((state) => currentItem(state.agenda));
  return (
    <header>
      <div className={styles.row}>
        <p className={styles.where} dir="auto">
          {[code, item?.title].filter(Boolean).join(' · ')}
        </p>
        <SyncSign />
      </div>
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
    </header>
  );
}

/** What is unusual about this moment, if anything. */
function Moment() {
  const words = useParticipantWords();
  const { startedAtMs, endedAtMs, pausedAtMs } = useMeeting((state) => state.session);
  const text =
    endedAtMs !== null
      ? words.ended
      : pausedAtMs !== null
        ? words.stopped
        : startedAtMs === null
          ? words.notStarted
          : '';
  return (
    <p role="status" className={styles.moment}>
      {text}
    </p>
  );
}
