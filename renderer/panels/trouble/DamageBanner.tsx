import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './AbsenceBanner.module.css';

const KEY = 'evenfloor.damage-seen';

/** Says once on each device what the session's file had lost when the hub opened it. */
export function DamageBanner() {
  const { damage: words } = useMessages();
  const damage = useView((view) => view.presence?.damage);
  const [seen, setSeen] = useState(() => localStorage.getItem(KEY));
  if (!damage || seen === damage.keptAs) return null;
  const understood = () => {
    localStorage.setItem(KEY, damage.keptAs);
    setSeen(damage.keptAs);
  };
  const { seq, lastSeq, keptAs } = damage;
  return (
    <section className={styles.banner} aria-label={words.title}>
      <p className={styles.text} role="alert">
        <span aria-hidden="true">⚠</span> {lastSeq < seq ? words.cut(lastSeq) : words.bridged(seq)}{' '}
        {words.kept(keptAs)}
      </p>
      <Button onClick={understood}>{words.understood}</Button>
    </section>
  );
}
