import { without } from '../../lib/lists.ts';
import type { Author, Stamp } from '../context.ts';
import type { ContactRecord, ContactsEvent } from './schema.ts';

export function applyContacts(
  contacts: ContactRecord[],
  event: ContactsEvent,
  { seq, atMs, author }: Stamp & { author: Author },
): ContactRecord[] {
  switch (event.type) {
    case 'contacts/joined': {
      const { contactId, purpose } = event;
      // What staff has copied from paper is nobody's own.
      const own = author.role === 'participant' && author.personId ? { personId: author.personId } : {};
      return [...contacts, { contactId, ...own, purpose, joinedAtMs: atMs, seq }];
    }
    case 'contacts/erased':
      return without(contacts, (contact) => contact.contactId === event.contactId);
  }
}
