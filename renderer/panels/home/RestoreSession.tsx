import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { navigation } from '../../hooks/navigate.ts';
import { useMenu } from '../../hooks/shell.ts';
import type { Restoring } from '../../hooks/use-restore.ts';
import { useHomeWords } from '../../messages/home.ts';
import { useLanguage } from '../../messages/language.ts';
import { useProblemWords } from '../../messages/problems.ts';
import styles from './RestoreSession.module.css';

/** A session file from another computer, or a backup: taken in beside the sessions of this one. */
export function RestoreSession({ isBusy, restored, problem, pick }: Restoring) {
  const words = useHomeWords();
  const problemWords = useProblemWords();
  const language = useLanguage();
  useMenu({ 'session/restore': pick });
  const link = restored?.invites.host;
  const asOf = restored
    ? new Date(restored.asOfMs).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
    : '';
  return (
    <div className={styles.restore}>
      <Button reason={isBusy ? words.restoring : null} onClick={pick}>
        {words.restore}
      </Button>
      <p role="status" className={isBusy ? form.hint : form.hidden}>
        {isBusy ? words.restoring : ''}
      </p>
      {problem !== null && (
        <p role="alert" className={form.error}>
          {problemWords(problem)}
        </p>
      )}
      {restored && (
        <section className={styles.restored} aria-label={words.restoredTitle}>
          <p role="status">{words.restored(restored.title, asOf)}</p>
          {link !== undefined && (
            <Button look="strong" onClick={() => navigation.go(link)}>
              {words.restoredOpen}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
