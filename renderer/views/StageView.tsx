import { allottedMs, currentItem, spentMs } from '../../shared/domain/agenda/slice.ts';
import type { Turn } from '../../shared/domain/floor/schema.ts';
import { clock } from '../../shared/words/words.ts';
import { ChannelBadge, ChannelMark } from '../components/ChannelMark.tsx';
import { HubTime } from '../components/HubTime.tsx';
import { Progress } from '../components/Progress.tsx';
import { useHasEnded, useMeeting } from '../hooks/session.ts';
import { useNextShown } from '../hooks/use-next-shown.ts';
import { useSecond } from '../hooks/use-now.ts';
import { useOrganisation } from '../hooks/use-organisation.ts';
import { usePageTitle } from '../hooks/use-page-title.ts';
import { usePreference } from '../hooks/use-preference.ts';
import { useTurnClock } from '../hooks/use-turn-clock.ts';
import { useWakeLock } from '../hooks/use-wake-lock.ts';
import { useMessages } from '../messages/language.ts';
import { JoinLinks } from '../panels/frame/JoinLinks.tsx';
import { SyncSign } from '../panels/participant/SyncSign.tsx';
import { ConnectionBanner } from '../panels/trouble/ConnectionBanner.tsx';
import { isFloorOpen } from '../store/open-floor.ts';
import styles from './StageView.module.css';

/** Beyond this a name does not fit into two lines of the large type. */
const LONG_NAME_CHARS = 32;

/** For the speaker on the stage and the room: one name, one clock, legible from the last row. */
export function StageView() {
  useWakeLock();
  usePageTitle(useMessages().app.stage);
  const theme = usePreference('theme');
  const turn = useMeeting((state) => state.floor.turn);
  const title = useMeeting((state) => currentItem(state.agenda)?.title ?? state.session.title);
  const between = useBetween();
  return (
    // Dark unless somebody asked for light: a white wall behind the panel blinds the room.
    <div className={styles.stage} data-theme={theme === 'light' ? 'light' : 'dark'}>
      <ConnectionBanner reader="room" />
      <header className={styles.edge}>
        <span className={styles.item}>
          {/* Else it stands there large. */}
          {(turn || between) && <bdi>{title}</bdi>} <ItemLeft />
        </span>
        <span className={styles.state}>
          <SyncSign /> {/* Between turns it stands in the middle. */}
          {turn && (
            <time>
              <HubTime seconds={false} />
            </time>
          )}
        </span>
      </header>
      <main className={styles.main}>
        {turn ? <Speaker turn={turn} /> : <NoSpeaker text={between ?? title} />}
      </main>
      <Next />
    </div>
  );
}

/** How much of the agenda item is left: whoever speaks sees both clocks. */
function ItemLeft() {
  const { stage: words } = useMessages();
  const item = useMeeting((state) => (state.session.endedAtMs === null ? currentItem(state.agenda) : null));
  const nowMs = useSecond();
  if (!item) return null;
  // The second in which it began is whole.
  const seconds = Math.ceil((allottedMs(item) - Math.max(0, spentMs(item, nowMs))) / 1_000);
  return <span>{seconds < 0 ? words.itemOver(clock(-seconds)) : words.itemLeft(clock(seconds))}</span>;
}

function Speaker({ turn }: { turn: Turn }) {
  const messages = useMessages();
  const isStopped = useMeeting((state) => state.session.pausedAtMs !== null);
  const { text, phase, share, isOver, shows } = useTurnClock(turn);
  const organisation = useOrganisation(turn);
  const { stage: words } = messages;
  const name = turn.name || messages.unnamed;
  // Who sees what is spent wants to know of how much.
  const limit = shows === 'spent' ? messages.floor.limit(clock(turn.limitMs / 1_000)) : '';
  // A technical stop pauses the turn as well, and is the better reason to give.
  const state = isStopped ? words.stopped : phase === 'running' ? limit : words[phase];
  return (
    <>
      <h1 className={`${styles.name} ${name.length > LONG_NAME_CHARS ? styles.longName : ''}`} dir="auto">
        {name}
      </h1>
      <p className={styles.about}>
        <ChannelBadge channel={turn.channel} /> {organisation && <bdi>{organisation}</bdi>}
      </p>
      {turn.relayed && <p className={styles.relayed}>{messages.relayed}</p>}
      <div
        role="timer"
        aria-label={messages.floor.clock[shows]}
        className={`${styles.clock} ${isOver ? styles.over : ''} ${text.length > 5 ? styles.longer : text.length > 4 ? styles.long : ''}`}
      >
        {text}
      </div>
      <div className={styles.progress}>
        <Progress share={share} phase={phase} />
      </div>
      <p className={`${styles.phase} ${isOver ? styles.overWords : ''}`}>{state}</p>
    </>
  );
}

/** What is to be said between turns; null where it is the title of the item. */
function useBetween(): string | null {
  const { stage: words } = useMessages();
  const session = useMeeting((state) => state.session);
  const isOpen = useMeeting(isFloorOpen);
  if (session.endedAtMs !== null) return words.ended;
  if (session.pausedAtMs !== null) return words.stopped;
  if (session.startedAtMs === null) return words.notStarted;
  return isOpen ? words.waiting : null;
}

/** Between turns there is the time of day: the screen is never empty. It must not look like time that is left. */
function NoSpeaker({ text }: { text: string }) {
  const { stage: words } = useMessages();
  const hasEnded = useHasEnded();
  return (
    <>
      <h1 className={`${styles.name} ${text.length > LONG_NAME_CHARS ? styles.longName : ''}`} dir="auto">
        {text}
      </h1>
      <p className={styles.timeOfDay}>
        {words.timeOfDay}{' '}
        <time>
          <HubTime seconds={false} />
        </time>
      </p>
      {!hasEnded && <JoinLinks />}
    </>
  );
}

/** Names only where everybody may know them; else the side alone. */
function Next() {
  const { stage: words } = useMessages();
  return (
    <footer className={styles.edge}>
      {useNextShown(2).map(({ entryId, name, channel, isOnDeck }, index) => (
        <span
          key={entryId}
          className={`${index === 0 ? styles.next : styles.following} ${(name?.length ?? 0) > LONG_NAME_CHARS ? styles.longNext : ''}`}
        >
          {/* Only who was told to get ready may count on it; the rest is what the rule would do now. */}
          {index > 0 ? words.following : isOnDeck ? words.next : words.likely}{' '}
          <ChannelMark channel={channel} />{' '}
          <strong className={styles[channel]} dir="auto">
            {name ?? words.somebody(channel)}
          </strong>
        </span>
      ))}
    </footer>
  );
}
