import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import type { Person } from '../../shared/domain/people/schema.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { Button } from '../components/Button.tsx';
import { focusOnce } from '../components/focus-once.ts';
import { useMeeting, useSession } from '../hooks/session.ts';
import { useCallReason } from '../hooks/use-call-reason.ts';
import { useProposal } from '../hooks/use-fairness.ts';
import { useKeyNames } from '../input/use-key-names.ts';
import { useMessages } from '../messages/language.ts';
import type { Whom } from '../store/moderation.ts';
import { giveFloor } from '../store/moderation.ts';
import { findPeople } from '../store/roster.ts';
import styles from './AddHand.module.css';
import type { HandDetails } from './HandDetails.tsx';
import { HandDetailFields, startDetails } from './HandDetails.tsx';
import { HandMatches } from './HandMatches.tsx';

type AddHandProps = {
  /** The side of the column; null when anyone is looked for. */
  channel: Channel | null;
  onClose(): void;
};

/** A few letters and Enter: somebody of the roster, or whatever was typed as a description. */
export function AddHand({ channel, onClose }: AddHandProps) {
  const messages = useMessages();
  const keyNames = useKeyNames();
  const callReason = useCallReason();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [details, setDetails] = useState<HandDetails>(() => startDetails(channel));
  const people = useMeeting((state) => state.people);
  const { join, give } = useHandCommands(channel, details, onClose);
  const matches = findPeople(people, text);
  const typed = text.trim();
  // The typed text itself is always the last choice: nobody has to be in the roster to be heard.
  const optionCount = matches.length + (typed === '' ? 0 : 1);
  const chosen = matches[active] ?? (typed === '' ? null : typed);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, optionCount - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') (event.ctrlKey || event.shiftKey ? give : join)(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.box}>
      <input
        ref={focusOnce}
        className={styles.field}
        role="combobox"
        aria-expanded={optionCount > 0}
        aria-controls={listId}
        aria-activedescendant={optionCount > 0 ? `${listId}-${active}` : undefined}
        aria-label={messages.add.field(channel)}
        placeholder={messages.add.placeholder}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <HandMatches id={listId} matches={matches} typed={typed} active={active} onPick={join} />
      <HandDetailFields details={details} onChange={setDetails} withSide={channel === null} />
      <div className={styles.row}>
        <Button look="strong" hint={keyNames.inHandField('add')} onClick={() => join(chosen)}>
          {messages.add.enter}
        </Button>
        <Button title={keyNames.inHandField('give').text} reason={callReason} onClick={() => give(chosen)}>
          {messages.add.now}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {messages.add.cancel}
        </Button>
      </div>
    </div>
  );
}

function useHandCommands(channel: Channel | null, details: HandDetails, onClose: () => void) {
  const session = useSession();
  const state = useMeeting((meeting) => meeting);
  const proposal = useProposal();
  // In a column its side counts, wherever the roster expects the person to be.
  const sideOf = (who: Person | string): Channel =>
    channel ?? (typeof who === 'string' ? details.channel : who.channel);
  return {
    join(who: Person | string | null) {
      if (who === null) return;
      const { kind, topic } = details;
      const side = sideOf(who);
      const door = side === 'onsite' ? ('room' as const) : details.door;
      const person = typeof who === 'string' ? { name: who } : { personId: who.personId };
      const args = { entryId: session.newId(), ...person, channel: side, door, kind };
      const refused = session.submit({ name: 'queue/join', args: topic.trim() ? { ...args, topic } : args });
      if (!refused) onClose();
    },
    give(who: Person | string | null) {
      if (who === null) return;
      const side = sideOf(who);
      const whom: Whom = {
        person:
          typeof who === 'string' ? { name: who, channel: side } : { personId: who.personId, channel: side },
      };
      if (!session.submit(giveFloor(state, whom, proposal(), session.newId()))) onClose();
    },
  };
}
