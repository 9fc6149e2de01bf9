import { useState } from 'react';
import type { EndedTurn } from '../../../shared/domain/floor/schema.ts';
import { REASON_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { SideSwitch } from '../../components/SideSwitch.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { useTurnsWords } from '../../messages/turns.ts';
import { durationIn } from '../../store/duration.ts';
import styles from './TurnsPanel.module.css';

/** Further back nobody remembers how long it was; the report has them all. */
const TURNS_SHOWN = 60;

/** The turns that are over, newest first, each to be put right: whose it was, how long, how long it stood still, and why it was out of turn. */
export function TurnsPanel() {
  const words = useTurnsWords();
  const turns = useMeeting((state) => state.turns);
  const [openTurnId, setOpen] = useState<string | null>(null);
  if (turns.length === 0) return <p className={styles.none}>{words.none}</p>;
  return (
    <ol className={styles.list} aria-label={words.title}>
      {turns
        .slice(-TURNS_SHOWN)
        .toReversed()
        .map((turn) => (
          <li key={turn.turnId} className={styles.turn}>
            <Line turn={turn} isOpen={turn.turnId === openTurnId} onOpen={setOpen} />
            {turn.turnId === openTurnId && <Correction turn={turn} onClose={() => setOpen(null)} />}
          </li>
        ))}
    </ol>
  );
}

type LineProps = { turn: EndedTurn; isOpen: boolean; onOpen(turnId: string | null): void };

function Line({ turn, isOpen, onOpen }: LineProps) {
  const words = useTurnsWords();
  const { unnamed } = useMessages();
  const language = useLanguage();
  const { why } = useSession();
  const name = turn.name || unnamed;
  const isForbidden = why({ name: 'floor/correct', args: { turnId: turn.turnId } }) !== null;
  return (
    <div className={styles.line}>
      <span className={styles.who}>
        <ChannelMark channel={turn.channel} /> <bdi>{name}</bdi>
        <span className={styles.quiet}> {timeOfDay(turn.startedAtMs, language)}</span>
      </span>
      <span className={styles.spoken}>{clock(turn.spokenMs / 1_000)}</span>
      {!isForbidden && (
        <Button
          look="quiet"
          className={styles.small}
          aria-expanded={isOpen}
          aria-label={words.correctOf(name)}
          onClick={() => onOpen(isOpen ? null : turn.turnId)}
        >
          {words.correct}
        </Button>
      )}
    </div>
  );
}

/** Only what was changed is sent, so a pause entered late works out the length by itself. */
function Correction({ turn, onClose }: { turn: EndedTurn; onClose(): void }) {
  const words = useTurnsWords();
  const messages = useMessages();
  const { submit } = useSession();
  // What the form began from: a colleague's correction of another field is none of ours to undo.
  const [before] = useState(turn);
  const [channel, setChannel] = useState<Channel>(turn.channel);
  const [spoken, setSpoken] = useState(clock(turn.spokenMs / 1_000));
  const [paused, setPaused] = useState(clock(turn.pausedMs / 1_000));
  const [reason, setReason] = useState(turn.override?.reason ?? '');
  const changed = {
    ...(channel !== before.channel && { channel }),
    ...changedMs('spokenMs', spoken, before.spokenMs),
    ...changedMs('pausedMs', paused, before.pausedMs),
  };
  const explained = changedReason(before, reason);
  const isUnreadable = durationIn(spoken) === null || durationIn(paused) === null;
  const save = () => {
    if (isUnreadable) return;
    const { turnId } = turn;
    if (explained && submit({ name: 'floor/explain', args: { turnId, reason: explained } })) return;
    if (Object.keys(changed).length === 0) return onClose();
    if (!submit({ name: 'floor/correct', args: { turnId, ...changed } })) onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label={words.correctOf(turn.name || messages.unnamed)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <SideSwitch legend={words.side} labels={messages.channels} value={channel} onChange={setChannel} />
      <TextInput
        label={words.spoken}
        value={spoken}
        charsMax={8}
        error={durationIn(spoken) === null ? words.notATime : null}
        onChange={setSpoken}
      />
      <TextInput
        label={words.paused}
        hint={words.pausedHint}
        value={paused}
        charsMax={8}
        error={durationIn(paused) === null ? words.notATime : null}
        onChange={setPaused}
      />
      {turn.override && (
        <TextInput label={words.reason} value={reason} charsMax={REASON_CHARS_MAX} onChange={setReason} />
      )}
      <div className={styles.buttons}>
        <Button isSubmit reason={isUnreadable ? words.notATime : null}>
          {words.save}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {messages.add.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Null for none that is new; one that was given is not taken away by an empty field. */
function changedReason({ override }: EndedTurn, text: string): string | null {
  const reason = text.trim();
  return reason === '' || reason === override?.reason ? null : reason;
}

/** The field shows whole seconds: what reads the same as before is no change, whatever its milliseconds. */
function changedMs<Key extends string>(key: Key, text: string, beforeMs: number): { [K in Key]?: number } {
  const ms = durationIn(text);
  if (ms === null || text === clock(beforeMs / 1_000)) return {};
  return { [key]: ms } as { [K in Key]?: number };
}
