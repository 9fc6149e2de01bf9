import { useEffect, useState } from 'react';
import { COPY_OFFER_MS } from '../../../shared/lib/limits.ts';
import { CLOSE } from '../../../shared/wire.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { timeOfDay } from '../../components/HubTime.tsx';
import { atInvitations, navigation } from '../../hooks/navigate.ts';
import { saveFile } from '../../hooks/save-file.ts';
import { useSession, useView } from '../../hooks/session.ts';
import { shellOf } from '../../hooks/shell.ts';
import { useCopyKeeping, useKeptCopy, useMayKeep } from '../../hooks/use-kept-copy.ts';
import { useCopyWords } from '../../messages/copies.ts';
import { useLanguage } from '../../messages/language.ts';
import { useProblemWords } from '../../messages/problems.ts';
import type { KeptCopy } from '../../store/copies.ts';
import { otherHub } from '../../sync/hub-address.ts';
import styles from './KeptCopy.module.css';

/** Of host and moderators: from when the copy on this device is, and what can be done with it. */
export function KeptCopyCard() {
  const words = useCopyWords();
  const when = useWhen();
  const mayKeep = useMayKeep();
  const isLive = useView((view) => view.link.phase === 'live');
  const { copy, isTaking, hasFailed, take } = useKeptCopy();
  if (!mayKeep) return null;
  return (
    <section className={form.card} aria-labelledby="kept-copy">
      <div className={form.heading}>
        <h2 id="kept-copy">{words.title}</h2>
      </div>
      <p className={form.hint}>{words.hint}</p>
      <p role="status">
        {isTaking ? words.taking : copy ? words.kept(when(copy), sizeOf(copy)) : words.none}
      </p>
      {hasFailed && <p className={form.error}>{words.failed}</p>}
      <div className={form.row}>
        {isLive && (
          <Button reason={isTaking ? words.taking : null} onClick={() => void take()}>
            {words.take}
          </Button>
        )}
        {copy && <CopyActions copy={copy} />}
      </div>
    </section>
  );
}

/** Keeps the copy as long as the page is open, and offers it when the hub has been away for long. */
export function CopyOffer() {
  const words = useCopyWords();
  const when = useWhen();
  const mayKeep = useMayKeep();
  useCopyKeeping();
  const isGone = useIsGone();
  const { copy } = useKeptCopy();
  if (!isGone || !copy || !mayKeep) return null;
  return (
    <section className={styles.offer} aria-label={words.offerTitle}>
      <p role="status" className={styles.text}>
        {words.offer(when(copy))}
      </p>
      <CopyActions copy={copy} />
    </section>
  );
}

/** Saves it, or opens it on this computer where the session's hub is another one. */
export function CopyActions({ copy }: { copy: KeptCopy }) {
  const words = useCopyWords();
  const problemWords = useProblemWords();
  const [said, setSaid] = useState('');
  // What is this app's own hub's is on this computer already.
  const shell = otherHub(location) ? shellOf() : null;
  const save = async () => {
    const isSaved = await saveFile(copy.name, copy.bytes, 'application/vnd.sqlite3');
    setSaid(isSaved ? words.saved : '');
  };
  const open = async () => {
    setSaid(words.opening);
    const { invites } = (await shell?.sessions.restoreBytes(copy.name, copy.bytes)) ?? {};
    // Everybody needs a new link, so the way begins where they are.
    if (invites?.host) navigation.go(atInvitations(invites.host));
  };
  const told = (work: Promise<void>) => void work.catch((error: unknown) => setSaid(problemWords(error)));
  return (
    <>
      <Button onClick={() => told(save())}>{words.save}</Button>
      {shell && <Button onClick={() => told(open())}>{words.openHere}</Button>}
      <span role="status" className={form.hint}>
        {said}
      </span>
    </>
  );
}

/** Away for so long that it may not come back, or back without the session. */
function useIsGone(): boolean {
  const isLive = useView(({ link }) => link.phase === 'live');
  const isEmpty = useView(({ link }) => link.phase === 'closed' && link.code === CLOSE.noSuchSession);
  const isClosed = useView(({ link }) => link.phase === 'closed');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (isLive) return;
    const timer = setTimeout(() => setLong(true), COPY_OFFER_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return isEmpty || (isLong && !isLive && !isClosed);
}

/** The time of day, with the date for a copy of another day: one is kept as long as nothing changes. */
export function useWhen(): (copy: KeptCopy) => string {
  const language = useLanguage();
  const { hubNow } = useSession();
  return ({ atMs }) => {
    const isOfToday = new Date(atMs).toDateString() === new Date(hubNow()).toDateString();
    if (isOfToday) return timeOfDay(atMs, language);
    return new Date(atMs).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  };
}

function sizeOf({ bytes }: KeptCopy): string {
  const kb = Math.max(1, Math.round(bytes.length / 1_000));
  return kb < 1_000 ? `${kb} KB` : `${(kb / 1_000).toFixed(1)} MB`;
}
