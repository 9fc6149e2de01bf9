import { useEffect, useState } from 'react';
import { otherHub } from '../sync/hub-address.ts';
import { identify } from '../sync/identity.ts';
import { useMeeting } from './session.ts';

export type KeptContact = {
  contactId: string;
  name: string;
  organisation?: string;
  email: string;
  purpose: string;
  joinedAtMs: number;
};

/** What people have left, asked for anew whenever one comes or goes; null until it is there, or cannot be had. */
export function useContacts(): KeptContact[] | null {
  const records = useMeeting((state) => state.contacts);
  const [contacts, setContacts] = useState<KeptContact[] | null>(null);
  useEffect(() => {
    if (!records || otherHub(location) !== null) return;
    const stop = new AbortController();
    const token = identify(location, sessionStorage)?.token ?? '';
    fetch('/api/v1/contacts.json', { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal })
      .then((response) =>
        response.ok ? response.json() : Promise.reject(new Error(`HTTP ${response.status}`)),
      )
      .then((answer: { contacts: KeptContact[] }) => setContacts(answer.contacts))
      // Without a line there is nothing newer to show than what is shown.
      .catch(() => undefined);
    return () => stop.abort();
  }, [records]);
  return contacts;
}
