import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { SideSwitch } from '../../components/SideSwitch.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession } from '../../hooks/session.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import big from './big.module.css';

/** Name and side before anything else: the moderators call people by name, and the sides are what is balanced. */
export function Introduction({ person, onDone }: { person: Person | null; onDone(): void }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  const [name, setName] = useState(person?.name ?? '');
  // Whoever holds a phone with an invitation from the wall is in the room more often than not.
  const [channel, setChannel] = useState<Channel>(person?.channel ?? 'onsite');
  const [error, setError] = useState<string | null>(null);
  const introduce = (event?: FormEvent) => {
    event?.preventDefault();
    const given = name.trim();
    if (given === '') return setError(words.needName);
    if (!submit({ name: 'people/introduce', args: { name: given, channel } })) onDone();
  };
  return (
    <form className={form.card} aria-labelledby="participant-who" onSubmit={introduce} noValidate>
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
        onChange={(text) => {
          setName(text);
          setError(null);
        }}
      />
      {person === null && (
        <SideSwitch legend={words.side} labels={words.sides} value={channel} onChange={setChannel} />
      )}
      <Button look="strong" className={big.button} onClick={() => introduce()}>
        {words.enter}
      </Button>
    </form>
  );
}
