import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHubWords } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import styles from './liaison.module.css';

/** At a time; whoever let these in gets the next. */
const SHOWN_MAX = 50;

/** The switch by which people wait to be let in, and who waits. */
export function Lobby() {
  const { lobby: words } = useQuestionsWords();
  const { rejection } = useHubWords();
  const { submit, why } = useSession();
  const isOn = useMeeting((state) => state.session.lobby ?? false);
  const people = useMeeting((state) => state.people);
  const waiting = isOn ? people.filter((person) => person.self && !person.attendance) : [];
  const toggle = { name: 'session/configure' as const, args: { lobby: !isOn } };
  const refused = why(toggle);
  // The name as it is, in the staff's hand: from then on it is passed.
  const letIn = ({ personId, name }: { personId: string; name: string }) =>
    submit({ name: 'people/update', args: { personId, name } });
  return (
    <>
      <Button reason={refused && rejection(refused)} onClick={() => submit(toggle)}>
        {isOn ? words.off : words.on}
      </Button>
      {isOn && <p className={form.hint}>{words.waiting(waiting.length)}</p>}
      {waiting.length > 0 && (
        <>
          <ul className={styles.muted}>
            {waiting.slice(0, SHOWN_MAX).map((person) => (
              <li key={person.personId}>
                <bdi>{person.name}</bdi>{' '}
                <Button aria-label={words.letIn(person.name)} onClick={() => letIn(person)}>
                  {words.letInShort}
                </Button>
              </li>
            ))}
          </ul>
          <Button onClick={() => waiting.slice(0, SHOWN_MAX).forEach(letIn)}>{words.letAllIn}</Button>
        </>
      )}
    </>
  );
}
