import { useMemo } from 'react';
import { DOORS } from '../../../shared/lib/vocabulary.ts';
import { funnelOf } from '../../../shared/projections/report/questions.ts';
import form from '../../components/form.module.css';
import { useMeeting } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import styles from './DoorCounts.module.css';

/**
 * What an online moderator reports: by each door, how many questions were asked, passed on, answered, and the rest.
 * No table: beside a list there is no room for five columns.
 */
export function DoorCounts() {
  const { doors } = useMessages();
  const { counts: words } = useQuestionsWords();
  const state = useMeeting((meeting) => meeting);
  const rows = useMemo(
    () =>
      DOORS.flatMap((door) => {
        const { asked, forwarded, answered, inWriting } = funnelOf(
          state.questions.filter((question) => question.door === door),
          state,
        );
        const heard = answered + inWriting;
        const counts = { asked, forwarded, answered: heard, other: asked - heard };
        return asked === 0 ? [] : [{ door, counts }];
      }),
    [state],
  );
  if (rows.length === 0) return null;
  return (
    <section className={styles.counts} aria-label={words.title}>
      <h3 className={form.legend}>{words.title}</h3>
      <dl>
        {rows.map(({ door, counts }) => (
          <div key={door} className={styles.door}>
            <dt>{doors[door]}</dt>
            <dd>
              {COUNTS.map((name) => (
                <span key={name}>
                  {words[name]} <b>{counts[name]}</b>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const COUNTS = ['asked', 'forwarded', 'answered', 'other'] as const;
