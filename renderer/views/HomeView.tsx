/** The page without an invitation: begin a session, go on with one, or join somebody else's. */
import { useState } from 'react';
import type { PlanInput } from '../../shared/plan.ts';
import { atPlan, navigation } from '../hooks/navigate.ts';
import { shellOf } from '../hooks/shell.ts';
import { useRestore } from '../hooks/use-restore.ts';
import { useHomeWords } from '../messages/home.ts';
import { useProblemWords } from '../messages/problems.ts';
import { HowToHost } from '../panels/home/HowToHost.tsx';
import { JoinPanel } from '../panels/home/JoinPanel.tsx';
import { NewSession } from '../panels/home/NewSession.tsx';
import { Preferences } from '../panels/home/Preferences.tsx';
import { RecentSessions } from '../panels/home/RecentSessions.tsx';
import styles from './HomeView.module.css';

export function HomeView() {
  const words = useHomeWords();
  const shell = shellOf();
  const problemWords = useProblemWords();
  const { isBusy, error, create } = useCreate();
  const restoring = useRestore(shell);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.tagline}</p>
        </div>
        <Preferences />
      </header>
      <div className={styles.columns}>
        {shell && (
          <NewSession
            shell={shell}
            isBusy={isBusy}
            error={error === null ? null : problemWords(error)}
            onPlan={create}
            onSession={restoring.drop}
          />
        )}
        <div className={styles.column}>
          <JoinPanel />
          {shell ? <RecentSessions shell={shell} restoring={restoring} /> : <HowToHost />}
        </div>
      </div>
    </main>
  );
}

/** Makes a session of a plan and opens it as its host, at the plan. */
function useCreate() {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const create = async (plan: PlanInput) => {
    setIsBusy(true);
    setError(null);
    try {
      const created = await shellOf()?.sessions.create(plan);
      if (created?.invites.host) navigation.go(atPlan(created.invites.host));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, error, create };
}
