import { useEffect, useState } from 'react';
import { askHubForJson } from './ask-hub.ts';
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
    if (!records) return;
    const stop = new AbortController();
    askHubForJson<{ contacts: KeptContact[] }>('/api/v1/contacts.json', stop.signal)
      .then((answer) => setContacts(answer.contacts))
      // Without a line there is nothing newer to show than what is shown.
      .catch(() => undefined);
    return () => stop.abort();
  }, [records]);
  return contacts;
}
