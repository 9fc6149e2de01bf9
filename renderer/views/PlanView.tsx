/** What is known of the meeting, editable by host and moderators before and while it runs. */

import { useMeeting, useSession } from '../hooks/session.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { usePlanWords } from '../messages/plan.ts';
import { AgendaEditor } from '../panels/plan/AgendaEditor.tsx';
import { BasicsEditor } from '../panels/plan/BasicsEditor.tsx';
import { ExportPlan } from '../panels/plan/ExportPlan.tsx';
import { ExportReport } from '../panels/plan/ExportReport.tsx';
import { FairnessEditor } from '../panels/plan/FairnessEditor.tsx';
import { NetworkEditor } from '../panels/plan/NetworkEditor.tsx';
import { PeopleEditor } from '../panels/plan/PeopleEditor.tsx';
import { PlanNotes, useNotesAt } from '../panels/plan/PlanNotes.tsx';
import { QuestionsEditor } from '../panels/plan/QuestionsEditor.tsx';
import { KeptCopyCard } from '../panels/trouble/KeptCopy.tsx';
import styles from './PlanView.module.css';

export function PlanView() {
  useKeptFocus();
  const words = usePlanWords();
  const session = useSession();
  // Asked anew on every render: rights may change with a new welcome.
  useMeeting((state) => state);
  const isReadOnly = session.why({ name: 'session/configure', args: {} })?.code === 'forbidden';
  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.header}>
          <h2>{words.title}</h2>
          <ToSettle />
          <ExportReport />
          <ExportPlan />
        </header>
        {isReadOnly && <p className={styles.readOnly}>{words.readOnly}</p>}
        <OtherNotes />
        <div className={styles.columns}>
          <div className={styles.column}>
            <BasicsEditor isReadOnly={isReadOnly} />
            <AgendaEditor isReadOnly={isReadOnly} />
            <QuestionsEditor isReadOnly={isReadOnly} />
            <NetworkEditor isReadOnly={isReadOnly} />
          </div>
          <div className={styles.column}>
            <PeopleEditor isReadOnly={isReadOnly} />
            <FairnessEditor isReadOnly={isReadOnly} />
            <KeptCopyCard />
          </div>
        </div>
      </div>
    </main>
  );
}

function ToSettle() {
  const words = usePlanWords();
  const count = useMeeting((state) => state.session.notes?.length ?? 0);
  return (
    <p role="status" className={styles.toSettle}>
      {count === 0 ? words.allSettled : words.toSettle(count)}
      {count > 0 && <span className={styles.hint}>{words.toSettleHint}</span>}
    </p>
  );
}

/** Notes about the file as a whole, or about something that is not in the plan any more. */
function OtherNotes() {
  const words = usePlanWords();
  if (useNotesAt('other').length === 0) return null;
  return (
    <section className={styles.other} aria-labelledby="plan-other">
      <h2 id="plan-other">{words.otherNotes}</h2>
      <PlanNotes place="other" />
    </section>
  );
}
