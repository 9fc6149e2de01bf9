import form from '../../components/form.module.css';
import { useView } from '../../hooks/session.ts';
import { usePageTitle } from '../../hooks/use-page-title.ts';
import { useJoinWords } from '../../messages/join.ts';
import { useMessages } from '../../messages/language.ts';
import { JoinField } from '../home/JoinField.tsx';
import styles from './ShutDoor.module.css';

/** In place of the page: why this invitation leads no further, and the field for another. */
export function ShutDoor({ code }: { code: number }) {
  const { app, link } = useMessages();
  const words = useJoinWords();
  const hasUnsent = useView(({ pending, aside }) => pending.length + aside.length > 0);
  usePageTitle(app.shut);
  return (
    <main className={styles.page}>
      <section className={form.card} aria-labelledby="shut-door">
        {/* Around the heading, which would be none if it were the alert itself. */}
        <div role="alert">
          <h1 id="shut-door" className={styles.title}>
            {link.closed[code] ?? link.closedOther(code)}
          </h1>
        </div>
        {hasUnsent && <p>{words.unsent}</p>}
        <JoinField />
      </section>
    </main>
  );
}
