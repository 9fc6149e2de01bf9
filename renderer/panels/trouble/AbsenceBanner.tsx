import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useHubWords, useLanguage, useMessages } from '../../messages/language.ts';
import { askedAbsence, timedThen } from '../../store/absence.ts';
import styles from './AbsenceBanner.module.css';

/** Asks whether the time counts during which no hub was there; the oldest such time first. */
export function AbsenceBanner() {
  const { absence: words } = useMessages();
  const { rejection } = useHubWords();
  const language = useLanguage();
  const { submit, why } = useSession();
  const asked = useView(askedAbsence);
  const name = useMeeting((state) => (asked ? timedThen(state, asked) : ''));
  if (!asked) return null;
  const settle = (counted: boolean) => {
    const command = { name: 'session/settle-absence' as const, args: { ...asked, counted } };
    const refused = why(command);
    return {
      reason: refused && rejection(refused),
      onClick: () => void submit(command),
    };
  };
  const lasted = clock((asked.toMs - asked.fromMs) / 1_000);
  const [from, to] = [asked.fromMs, asked.toMs].map((atMs) => timeOfDay(atMs, language, true));
  return (
    <section className={styles.banner} aria-label={words.title}>
      {/* Said once by itself: the buttons come after it. */}
      <p className={styles.text} role="status">
        <span aria-hidden="true">⚠</span> {words.away(lasted, `${from}–${to}`)} {words.ranOn(name)}
      </p>
      <Button {...settle(true)}>{words.count}</Button>
      <Button {...settle(false)}>{words.takeOff}</Button>
    </section>
  );
}
