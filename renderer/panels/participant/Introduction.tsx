import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { GROUP_CHARS_MAX, NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { SideSwitch } from '../../components/SideSwitch.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useMessages } from '../../messages/language.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import { type DeclaredGroup, declaredGroup } from '../../store/declared-group.ts';
import { REGIONAL_GROUPS, STAKEHOLDER_GROUPS } from '../../store/igf-vocabulary.ts';
import big from './big.module.css';
import { onEscape } from './on-escape.ts';

/**
 * Name and side before anything else: the moderators call people by name, and the sides are what is balanced. Whoever
 * changes them later may leave it as it was.
 */
export function Introduction({ person, onDone }: { person: Person | null; onDone(): void }) {
  const words = useParticipantWords();
  const { cancel } = useMessages().add;
  const { submit } = useSession();
  // Half typed it outlives a reload; one that is given up or taken is not asked for again.
  const [typed, keepTyped] = useScratch('evenfloor.name');
  const [name, setName] = useState(typed || (person?.name ?? ''));
  // Whoever holds a phone with an invitation from the wall is in the room more often than not.
  const [channel, setChannel] = useState<Channel>(person?.channel ?? 'onsite');
  const [error, setError] = useState<string | null>(null);
  const asked = useMeeting((state) => declaredGroup(state.session.fairness));
  const [group, setGroup] = useState('');
  const close = () => {
    keepTyped('');
    onDone();
  };
  const introduce = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return setError(words.needName);
    const groups = asked && group.trim() !== '' ? { groups: { [asked]: group.trim() } } : {};
    if (!submit({ name: 'people/introduce', args: { name: given, channel, ...groups } })) close();
  };
  return (
    <form
      className={form.card}
      aria-labelledby="participant-who"
      onSubmit={introduce}
      {...(person && { onKeyDown: onEscape(close) })}
      noValidate
    >
      <h2 id="participant-who" className={big.heading}>
        {words.welcome}
      </h2>
      <TextInput
        label={words.name}
        hint={words.welcomeHint}
        value={name}
        error={error}
        charsMax={NAME_CHARS_MAX}
        autoComplete="name"
        {...(person && { inputRef: focusOnce })}
        onChange={(text) => {
          setName(text);
          keepTyped(text);
          setError(null);
        }}
      />
      {person === null && (
        <SideSwitch legend={words.side} labels={words.sides} value={channel} onChange={setChannel} />
      )}
      {asked && <GroupField asked={asked} value={group} onChange={setGroup} />}
      <Button look="strong" className={big.button} isSubmit>
        {words.enter}
      </Button>
      {person && (
        <Button className={big.button} onClick={close}>
          {cancel}
        </Button>
      )}
    </form>
  );
}

type GroupFieldProps = { asked: DeclaredGroup; value: string; onChange(text: string): void };

/** Left empty, nobody is passed and nobody passes: it must never cost a turn not to say. */
function GroupField({ asked, value, onChange }: GroupFieldProps) {
  const words = useParticipantWords();
  const suggestions = {
    stakeholder: STAKEHOLDER_GROUPS,
    region: REGIONAL_GROUPS,
    gender: words.genders,
  };
  return (
    <TextInput
      label={words.groups[asked]}
      hint={words.groupHint}
      value={value}
      charsMax={GROUP_CHARS_MAX}
      suggestions={suggestions[asked]}
      onChange={onChange}
    />
  );
}
