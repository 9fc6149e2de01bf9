import type { KeyHint } from '../../components/Button.tsx';
import { Button } from '../../components/Button.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { Isolated } from '../../components/Isolated.tsx';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useDeedMessages } from '../../messages/deeds.ts';
import { useHubWords, useLanguage, useMessages } from '../../messages/language.ts';
import type { Deed } from '../../store/deeds.ts';
import { deedsOf, foldRepeats, isRedo, keyFor, lastLeadingDeed, lastOwnDeed } from '../../store/deeds.ts';
import styles from './ActivityPanel.module.css';
import { Connected } from './Connected.tsx';

/** Further back than this, undo depends on too much to be of use. */
const DEEDS_SHOWN = 40;

/**
 * Words a deed without its author: "gave the floor to Ada". `isNamed`: nor does the author stand beside it, as where it
 * is the object of an undo, so that "themselves" would be anybody.
 */
function useDeedWords(): (deed: Deed, isNamed?: boolean) => string {
  const { log, unnamed } = useMessages();
  const deeds = useDeedMessages();
  const say = (deed: Deed, isNamed = false): string => {
    const { undid, type, change } = deed;
    if (undid?.undid) return isRedo(deed) ? log.redid(say(undid.undid, true)) : say(undid, true);
    if (undid) return log.undid(say(undid, true));
    const isOwn = deed.isToOneself && !isNamed;
    return deeds[type](isOwn ? log.themselves : change.name || deed.name || unnamed, change, isOwn);
  };
  return say;
}

/** The last thing that was done about the floor, by whom, and the way back. */
export function LastDeed() {
  const keyNames = useKeyNames();
  const ownId = useView((view) => view.me.personId);
  const state = useMeetingState();
  const deed = lastLeadingDeed(state, ownId);
  // The hub's own commit made the session; taking it back would leave nothing.
  if (!deed || deed.author.role === 'hub') return null;
  const key = keyFor(deed, state, ownId);
  return <DeedLine deed={deed} hint={key ? keyNames.hint(key) : undefined} />;
}

/** The same where only the own deeds matter. */
export function LastOwnDeed() {
  const ownId = useView((view) => view.me.personId);
  const deed = lastOwnDeed(useMeetingState(), ownId);
  return deed && <DeedLine deed={deed} />;
}

function DeedLine({ deed, hint }: { deed: Deed; hint?: KeyHint }) {
  const messages = useMessages();
  const who = useWho();
  const words = useDeedWords();
  return (
    <p className={styles.last}>
      <span className={styles.lastText}>
        <Isolated text={messages.log.line(who(deed.author), words(deed))} name={nameIn(deed)} />
      </span>
      {deed.canUndo && <UndoButton deed={deed} hint={hint} />}
    </p>
  );
}

function UndoButton({ deed, hint }: { deed: Deed; hint?: KeyHint }) {
  const messages = useMessages();
  const { log } = messages;
  const words = useDeedWords();
  const { undid } = deed;
  const isUndo = undid !== null && !isRedo(deed);
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const confirmedSeq = useView((view) => view.at?.seq ?? 0);
  const command = { name: 'history/undo' as const, args: { seq: deed.seq } };
  const refused = why(command);
  // Until the hub has answered, the number of a commit is only a guess.
  const reason = deed.seq > confirmedSeq ? messages.link.sending(1) : refused && rejection(refused);
  return (
    <Button
      look={hint ? 'plain' : 'quiet'}
      className={styles.undo}
      data-does={deed.seq}
      hint={hint}
      reason={reason}
      aria-label={isUndo ? log.redoOf(words(undid, true)) : log.undoOf(words(deed, true))}
      onClick={() => submit(command)}
    >
      {isUndo ? log.redo : log.undo}
    </Button>
  );
}

/** The name that the words of a deed hold. */
function nameIn({ undid, change, name }: Deed): string {
  return undid ? nameIn(undid) : change.name || name;
}

function useMeetingState() {
  return useMeeting((state) => state);
}

/** Everything lately done, each with its own undo; and who is connected. */
export function ActivityPanel() {
  const messages = useMessages();
  const state = useMeetingState();
  const words = useDeedWords();
  const deeds = deedsOf(state, DEEDS_SHOWN);
  return (
    <div className={styles.panel}>
      {deeds.length === 0 && <p className={styles.quiet}>{messages.log.empty}</p>}
      <ol className={styles.list}>
        {foldRepeats(deeds, words).map(({ deed, count }) => (
          <Line key={deed.seq} deed={deed} count={count} />
        ))}
      </ol>
      <h2 className={styles.title}>{messages.log.people}</h2>
      <Connected />
    </div>
  );
}

function Line({ deed, count }: { deed: Deed; count: number }) {
  const messages = useMessages();
  const language = useLanguage();
  const who = useWho();
  const words = useDeedWords();
  const time = timeOfDay(deed.atMs, language);
  return (
    <li className={`${styles.line} ${deed.isUndone ? styles.undone : ''}`}>
      <span className={styles.meta}>
        <bdi>{who(deed.author)}</bdi> · {time}
        {deed.isUndone && ` · ${messages.log.undone}`}
      </span>
      <span className={styles.deed}>
        <Isolated text={words(deed)} name={nameIn(deed)} />
        {count > 1 && ` ${messages.log.times(count)}`}
      </span>
      {!deed.isUndone && deed.canUndo && <UndoButton deed={deed} />}
    </li>
  );
}
