/** What a copy of a session holds in place of the contacts that stay behind. */
import type { Commit } from '../../shared/commit.ts';

/**
 * The commit as if the contact in it had been erased, by nobody in particular: who left one is for those alone who keep
 * them, and a copy goes through more hands.
 */
export function withoutContacts(commit: Commit): Commit {
  if (!commit.events.some(({ type }) => type.startsWith('contacts/'))) return commit;
  const events = commit.events.map((event) =>
    event.type === 'contacts/joined'
      ? { type: 'contacts/erased' as const, v: 1 as const, contactId: event.contactId }
      : event,
  );
  return { ...commit, actor: { role: 'hub' }, events };
}
