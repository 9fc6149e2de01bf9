import form from '../../components/form.module.css';
import { useHomeWords } from '../../messages/home.ts';
import styles from './HowToHost.module.css';

/** A browser cannot keep sessions; it says what can. */
export function HowToHost() {
  const words = useHomeWords();
  return (
    <section className={form.card} aria-labelledby="home-host">
      <div className={form.heading}>
        <h2 id="home-host">{words.browser}</h2>
      </div>
      <p>{words.browserHint}</p>
      <code className={styles.command}>npm run hub -- --plan FILE</code>
    </section>
  );
}
