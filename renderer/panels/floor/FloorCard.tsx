import type { Command } from '../../../shared/command.ts';
import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHasEnded, useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useCallReason } from '../../hooks/use-call-reason.ts';
import { useTurnClock } from '../../hooks/use-turn-clock.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useFloorWords } from '../../messages/floor.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { canTakeOff, STEP_SECONDS } from '../../store/turn-clock.ts';
import styles from './FloorCard.module.css';
import { TurnLimit } from './TurnLimit.tsx';

/** As many as an hour over time has more than: `+59:59`. */
const LONG_CHARS = 6;

/** Who has the floor, how long still, and the four things one does about it; the panel is a key away. */
export function FloorCard({ onPanel }: { onPanel(): void }) {
  const { floor: words } = useMessages();
  const turn = useMeeting((state) => state.floor.turn);
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.head}>
        {turn && <ChannelBadge channel={turn.channel} text={words.has(turn.channel)} />}
        <PanelButton onOpen={onPanel} />
      </div>
      {turn ? <Running turn={turn} /> : <Free />}
    </section>
  );
}

/** Nothing where the plan names no panel. */
function PanelButton({ onOpen }: { onOpen(): void }) {
  const words = useFloorWords();
  const keyNames = useKeyNames();
  const hasEnded = useHasEnded();
  const reason = useCallReason();
  const hasPanel = useMeeting((state) => state.people.some((person) => person.panel));
  if (!hasPanel) return null;
  return (
    <span className={styles.end}>
      <Button
        look="quiet"
        className={styles.panel}
        // Else the menu says it, beside the names.
        reason={hasEnded ? reason : null}
        hint={hasEnded ? undefined : keyNames.hint('panel')}
        onClick={onOpen}
      >
        {words.panel}
      </Button>
    </span>
  );
}

function Running({ turn }: { turn: Turn }) {
  const messages = useMessages();
  const floorWords = useFloorWords();
  const person = useMeeting((state) => state.people.find((one) => one.personId === turn.personId));
  // Where somebody speaks for matters to a moderator; what is not known leaves no gap.
  const about = [person?.organisation, ...Object.values(person?.groups ?? {}), turn.topic].filter(Boolean);
  return (
    <>
      <h2 className={styles.name} dir="auto" title={turn.name || undefined}>
        {turn.name || messages.unnamed}
      </h2>
      <p className={`${styles.about} ${styles.brief}`} title={turn.topic}>
        {about.join(' · ')}
      </p>
      {turn.relayed && <Chip look="accent">{messages.relayed}</Chip>}
      {(turn.charge === 'panel' || turn.charge === null) && (
        <Chip>{turn.charge === 'panel' ? floorWords.forPanel : floorWords.forNobody}</Chip>
      )}
      <Unsent turnId={turn.turnId} />
      <Clock turn={turn} />
      <Controls turn={turn} />
    </>
  );
}

/** While the line is down, the card shows what this device has asked for; the room may have called somebody else. */
function Unsent({ turnId }: { turnId: string }) {
  const words = useFloorWords();
  const isUnsent = useView(
    ({ link, pending }) =>
      link.phase !== 'live' &&
      pending.some(({ command }) => command.name === 'floor/give' && command.args.turnId === turnId),
  );
  return <span role="status">{isUnsent && <Chip look="warn">{words.unsent}</Chip>}</span>;
}

/** The one part of the card that ticks. */
function Clock({ turn }: { turn: Turn }) {
  const { floor: words } = useMessages();
  const { text, phase, share, shows } = useTurnClock(turn);
  const length = text.length > LONG_CHARS ? styles.long : '';
  return (
    <>
      <div
        role="timer"
        aria-label={words.clock[shows]}
        className={`${styles.clock} ${length} ${styles[phase]}`}
      >
        {text}
      </div>
      <div className={`${styles.phase} ${styles[phase]}`}>
        <strong>{words[phase]}</strong> <TurnLimit turn={turn} />
      </div>
      <Progress share={share} phase={phase} />
    </>
  );
}

function Controls({ turn }: { turn: Turn }) {
  const { floor: words } = useMessages();
  const keyNames = useKeyNames();
  const { submit, why } = useSession();
  const rejection = useHubWords().rejection;
  const { turnId } = turn;
  const reasonAgainst = (command: Command) => {
    const refused = why(command);
    return refused && rejection(refused);
  };
  // Who may not end a turn may not adjust it either.
  const reason = reasonAgainst({ name: 'floor/end', args: { turnId } });
  const adjust = (seconds: number) => submit({ name: 'floor/adjust', args: { turnId, seconds } });
  const pause: Command = {
    name: turn.pausedAtMs === null ? 'floor/pause' : 'floor/resume',
    args: { turnId },
  };
  return (
    <div className={styles.controls}>
      <Button
        reason={reason ?? (canTakeOff(turn) ? null : words.minusNone)}
        data-does={turnId}
        title={words.minusLabel}
        onClick={() => adjust(-STEP_SECONDS)}
      >
        {words.minus}
      </Button>
      <Button data-does={turnId} reason={reason} title={words.plusLabel} onClick={() => adjust(STEP_SECONDS)}>
        {words.plus}
      </Button>
      <Button
        data-does={`${pause.name} ${turnId}`}
        reason={reasonAgainst(pause)}
        hint={keyNames.hint('pause')}
        onClick={() => submit(pause)}
      >
        {turn.pausedAtMs === null ? words.pause : words.resume}
      </Button>
      <Button
        look="strong"
        data-does={turnId}
        reason={reason}
        hint={keyNames.hint('end')}
        onClick={() => submit({ name: 'floor/end', args: { turnId } })}
      >
        {words.end}
      </Button>
    </div>
  );
}

/** Keeps the height of the card, so that nothing jumps when somebody is called. */
function Free() {
  const { floor: words } = useMessages();
  const hasEnded = useHasEnded();
  return (
    <>
      <h2 className={styles.name}>{words.nobody}</h2>
      <div className={`${styles.clock} ${styles.idle}`} aria-hidden="true">
        –:––
      </div>
      <p className={styles.about}>{!hasEnded && words.nobodyHint}</p>
    </>
  );
}
