import { currentItem } from '../../../shared/domain/agenda/slice.ts';
import { forecast } from '../../../shared/projections/forecast.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useSecond } from '../../hooks/use-now.ts';
import { useFairnessWords } from '../../messages/fairness.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import styles from './ForecastLine.module.css';

/** A limit is said in round figures; a speaker told "1:47" hears nothing but the hurry. */
const LIMIT_STEP_SECONDS = 5;
/** In less, nobody has said anything; what cannot be reached is better said than offered. */
const LIMIT_SECONDS_MIN = 30;

/** How far the time left reaches. Only where turns are balanced: in prepared speeches the plan is the forecast. */
export function ForecastLine() {
  const { agenda: words } = useMessages();
  const fairnessWords = useFairnessWords();
  const state = useMeeting((meeting) => meeting);
  const { turnsThatFit, notReached, suggestedLimitSeconds, sideShort } = forecast(state, useSecond());
  const item = currentItem(state.agenda);
  const { startedAtMs, endedAtMs } = state.session;
  if (!item && state.agenda.items.length > 0 && startedAtMs !== null && endedAtMs === null) {
    return (
      <strong role="status" className={styles.waiting}>
        {words.noneCurrent}
      </strong>
    );
  }
  if (turnsThatFit === null || !item?.fair || endedAtMs !== null) return <span className={styles.forecast} />;
  const parts = [turnsThatFit === 0 ? words.noneFits : words.fits(turnsThatFit)];
  if (notReached) parts.push(words.notReached(notReached));
  return (
    <div className={styles.forecast}>
      <span>{parts.join(' · ')}</span>
      {notReached !== null && notReached > 0 && <TakeLimit seconds={suggestedLimitSeconds} />}
      {sideShort && (
        <span className={styles.short}>
          <span aria-hidden="true">⚠</span>{' '}
          {fairnessWords.sideShort(sideShort.channel, clock(sideShort.seconds))}
        </span>
      )}
    </div>
  );
}

/** One press, and every turn from now on has the limit at which everybody waiting would be reached. */
function TakeLimit({ seconds }: { seconds: number | null }) {
  const words = useFairnessWords();
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const limit = Math.floor((seconds ?? 0) / LIMIT_STEP_SECONDS) * LIMIT_STEP_SECONDS;
  const present = useMeeting((state) => state.session.fairness.turnLimitSeconds);
  if (limit < LIMIT_SECONDS_MIN || limit === present) return null;
  const command = {
    name: 'session/configure' as const,
    args: { fairness: { turnLimitSeconds: limit } },
  };
  const refused = why(command);
  return (
    <Button
      className={styles.take}
      reason={refused && rejection(refused)}
      title={words.takeLimitLabel(clock(limit))}
      onClick={() => submit(command)}
    >
      {words.takeLimit(clock(limit))}
    </Button>
  );
}
