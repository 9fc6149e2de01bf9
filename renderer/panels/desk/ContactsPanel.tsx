import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { type KeptContact, useContacts } from '../../hooks/use-contacts.ts';
import { useDeskWords } from '../../messages/desk.ts';
import styles from './ContactsPanel.module.css';

/** The contacts that people have left, for host and rapporteur alone. */
export function ContactsPanel() {
  const { contacts: words } = useDeskWords();
  const network = useMeeting((state) => state.session.network);
  const contacts = useContacts();
  return (
    <section className={styles.panel} aria-label={words.title}>
      <p className={styles.hint} dir="auto">
        {network ? words.purpose(network.purpose) : words.closed}
      </p>
      {contacts?.length === 0 && <p className={styles.hint}>{words.none}</p>}
      <ul className={styles.list}>
        {contacts?.map((contact) => (
          <ContactRow key={contact.contactId} contact={contact} />
        ))}
      </ul>
    </section>
  );
}

function ContactRow({ contact }: { contact: KeptContact }) {
  const { contacts: words } = useDeskWords();
  const { submit } = useSession();
  const [isAsking, setAsking] = useState(false);
  const { contactId, name, organisation, email } = contact;
  return (
    <li className={styles.contact}>
      <div className={styles.who}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {organisation && <bdi>{organisation}</bdi>}
        <bdi>{email}</bdi>
      </div>
      <Button look="quiet" aria-label={words.eraseOf(name)} onClick={() => setAsking(true)}>
        {words.erase}
      </Button>
      {isAsking && (
        <Confirm
          yes={words.erase}
          no={words.keep}
          onYes={() => submit({ name: 'contacts/erase', args: { contactId } })}
          onNo={() => setAsking(false)}
        >
          {words.sure}
        </Confirm>
      )}
    </li>
  );
}
