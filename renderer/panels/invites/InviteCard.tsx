import { useEffect, useRef, useState } from 'react';
import type { Invite } from '../../../shared/domain/invites/schema.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { CopyLink } from '../../components/CopyLink.tsx';
import form from '../../components/form.module.css';
import { QrCode } from '../../components/QrCode.tsx';
import { openHere } from '../../hooks/open-here.ts';
import { useSession } from '../../hooks/session.ts';
import { ownInviteId } from '../../hooks/use-invite-links.ts';
import { useInviteName } from '../../hooks/use-invite-name.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import { useHubWords } from '../../messages/language.ts';
import { isLoopback } from '../../sync/hub-address.ts';
import { FullScreenCode, withoutScheme } from './FullScreenCode.tsx';
import styles from './InviteCard.module.css';
import { StreamLinks } from './StreamLinks.tsx';

type InviteCardProps = {
  invite: Invite;
  link: string | null;
  /** To be typed; null where there is none. */
  shortLink: string | null;
  isForAll: boolean;
  /** Just now, on this page: it comes before the eye. */
  isMade: boolean;
  /** The link leads to this computer by a name that means another one on every phone. */
  isUnshared: boolean;
};

export function InviteCard({ invite, link, shortLink, isForAll, isMade, isUnshared }: InviteCardProps) {
  const words = useInvitesWords();
  const name = useInviteName()(invite);
  const isOwn = ownInviteId() === invite.inviteId;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isMade) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('li')?.scrollIntoView({ block: 'center' });
  }, [isMade]);
  return (
    <li className={`${form.card} ${styles.card} ${isForAll ? styles.tall : ''} ${isMade ? styles.made : ''}`}>
      <div className={form.heading}>
        <h3 ref={heading} className={styles.name} tabIndex={isMade ? -1 : undefined}>
          <bdi>{name}</bdi>
        </h3>
        {isOwn && <Chip>{words.yours}</Chip>}
      </div>
      {link === null ? (
        <p className={form.hint}>{words.noLink}</p>
      ) : (
        <LinkAndCode
          link={link}
          shortLink={shortLink}
          name={name}
          isForAll={isForAll}
          isUnshared={isUnshared}
        />
      )}
      {link !== null && isScreen(invite) && (
        <>
          <Button onClick={() => openHere(link)}>{words.openStage}</Button>
          <StreamLinks link={link} />
        </>
      )}
      <Ending invite={invite} name={name} isOwn={isOwn} />
    </li>
  );
}

/** Nobody's but a screen's: who holds it sees the stage. */
function isScreen({ roles }: Invite): boolean {
  return roles.every((role) => role === 'display');
}

type LinkProps = {
  link: string;
  shortLink: string | null;
  name: string;
  isForAll: boolean;
  isUnshared: boolean;
};

function LinkAndCode({ link, shortLink, name, isForAll, isUnshared }: LinkProps) {
  const words = useInvitesWords();
  // The participants' code is there to be scanned; the others are nobody else's business until asked for.
  const [isShown, setIsShown] = useState(isForAll);
  const [isFull, setIsFull] = useState(false);
  const { copy, copied, copyFailed } = words;
  return (
    <>
      <CopyLink
        link={link}
        words={{
          field: words.link(name),
          copy,
          copyLabel: words.copyOf(name),
          copied,
          failed: copyFailed,
        }}
      />
      {isShown &&
        (isUnshared ? (
          <p>{words.shareFirst}</p>
        ) : (
          <div className={styles.code}>
            <QrCode text={link} label={words.code(name)} />
          </div>
        ))}
      {isShown && !isUnshared && isLoopback(link) && <p className={form.hint}>{words.onlyHere}</p>}
      {shortLink !== null && !isUnshared && <p>{words.typed(withoutScheme(shortLink))}</p>}
      <div className={form.row}>
        <Button aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? words.hideCode : words.showCode}
        </Button>
        {isForAll && (
          <Button reason={isUnshared ? words.shareFirst : null} onClick={() => setIsFull(true)}>
            {words.full}
          </Button>
        )}
      </div>
      {isFull && (
        <FullScreenCode link={link} shortLink={shortLink} name={name} onClose={() => setIsFull(false)} />
      )}
    </>
  );
}

type EndingProps = { invite: Invite; name: string; isOwn: boolean };

/** Taking the link back, with or without another in its place; asked before, since people are cut off. */
function Ending({ invite, name, isOwn }: EndingProps) {
  const words = useInvitesWords();
  const session = useSession();
  const { rejection } = useHubWords();
  const [asked, setAsked] = useState<'revoke' | 'replace' | null>(null);
  const revoking = { name: 'invites/revoke' as const, args: { inviteId: invite.inviteId } };
  const refused = session.why(revoking);
  const reason = refused && rejection(refused);
  const end = () => {
    const { roles, label } = invite;
    // The new one first: whoever replaces the own link would be out before it is made.
    if (asked === 'replace') {
      const args = { inviteId: session.newId(), roles, ...(label !== undefined && { label }) };
      if (session.submit({ name: 'invites/issue', args })) return;
    }
    session.submit(revoking);
    setAsked(null);
  };
  if (asked) {
    const isReplace = asked === 'replace';
    return (
      <Confirm
        yes={isReplace ? words.yesReplace : words.yesRevoke}
        no={words.no}
        onYes={end}
        onNo={() => setAsked(null)}
      >
        {isReplace ? words.sureReplace : words.sureRevoke} {isOwn && words.own}
      </Confirm>
    );
  }
  return (
    <div className={`${form.row} ${styles.ending}`}>
      <Button
        look="quiet"
        reason={reason}
        aria-label={words.replaceOf(name)}
        onClick={() => setAsked('replace')}
      >
        {words.replace}
      </Button>
      <Button
        data-landing="invite"
        look="quiet"
        reason={reason}
        aria-label={words.revokeOf(name)}
        onClick={() => setAsked('revoke')}
      >
        {words.revoke}
      </Button>
    </div>
  );
}
