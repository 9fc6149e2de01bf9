import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { useMeeting } from '../../hooks/session.ts';
import { useCallReason } from '../../hooks/use-call-reason.ts';
import { usePreference } from '../../hooks/use-preference.ts';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useSounds } from '../../hooks/use-sounds.ts';
import { useBindings } from '../../input/chosen-keys.ts';
import { actionFor } from '../../input/dispatch.ts';
import type { Binding } from '../../input/keymap.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useMessages } from '../../messages/language.ts';
import { namesIn } from '../../store/pasted.ts';
import { findPeople } from '../../store/roster.ts';
import { waitingAs } from '../../store/same-person.ts';
import styles from './AddHand.module.css';
import type { HandDetails } from './HandDetails.tsx';
import { HandDetailFields, startDetails } from './HandDetails.tsx';
import { HandMatches } from './HandMatches.tsx';
import { PasteOffer } from './PasteOffer.tsx';
import type { Who } from './use-hand-commands.ts';
import { useHandCommands } from './use-hand-commands.ts';
import { WaitingNotice } from './WaitingNotice.tsx';

type AddHandProps = {
  /** The side of the column; null when anyone is looked for. */
  channel: Channel | null;
  onClose(): void;
  /** Leads to the card of somebody who waits already. */
  onSeek(entryId: string): void;
};

/**
 * A few letters and Enter: somebody of the roster, or whatever was typed as a description. It stays for the next hand,
 * whose letters would else be keys of the floor; with nothing typed Enter, Space, + and the like are the floor's again.
 */
export function AddHand({ channel, onClose, onSeek }: AddHandProps) {
  const messages = useMessages();
  const joinLinks = useMeeting((state) => state.session.joinLinks);
  const [details, setDetails] = useState<HandDetails>(() => startDetails(channel, joinLinks));
  const { pasted, onPaste, giveUp } = usePasted();
  const box = useRef<HTMLDivElement>(null);
  const field = useHandField(channel);
  const { join, give, isAsking, isWaiting, reasonAgainst } = useHandCommands(channel, details);
  const entries = useMeeting((state) => state.queue.entries);
  const bindings = useBindings();
  const areKeysOn = usePreference('floor-keys') === 'on';
  const { chosen } = field;
  const waiting = chosen === null ? undefined : waitingAs({ entries }, chosen);
  const [added, setAdded] = useState<string | null>(null);
  const focusField = () => box.current?.querySelector('input')?.focus();
  const leave = () => {
    field.clear();
    onClose();
  };
  const callNow = () => {
    if (chosen !== null && give(chosen)) leave();
  };
  const add = (who: Who | null) => {
    if (who === null) return;
    if (isWaiting(who)) return field.insist(who);
    if (!join(who)) return;
    setAdded(typeof who === 'string' ? who : who.name);
    setDetails({ ...details, kind: startDetails(channel).kind, topic: '' });
    field.clear();
    focusField();
  };
  const isDone = added !== null && field.input.value === '' && pasted.length === 0;
  useClickElsewhere(box, isDone ? onClose : null);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown') field.step(1);
    else if (event.key === 'ArrowUp') field.step(-1);
    else if (event.key === 'Enter' && (event.ctrlKey || event.shiftKey)) callNow();
    else if (isDone && areKeysOn && beginsNoName(event.nativeEvent, bindings)) {
      // Not taken: on the page itself it does what it does there.
      (event.target as HTMLElement).blur();
      return onClose();
    } else if (event.key === 'Enter') add(chosen);
    else return;
    event.preventDefault();
  };
  const giveUpPaste = () => {
    giveUp();
    focusField();
  };
  return (
    <div ref={box} className={styles.box}>
      <input
        {...field.input}
        ref={focusOnce}
        className={styles.field}
        aria-label={messages.add.field(channel)}
        placeholder={messages.add.placeholder}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <p role="status" className={added === null ? form.hidden : styles.added}>
        {added !== null && messages.add.added(added)}
      </p>
      {pasted.length > 0 ? (
        <PasteOffer names={pasted} onJoin={join} onDone={onClose} onCancel={giveUpPaste} />
      ) : (
        <HandMatches {...field.list} onPick={add} />
      )}
      {waiting && chosen !== null && pasted.length === 0 && (
        <WaitingNotice waiting={waiting} isInsisted={field.isInsisted} onSeek={onSeek} />
      )}
      <HandDetailFields details={details} onChange={setDetails} withSide={channel === null} />
      {pasted.length === 0 && (
        <Buttons
          addReason={reasonAgainst(chosen)}
          onAdd={() => add(chosen)}
          onGive={callNow}
          onClose={leave}
        />
      )}
      {/* Under the buttons: asking must not move what the second press is aimed at. */}
      {isAsking && (
        <p role="status" className={styles.again}>
          {messages.suggestion.again}
        </p>
      )}
    </div>
  );
}

/** A key of the page that is no letter or digit. */
function beginsNoName(press: globalThis.KeyboardEvent, bindings: readonly Binding[]): boolean {
  const isText = press.key.length === 1 && /[\p{L}\p{N}]/u.test(press.key);
  return !isText && actionFor(press, null, bindings) !== null;
}

/** A press of the mouse somewhere else; it does there what it does. */
function useClickElsewhere(box: RefObject<HTMLElement | null>, onClick: (() => void) | null): void {
  const onPage = useEffectEvent((event: MouseEvent) => {
    // What was pressed may be gone by now.
    if (box.current && !event.composedPath().includes(box.current)) onClick?.();
  });
  useEffect(() => {
    document.addEventListener('click', onPage);
    return () => document.removeEventListener('click', onPage);
  }, []);
}

/** Several names at once, as a chat or a list gives them. */
function usePasted() {
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const onPaste = (event: ClipboardEvent) => {
    const names = namesIn(event.clipboardData.getData('text/plain'));
    if (names.length === 0) return;
    event.preventDefault();
    setPasted(names);
  };
  return { pasted, onPaste, giveUp: () => setPasted([]) };
}

type ButtonsProps = {
  /** Why nobody can be added. */
  addReason: string | null;
  onAdd(): void;
  onGive(): void;
  onClose(): void;
};

function Buttons({ addReason, onAdd, onGive, onClose }: ButtonsProps) {
  const { add: words } = useMessages();
  const keyNames = useKeyNames();
  const callReason = useCallReason();
  return (
    <div className={styles.row}>
      <Button look="strong" reason={addReason} hint={keyNames.inHandField('add')} onClick={onAdd}>
        {words.enter}
      </Button>
      <Button title={keyNames.inHandField('give').text} reason={callReason} onClick={onGive}>
        {words.now}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {words.cancel}
      </Button>
    </div>
  );
}

/** The field and what it finds. The typed text itself is the last choice: nobody has to be in the roster to be heard. */
function useHandField(channel: Channel | null) {
  const id = useId();
  // Half a name is there again after a reload.
  const [text, setText] = useScratch(`evenfloor.hand.${channel}`);
  const [active, setActive] = useState(0);
  const [isInsisted, setInsisted] = useState(false);
  const people = useMeeting((state) => state.people);
  const matches = findPeople(people, text, useSounds());
  const typed = text.trim();
  const options: readonly Who[] = typed === '' ? [] : [...matches, typed];
  const choose = (index: number) => {
    setActive(index);
    setInsisted(false);
  };
  return {
    chosen: options[active] ?? null,
    /** Somebody was to be added who waits already. */
    isInsisted,
    insist(who: Who) {
      setActive(options.indexOf(who));
      setInsisted(true);
    },
    clear() {
      setText('');
      choose(0);
    },
    step: (by: 1 | -1) => choose(Math.max(0, Math.min(active + by, options.length - 1))),
    list: { id, matches, typed, active },
    input: {
      role: 'combobox',
      'aria-expanded': options.length > 0,
      'aria-controls': id,
      'aria-activedescendant': options.length > 0 ? `${id}-${active}` : undefined,
      autoComplete: 'off',
      dir: 'auto',
      value: text,
      onChange: (event: { target: { value: string } }) => {
        setText(event.target.value);
        choose(0);
      },
    },
  };
}
