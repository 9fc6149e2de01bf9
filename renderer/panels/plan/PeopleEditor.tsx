import { useState } from 'react';
import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { SideSwitch } from '../../components/SideSwitch.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { ImportFile } from '../import/ImportFile.tsx';
import styles from './PeopleEditor.module.css';
import { PersonRow } from './PersonRow.tsx';
import { PlanNotes } from './PlanNotes.tsx';

/** Shown at a time: a plan may hold two thousand people. */
const PAGE = 60;
/** A shorter list is found through by eye. */
const FIND_FROM = 12;

export function PeopleEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = usePlanWords();
  const everybody = useMeeting((state) => state.people);
  const [find, setFind] = useState('');
  const [shownMax, setShownMax] = useState(PAGE);
  const roster = everybody.filter((person) => !person.self);
  const wanted = find.trim().toLocaleLowerCase();
  const found = everybody.filter((person) =>
    wanted === '' ? !person.self : person.name.toLocaleLowerCase().includes(wanted),
  );
  return (
    <section className={form.card} aria-labelledby="plan-people">
      <div className={form.heading}>
        <h2 id="plan-people">{words.people}</h2>
        <span className={form.hint}>{words.peopleCount(roster.length)}</span>
      </div>
      <PlanNotes place="people" />
      {roster.length === 0 && <p className={form.hint}>{words.peopleNone}</p>}
      {everybody.length > FIND_FROM && <TextInput label={words.find} value={find} onChange={setFind} />}
      <ul className={styles.people}>
        {found.slice(0, shownMax).map((person) => (
          <PersonRow key={person.personId} person={person} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {found.length > shownMax && (
        <Button onClick={() => setShownMax(shownMax + PAGE)}>{words.more(found.length - shownMax)}</Button>
      )}
      {!isReadOnly && <AddPerson />}
      {!isReadOnly && <ImportFile />}
    </section>
  );
}

function AddPerson() {
  const words = usePlanWords();
  const session = useSession();
  const [name, setName] = useState('');
  const [channel, setChannel] = useState<Channel>('onsite');
  const add = () => {
    const args = { personId: session.newId(), name: name.trim(), channel };
    if (args.name !== '' && !session.submit({ name: 'people/add', args })) setName('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput label={words.addPerson} value={name} charsMax={NAME_CHARS_MAX} onChange={setName} />
      <SideSwitch legend={words.side} labels={words.sides} value={channel} onChange={setChannel} />
      <Button onClick={add} reason={name.trim() === '' ? words.needed : null}>
        {words.addPersonButton}
      </Button>
    </form>
  );
}
