import type { Tap } from '../../../shared/domain/notes/schema.ts';
import { findNote } from '../../../shared/domain/notes/slice.ts';
import type { Stance } from '../../../shared/lib/vocabulary.ts';
import { STANCES } from '../../../shared/lib/vocabulary.ts';
import type { State } from '../../../shared/state.ts';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import styles from './PointList.module.css';

type Who = Omit<Tap, 'stance'>;

/** Everybody who has spoken, and the panel: one tap says that they agree, or do not quite. */
export function Stances({ noteId }: { noteId: string }) {
  const { stances: words } = useDeskWords();
  const { submit } = useSession();
  const state = useMeeting((meeting) => meeting);
  const taps = findNote(state, noteId)?.stances ?? [];
  const people = peopleHeard(state);
  if (people.length === 0) return <p className={styles.none}>{words.nobody}</p>;
  const tap = ({ personId, name, channel }: Who, stance: Stance | null) =>
    submit({
      name: 'notes/endorse',
      args: { noteId, stance, channel, ...(personId ? { personId } : { name }) },
    });
  return (
    <fieldset className={styles.stances}>
      <legend>{words.title}</legend>
      <ul className={styles.people}>
        {people.map((who) => {
          const held = taps.find((one) => keyOf(one) === keyOf(who))?.stance ?? null;
          return (
            <li key={keyOf(who)}>
              <span>
                <ChannelMark channel={who.channel} /> <bdi>{who.name}</bdi>
              </span>
              {STANCES.map((stance) => (
                <button
                  key={stance}
                  type="button"
                  className={styles.tap}
                  aria-pressed={held === stance}
                  aria-label={`${who.name}: ${words[stance]}`}
                  onClick={() => tap(who, held === stance ? null : stance)}
                >
                  {words[stance]}
                </button>
              ))}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function peopleHeard({ turns, floor, people }: State): Who[] {
  const heard = new Map<string, Who>();
  const speakers = [...turns, ...(floor.turn ? [floor.turn] : [])];
  for (const { personId, name, channel } of [...people.filter((person) => person.panel), ...speakers]) {
    const who = { ...(personId && { personId }), name, channel };
    if (name !== '') heard.set(keyOf(who), who);
  }
  return [...heard.values()];
}

function keyOf({ personId, name }: { personId?: string; name: string }): string {
  return personId ?? ` ${name}`;
}
