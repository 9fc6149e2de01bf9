/** The links behind the invitations. Their secret part is in no state, so the hub is asked for them. */
import { useEffect, useState } from 'react';
import { hubOf, otherHub } from '../sync/hub-address.ts';
import { identify } from '../sync/identity.ts';
import { askHubForJson } from './ask-hub.ts';
import { useView } from './session.ts';

/** `shortUrl`: to be typed, of the participants' link alone. */
export type InviteLink = { url: string; shortUrl?: string };

export type InviteLinks = {
  /** By inviteId; null until they are here. */
  links: ReadonlyMap<string, InviteLink> | null;
  problem: 'failed' | 'elsewhere' | null;
  fetchAgain(): void;
};

export function useInviteLinks(): InviteLinks {
  // What the hub has confirmed: for one that is still on its way there is no link to fetch yet.
  const invites = useView((view) => view.confirmed?.invites);
  const [links, setLinks] = useState<InviteLinks['links']>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // A page may not ask another hub over HTTP, only over its socket.
  const isElsewhere = otherHub(location) !== null;
  const known = JSON.stringify(invites?.map(({ inviteId, revoked }) => [inviteId, revoked]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew whenever the invitations change
  useEffect(() => {
    if (isElsewhere) return;
    const abort = new AbortController();
    fetchLinks(abort.signal).then(
      (found) => {
        setLinks(found);
        setHasFailed(false);
      },
      () => {
        if (!abort.signal.aborted) setHasFailed(true);
      },
    );
    return () => abort.abort();
  }, [known, tries, isElsewhere]);
  const problem = isElsewhere ? 'elsewhere' : hasFailed ? 'failed' : null;
  return { links, problem, fetchAgain: () => setTries(tries + 1) };
}

async function fetchLinks(signal: AbortSignal): Promise<Map<string, InviteLink>> {
  type Answer = { invites: ({ inviteId: string } & InviteLink)[] };
  const { invites } = await askHubForJson<Answer>('/api/v1/invites', signal);
  return new Map(invites.map(({ inviteId, ...link }) => [inviteId, link]));
}

/** The link by which this page came in, for another device of the same person or for whoever takes over. */
export function ownLink(): string {
  const { protocol, host } = hubOf(location);
  return `${protocol}//${host}/#${identify(location, sessionStorage)?.token ?? ''}`;
}

/** The invitation by which this page came in. */
export function ownInviteId(): string | null {
  return identify(location, sessionStorage)?.token.split('.')[1] ?? null;
}
