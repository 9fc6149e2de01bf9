import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { EMAIL_CHARS_MAX, NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession, useView } from '../../hooks/session.ts';
import { useOutcomesWords } from '../../messages/outcomes.ts';
import big from './big.module.css';

/** One contact for one stated purpose; whoever has left one sees that, and erases it here. */
export function LeaveContact({ person, purpose }: { person: Person | null; purpose: string }) {
  const words = useOutcomesWords();
  const { submit } = useSession();
  const contactId = useView((view) => view.own?.contactIds?.[0]);
  return (
    <section className={form.card} aria-label={words.network}>
      <h2 className={big.heading}>{words.network}</h2>
      <p dir="auto">{words.purpose(purpose)}</p>
      {contactId === undefined ? (
        <ContactForm person={person} purpose={purpose} />
      ) : (
        <>
          <p role="status">{words.left}</p>
          <Button
            className={big.button}
            onClick={() => submit({ name: 'contacts/erase', args: { contactId } })}
          >
            {words.erase}
          </Button>
        </>
      )}
    </section>
  );
}

/** As the hub checks it, roughly: the page carries no schemas. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

function ContactForm({ person, purpose }: { person: Person | null; purpose: string }) {
  const words = useOutcomesWords();
  const { submit, newId } = useSession();
  const [name, setName] = useState(person?.name ?? '');
  const [organisation, setOrganisation] = useState('');
  const [email, setEmail] = useState('');
  const [hasConsent, setConsent] = useState(false);
  const [isTried, setTried] = useState(false);
  const isEmail = EMAIL.test(email.trim());
  const leave = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isEmail || !hasConsent || name.trim() === '') return;
    const given = organisation.trim() === '' ? {} : { organisation: organisation.trim() };
    const contact = { name: name.trim(), email: email.trim(), ...given };
    submit({ name: 'contacts/join', args: { contactId: newId(), ...contact, purpose, consent: true } });
  };
  return (
    <form onSubmit={leave} className={big.hand} noValidate>
      <TextInput
        label={words.name}
        value={name}
        charsMax={NAME_CHARS_MAX}
        autoComplete="name"
        onChange={setName}
      />
      <TextInput
        label={words.organisation}
        value={organisation}
        charsMax={NAME_CHARS_MAX}
        autoComplete="organization"
        onChange={setOrganisation}
      />
      <TextInput
        label={words.email}
        hint={words.who}
        value={email}
        charsMax={EMAIL_CHARS_MAX}
        autoComplete="email"
        error={isTried && !isEmail ? words.notAnEmail : null}
        onChange={setEmail}
      />
      <Choice label={words.consent} isOn={hasConsent} onChange={setConsent} />
      {isTried && !hasConsent && (
        <p role="alert" className={form.error}>
          {words.needConsent}
        </p>
      )}
      <Button look="strong" className={big.button} isSubmit>
        {words.leave}
      </Button>
    </form>
  );
}
