import { useView } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './AbsenceBanner.module.css';
import { GoAlone } from './GoAlone.tsx';

/** Says on every screen of the staff that nothing can be done, as long as the hub's disk or cluster takes nothing. */
export function DiskBanner() {
  const { disk: words } = useMessages();
  const cannotWrite = useView((view) => view.presence?.cannotWrite);
  const isLineCut = useView((view) => view.presence?.lineCut ?? false);
  if (!cannotWrite) return null;
  return (
    <section className={styles.banner} aria-label={words.title}>
      <p className={styles.text} role="alert">
        <span aria-hidden="true">⚠</span> {isLineCut ? words.lineCut : words.full}
      </p>
      {isLineCut && <GoAlone />}
    </section>
  );
}
