import { useMemo } from 'react';
import { DOORS } from '../../../shared/lib/vocabulary.ts';
import { funnelOf } from '../../../shared/projections/report/questions.ts';
import { FiguresTable } from '../../components/FiguresTable.tsx';
import form from '../../components/form.module.css';
import { useMeeting } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';

/** What an online moderator reports: by each door, how many questions were asked, passed on, answered, and the rest. */
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
        return asked === 0 ? [] : [[doors[door], ...[asked, forwarded, heard, asked - heard].map(String)]];
      }),
    [state, doors],
  );
  if (rows.length === 0) return null;
  const columns = [
    { title: words.door, kind: 'free' as const },
    ...[words.asked, words.forwarded, words.answered, words.other].map((title) => ({
      title,
      kind: 'number' as const,
    })),
  ];
  return (
    <section aria-label={words.title}>
      <h3 className={form.legend}>{words.title}</h3>
      <FiguresTable caption={words.title} table={{ columns, rows }} isHidden={false} />
    </section>
  );
}
