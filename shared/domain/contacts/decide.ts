import { CONTACTS_MAX } from '../../lib/limits.ts';
import type { Actor, Rejection } from '../context.ts';
import { invalid, isStaff, reject } from '../context.ts';
import type { Session } from '../session/slice.ts';
import type { ContactRecord, ContactsEvent, JoinContactArgs } from './schema.ts';

type Result = ContactsEvent[] | Rejection;

/** One contact for each person; staff may enter as many as have been left on paper. */
export function joinContacts(
  contacts: readonly ContactRecord[],
  { network }: Pick<Session, 'network'>,
  { contactId, purpose }: JoinContactArgs,
  actor: Actor,
): Result {
  if (!network) return reject('contacts/closed');
  if (network.purpose !== purpose) return reject('contacts/other-purpose', { purpose: network.purpose });
  if (contacts.some((contact) => contact.contactId === contactId)) return invalid('contactId', 'taken');
  if (!isStaff(actor) && contacts.some((contact) => contact.personId === actor.personId)) {
    return reject('contacts/already-joined');
  }
  if (contacts.length >= CONTACTS_MAX) return reject('too-many', { limit: CONTACTS_MAX });
  return [{ type: 'contacts/joined', v: 1, contactId, purpose }];
}

/** The own one, or any for those who keep them. */
export function eraseContact(
  contacts: readonly ContactRecord[],
  { contactId }: { contactId: string },
  actor: Actor,
): Result {
  const contact = contacts.find((one) => one.contactId === contactId);
  if (!isStaff(actor) && contact?.personId !== actor.personId) {
    return reject('forbidden', { command: 'contacts/erase' });
  }
  return contact ? [{ type: 'contacts/erased', v: 1, contactId }] : reject('contacts/no-such-contact');
}
