import type { Person } from '../../../shared/domain/people/schema.ts';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { ListOption } from '../../components/ListOption.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './AddHand.module.css';

type MatchesProps = {
  id: string;
  matches: readonly Person[];
  typed: string;
  active: number;
  onPick(who: Person | string): void;
};

/** The list under the field. The field keeps the focus; the arrow keys move `active`. */
export function HandMatches({ id, matches, typed, active, onPick }: MatchesProps) {
  const { add: words } = useMessages();
  const handWords = useHandWords();
  const entries = useMeeting((state) => state.queue.entries);
  const options: (Person | string)[] = typed === '' ? [] : [...matches, typed];
  const noteOf = (person: Person) => {
    const waiting = entries.find((entry) => entry.personId === person.personId);
    return waiting ? handWords.already(waiting.door) : person.organisation;
  };
  return (
    <div id={id} role="listbox" aria-label={words.matches} className={styles.options}>
      {options.map((who, index) => (
        <ListOption
          key={typeof who === 'string' ? 'typed' : who.personId}
          id={`${id}-${index}`}
          isActive={index === active}
          className={styles.option}
          onPick={() => onPick(who)}
        >
          {typeof who === 'string' ? (
            <span>{words.asNew(who)}</span>
          ) : (
            <>
              <span>
                <ChannelMark channel={who.channel} /> <bdi>{who.name}</bdi>
              </span>
              <span className={styles.note}>{noteOf(who)}</span>
            </>
          )}
        </ListOption>
      ))}
    </div>
  );
}
