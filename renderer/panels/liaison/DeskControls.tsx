import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { SelectField } from '../../components/SelectField.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHubWords } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { ImportFile } from '../import/ImportFile.tsx';
import { DoorCounts } from './DoorCounts.tsx';
import { Lobby } from './Lobby.tsx';
import styles from './liaison.module.css';

const SLOW_SECONDS = [0, 30, 60, 120, 300, 600];

/** Whether questions are taken, how many of one person, and from whom no more. */
export function DeskControls() {
  const words = useQuestionsWords();
  const { rejection } = useHubWords();
  const { submit, why } = useSession();
  const { open, slowSeconds, links } = useMeeting((state) => state.questionDesk);
  const command = open
    ? { name: 'questions/close' as const, args: {} }
    : { name: 'questions/open' as const, args: {} };
  const refused = why(command);
  const choices = SLOW_SECONDS.includes(slowSeconds) ? SLOW_SECONDS : [...SLOW_SECONDS, slowSeconds];
  return (
    <section className={form.card} aria-labelledby="questions-desk">
      <h2 id="questions-desk" className={styles.title}>
        {words.desk}
      </h2>
      <p role="status">{open ? words.taken : words.closed}</p>
      <Button reason={refused && rejection(refused)} onClick={() => submit(command)}>
        {open ? words.close : words.open}
      </Button>
      <Button onClick={() => submit({ name: 'questions/links', args: { allowed: !links } })}>
        {links ? words.linksOff : words.linksOn}
      </Button>
      <SelectField
        label={words.slow}
        value={String(slowSeconds)}
        options={choices.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? words.slowOff : words.slowSeconds(seconds),
        }))}
        onChange={(value) => submit({ name: 'questions/slow', args: { seconds: Number(value) } })}
      />
      <Lobby />
      <ImportFile />
      <Muted />
      <DoorCounts />
    </section>
  );
}

function Muted() {
  const words = useQuestionsWords();
  const { submit } = useSession();
  const muted = useMeeting((state) => state.questionDesk.muted);
  const people = useMeeting((state) => state.people);
  if (!muted || muted.length === 0) return null;
  const nameOf = (personId: string) =>
    people.find((person) => person.personId === personId)?.name ?? words.unnamed;
  return (
    <>
      <h3 className={form.legend}>{words.muted}</h3>
      <ul className={styles.muted}>
        {muted.map((personId) => (
          <li key={personId}>
            <bdi>{nameOf(personId)}</bdi>{' '}
            <Button onClick={() => submit({ name: 'questions/mute', args: { personId, muted: false } })}>
              {words.actions.unmute}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
