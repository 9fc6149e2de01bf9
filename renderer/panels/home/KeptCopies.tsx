import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import type { Restoring } from '../../hooks/use-restore.ts';
import { useHomeWords } from '../../messages/home.ts';
import { useLanguage } from '../../messages/language.ts';
import { type KeptCopy, keptCopies } from '../../store/copies.ts';
import styles from './RecentSessions.module.css';

type KeptCopiesProps = { restoring: Restoring; isHere(sessionId: string): boolean };

/** Copies that the app has kept of sessions on other computers, for whoever comes back after one of those was lost. */
export function KeptCopies({ restoring, isHere }: KeptCopiesProps) {
  const words = useHomeWords();
  const language = useLanguage();
  const [all, setAll] = useState<KeptCopy[]>([]);
  useEffect(() => {
    // A device that cannot say what it keeps has nothing to offer.
    keptCopies().then(setAll, () => undefined);
  }, []);
  const copies = all.filter(({ sessionId }) => !isHere(sessionId));
  if (copies.length === 0) return null;
  return (
    <section className={form.field} aria-labelledby="home-copies">
      <h3 id="home-copies" className={form.legend}>
        {words.copies}
      </h3>
      <ul className={styles.sessions}>
        {copies.map((copy) => (
          <li key={copy.sessionId}>
            <Button
              className={styles.session}
              look="quiet"
              reason={restoring.isBusy ? words.restoring : null}
              onClick={() => restoring.open(copy)}
            >
              <bdi className={styles.title}>{copy.title}</bdi>{' '}
              <span className={styles.when}>
                {words.copyFrom(
                  new Date(copy.atMs).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
                )}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
