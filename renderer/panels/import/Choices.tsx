import { useState } from 'react';
import type { ImportPreview } from '../../../shared/imported.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import form from '../../components/form.module.css';
import { RadioChoice } from '../../components/RadioChoice.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useImportWords } from '../../messages/import.ts';
import { useMessages } from '../../messages/language.ts';
import { becomes, type ImportChoices, withQuestion } from '../../store/import-choices.ts';
import styles from './import.module.css';

/** Shown at a time: an attendance report may have thousands. */
const PAGE = 40;

type Choosing = {
  preview: ImportPreview;
  choices: ImportChoices;
  onChange(choices: ImportChoices): void;
};

/** Each person of the file: new, somebody of the list, or left out. */
export function PeopleChoices({ preview, choices, onChange }: Choosing) {
  const words = useImportWords();
  const { channels } = useMessages();
  const roster = useMeeting((state) => state.people);
  const [shown, setShown] = useState(PAGE);
  const { people } = preview;
  if (people.length === 0) return null;
  return (
    <section aria-label={words.people}>
      <h3 className={form.legend}>{words.people}</h3>
      <RadioChoice
        label={words.side}
        options={CHANNELS}
        value={choices.channel}
        word={(one) => channels[one]}
        mark={(one) => <ChannelMark channel={one} />}
        onChange={(channel) => onChange({ ...choices, channel })}
      />
      <ul className={styles.list}>
        {people
          .slice(0, shown)
          .map(({ name, otherNames, email, minutes, spokenSeconds, match, row }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a person of the file is its place in it.
            <li key={place} className={styles.person}>
              <span className={styles.name}>
                <bdi>{name}</bdi>
                <span className={form.hint}>
                  {[
                    otherNames?.join(', '),
                    email,
                    minutes !== undefined && words.minutes(minutes),
                    spokenSeconds !== undefined && words.spoken(spokenSeconds),
                    row !== undefined && words.row(row),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <select
                className={form.input}
                aria-label={words.becomes(name)}
                value={becomes(preview, choices, place)}
                onChange={(event) =>
                  onChange({ ...choices, persons: { ...choices.persons, [place]: event.target.value } })
                }
              >
                <option value="new">{words.isNew}</option>
                <option value="out">{words.out}</option>
                {match && <option value={match.personId}>{words.same(match.name)}</option>}
                {roster
                  .filter((person) => !person.self && person.personId !== match?.personId)
                  .map((person) => (
                    <option key={person.personId} value={person.personId}>
                      {words.same(person.name)}
                    </option>
                  ))}
              </select>
            </li>
          ))}
      </ul>
      {people.length > shown && (
        <Button onClick={() => setShown(shown + 5 * PAGE)}>{words.more(people.length - shown)}</Button>
      )}
    </section>
  );
}

/** Each question of the file, to be taken or not; one that is there already is not. */
export function QuestionChoices({ preview, choices, onChange }: Choosing) {
  const words = useImportWords();
  const [shown, setShown] = useState(PAGE);
  const { questions } = preview;
  if (questions.length === 0) return null;
  return (
    <section aria-label={words.questions}>
      <h3 className={form.legend}>{words.questions}</h3>
      <ul className={styles.list}>
        {questions.slice(0, shown).map(({ text, name, known }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question of the file is its place in it.
          <li key={place}>
            <label className={styles.question}>
              <input
                type="checkbox"
                aria-label={words.take(text)}
                disabled={known}
                checked={!known && !choices.skipQuestions.includes(place)}
                onChange={(event) => onChange(withQuestion(choices, place, event.target.checked))}
              />
              <span dir="auto">
                {text}{' '}
                <span className={form.hint}>
                  {name && <bdi>{name}</bdi>} {known && words.known}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {questions.length > shown && (
        <Button onClick={() => setShown(shown + 5 * PAGE)}>{words.more(questions.length - shown)}</Button>
      )}
    </section>
  );
}
