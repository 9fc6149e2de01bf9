/** The links that let people in: shown, copied, scanned, taken back and made anew. */

import { useState } from 'react';
import type { Invite } from '../../shared/domain/invites/schema.ts';
import { useMeeting } from '../hooks/session.ts';
import { shellOf } from '../hooks/shell.ts';
import { useInviteLinks } from '../hooks/use-invite-links.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useInvitesWords } from '../messages/invites.ts';
import { JoinLinks } from '../panels/frame/JoinLinks.tsx';
import { InviteCard } from '../panels/invites/InviteCard.tsx';
import { IssueForm } from '../panels/invites/IssueForm.tsx';
import { LinksProblem } from '../panels/invites/LinksProblem.tsx';
import { RevokedInvites } from '../panels/invites/RevokedInvites.tsx';
import { Sharing } from '../panels/invites/Sharing.tsx';
import { otherHub, underAddress } from '../sync/hub-address.ts';
import styles from './InvitesView.module.css';

export function InvitesView() {
  useKeptFocus();
  const words = useInvitesWords();
  const invites = useMeeting((state) => state.invites) ?? [];
  const found = useInviteLinks();
  const [madeId, setMadeId] = useState<string | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const shell = otherHub(location) ? null : shellOf();
  const isOpen = (inviteId: string) => found.links?.has(inviteId) ?? false;
  // One that replaces another has its roles and label, and stands where that stood.
  const placeOf = (invite: Invite) => invites.findIndex((other) => isSameDoor(other, invite));
  // What the hub gives no link for is not this person's to hand on.
  const shown = invites
    .filter((invite) => !invite.revoked && (isOpen(invite.inviteId) || !isHosts(invite)))
    // The participants' first: it is the one that everybody comes here for.
    .toSorted((a, b) => Number(isForAll(b)) - Number(isForAll(a)) || placeOf(a) - placeOf(b));
  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <header>
          <h2 className={styles.title}>{words.title}</h2>
          <p className={styles.intro}>{words.intro}</p>
        </header>
        <JoinLinks />
        <LinksProblem found={found} />
        {shell && <Sharing shell={shell} address={address} onAddress={setAddress} />}
        <ul className={styles.cards}>
          {shown.map((invite) => {
            const { url, shortUrl } = found.links?.get(invite.inviteId) ?? {};
            return (
              <InviteCard
                key={invite.inviteId}
                invite={invite}
                isForAll={isForAll(invite)}
                isMade={invite.inviteId === madeId}
                isUnshared={shell !== null && address === null}
                link={url === undefined ? null : underAddress(url, address)}
                shortLink={shortUrl === undefined ? null : underAddress(shortUrl, address)}
              />
            );
          })}
        </ul>
        <IssueForm onMade={setMadeId} />
        <RevokedInvites />
      </div>
    </main>
  );
}

function isSameDoor(a: Invite, b: Invite): boolean {
  return a.label === b.label && a.roles.join() === b.roles.join();
}

function isHosts({ roles }: { roles: readonly string[] }): boolean {
  return roles.includes('host');
}

/** Given out freely, on a wall or a screen. */
function isForAll({ roles }: { roles: readonly string[] }): boolean {
  return roles.length === 1 && roles[0] === 'participant';
}
