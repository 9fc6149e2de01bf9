import { useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { GROUP_CHARS_MAX, NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { ROLES } from '../../../shared/lib/vocabulary.ts';
import { Choice } from '../../components/Choice.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { SelectField } from '../../components/SelectField.tsx';
import { SideSwitch } from '../../components/SideSwitch.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { REGIONAL_GROUPS, STAKEHOLDER_GROUPS } from '../../store/igf-vocabulary.ts';
import styles from './PeopleEditor.module.css';
import { describedBy, useNotesAt } from './PlanNotes.tsx';

/** A display is a screen, not somebody. */
const PERSON_ROLES = ROLES.filter((role) => role !== 'display');
/** More than these are not found through by eye in a menu; the name search of the list narrows them. */
const MERGE_CHOICES_MAX = 300;

export function PersonForm({ person }: { person: Person }) {
  const words = usePlanWords();
  const { submit } = useSession();
  const update = (fields: Partial<Omit<Person, 'personId' | 'seq' | 'self' | 'lockedSide'>>) =>
    submit({ name: 'people/update', args: { personId: person.personId, ...fields } });
  return (
    <div className={styles.form}>
      <EditField
        label={words.name}
        value={person.name}
        charsMax={NAME_CHARS_MAX}
        check={(text) => (text === '' ? words.needed : null)}
        onCommit={(name) => update({ name })}
      />
      <SideSwitch
        legend={words.side}
        labels={words.sides}
        value={person.channel}
        onChange={(channel) => update({ channel })}
      />
      <GroupFields person={person} update={update} />
      <Choice label={words.panel} isOn={person.panel ?? false} onChange={(panel) => update({ panel })} />
      <RoleChoices person={person} onChange={(roles) => update({ roles })} />
      <MergeField person={person} />
    </div>
  );
}

type GroupFieldsProps = {
  person: Person;
  update(fields: Pick<Partial<Person>, 'organisation' | 'groups'>): void;
};

function GroupFields({ person, update }: GroupFieldsProps) {
  const words = usePlanWords();
  const notes = useNotesAt(`people/${person.personId}`);
  const { organisation = '', groups = {} } = person;
  const isGenderBalanced = useMeeting((state) => state.session.fairness.balancedGroup === 'gender');
  const setGroup = (group: 'stakeholder' | 'region' | 'gender', text: string) => {
    const { [group]: _, ...others } = groups;
    update({ groups: text === '' ? others : { ...others, [group]: text } });
  };
  return (
    <>
      <EditField
        label={words.organisation}
        value={organisation}
        charsMax={NAME_CHARS_MAX}
        describedBy={describedBy(notes, 'organisation')}
        // The command has no word for "none": once given it can be changed, not emptied.
        check={(text) => (text === '' && organisation !== '' ? words.needed : null)}
        onCommit={(text) => update({ organisation: text })}
      />
      <EditField
        label={words.stakeholder}
        value={groups.stakeholder ?? ''}
        charsMax={GROUP_CHARS_MAX}
        suggestions={STAKEHOLDER_GROUPS}
        describedBy={describedBy(notes, 'groups')}
        onCommit={(text) => setGroup('stakeholder', text)}
      />
      <EditField
        label={words.region}
        value={groups.region ?? ''}
        charsMax={GROUP_CHARS_MAX}
        suggestions={REGIONAL_GROUPS}
        onCommit={(text) => setGroup('region', text)}
      />
      {/* Asked for only where somebody has decided to balance it. */}
      {isGenderBalanced && (
        <EditField
          label={words.gender}
          value={groups.gender ?? ''}
          charsMax={GROUP_CHARS_MAX}
          onCommit={(text) => setGroup('gender', text)}
        />
      )}
    </>
  );
}

function RoleChoices({ person, onChange }: { person: Person; onChange(roles: Role[]): void }) {
  const words = usePlanWords();
  const messages = useMessages();
  const notes = useNotesAt(`people/${person.personId}`);
  const held = person.roles ?? [];
  return (
    <fieldset className={styles.roles} aria-describedby={describedBy(notes, 'roles')}>
      <legend className={form.legend}>{words.roles}</legend>
      {PERSON_ROLES.map((role) => (
        <Choice
          key={role}
          label={messages.roles[role]}
          isOn={held.includes(role)}
          onChange={(isOn) =>
            onChange(ROLES.filter((known) => (known === role ? isOn : held.includes(known))))
          }
        />
      ))}
    </fieldset>
  );
}

function MergeField({ person }: { person: Person }) {
  const words = usePlanWords();
  const { submit } = useSession();
  const people = useMeeting((state) => state.people);
  const [otherId, setOtherId] = useState('');
  const others = people.filter((one) => one.personId !== person.personId).slice(0, MERGE_CHOICES_MAX);
  const other = others.find((one) => one.personId === otherId);
  const merge = () =>
    submit({ name: 'people/merge', args: { personId: person.personId, otherPersonId: otherId } });
  return (
    <div className={styles.merge}>
      <SelectField
        label={words.merge}
        value={other ? otherId : ''}
        onChange={setOtherId}
        options={[
          { value: '', label: words.mergeChoose },
          ...others.map((one) => ({ value: one.personId, label: one.name })),
        ]}
      />
      {other && (
        <Confirm yes={words.mergeButton} no={words.mergeNo} onYes={merge} onNo={() => setOtherId('')}>
          {words.mergeHint(person.name, other.name)}
        </Confirm>
      )}
    </div>
  );
}
