import { useState } from 'react';
import type { Present } from '../../../shared/protocol.ts';
import { Button } from '../../components/Button.tsx';
import { CopyLink } from '../../components/CopyLink.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useView } from '../../hooks/session.ts';
import { ownLink } from '../../hooks/use-invite-links.ts';
import { useSharedAddress } from '../../hooks/use-shared-address.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useConnectedWords } from '../../messages/connected.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { isLoopback, underAddress } from '../../sync/hub-address.ts';
import styles from './Connected.module.css';

/** Staff sees who is there as what, since when and how far away; the hub sends it at most once a second. */
export function Connected() {
  const { log, doors } = useMessages();
  const words = useConnectedWords();
  const people = useView((view) => view.presence?.people);
  const outside = useView((view) => view.presence?.outside);
  const [isHandingOver, setHandingOver] = useState(false);
  return (
    <>
      {!people || people.length === 0 ? (
        <p className={styles.quiet}>{log.nobody}</p>
      ) : (
        <ul className={styles.list}>
          {people.map((present) => (
            // One person may be here twice, on a laptop and a phone.
            <Line key={`${present.personId} ${present.sinceMs}`} present={present} />
          ))}
        </ul>
      )}
      {outside?.map(({ door, count }) => (
        <p key={door} className={styles.quiet}>
          {words.outside(count, doors[door])}
        </p>
      ))}
      <Button look="quiet" className={styles.handOver} onClick={() => setHandingOver(true)}>
        {words.handOver}
      </Button>
      {isHandingOver && <HandOver onClose={() => setHandingOver(false)} />}
    </>
  );
}

function Line({ present }: { present: Present }) {
  const { roles: roleNames } = useMessages();
  const words = useConnectedWords();
  const language = useLanguage();
  const who = useWho();
  const { personId, roles, sinceMs, roundTripMs } = present;
  const facts = [
    roles.map((role) => roleNames[role]).join(', '),
    words.since(timeOfDay(sinceMs, language)),
    roundTripMs === undefined ? '' : words.away(roundTripMs),
  ];
  return (
    <li className={styles.person}>
      <bdi>{who({ personId, role: roles[0] ?? 'participant' })}</bdi>
      <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

/** The own place for another person or device: its code to be scanned, its link to be copied. */
function HandOver({ onClose }: { onClose(): void }) {
  const words = useConnectedWords();
  const { shareFirst, onlyHere } = useInvitesWords();
  const { address, isUnshared } = useSharedAddress();
  const link = underAddress(ownLink(), address);
  return (
    <Dialog title={words.handOver} onClose={onClose}>
      <p className={styles.quiet}>{words.hint}</p>
      {isUnshared ? (
        <p>{shareFirst}</p>
      ) : (
        <div className={styles.code}>
          <QrCode text={link} label={words.code} />
        </div>
      )}
      {!isUnshared && isLoopback(link) && <p className={styles.quiet}>{onlyHere}</p>}
      <CopyLink
        link={link}
        words={{
          field: words.link,
          copy: words.copy,
          copyLabel: words.copy,
          copied: words.copied,
          failed: words.copyFailed,
        }}
      />
    </Dialog>
  );
}
