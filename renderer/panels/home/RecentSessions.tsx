import { useEffect, useState } from 'react';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import form from '../../components/form.module.css';
import { navigation } from '../../hooks/navigate.ts';
import type { Restoring } from '../../hooks/use-restore.ts';
import { useHomeWords } from '../../messages/home.ts';
import { useLanguage } from '../../messages/language.ts';
import { useProblemWords } from '../../messages/problems.ts';
import { KeptCopies } from './KeptCopies.tsx';
import styles from './RecentSessions.module.css';
import { RestoreSession } from './RestoreSession.tsx';

type Summary = Awaited<ReturnType<ShellApi['sessions']['list']>>[number];

export function RecentSessions({ shell, restoring }: { shell: ShellApi; restoring: Restoring }) {
  const words = useHomeWords();
  const problemWords = useProblemWords();
  const [sessions, setSessions] = useState<Summary[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { restored } = restoring;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that was taken in is one more
  useEffect(() => {
    shell.sessions.list().then(
      (list) => setSessions(list.toSorted((a, b) => lastAtMs(b) - lastAtMs(a))),
      (error: unknown) => setProblem(error),
    );
  }, [shell, restored]);
  const open = async (sessionId: string) => {
    setProblem(null);
    try {
      const { invites } = await shell.sessions.open(sessionId);
      const link = invites.host ?? Object.values(invites)[0];
      if (link) navigation.go(link);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className={form.card} aria-labelledby="home-recent">
      <div className={form.heading}>
        <h2 id="home-recent">{words.recent}</h2>
      </div>
      {problem !== null && (
        <p role="alert" className={form.error}>
          {problemWords(problem)}
        </p>
      )}
      {sessions?.length === 0 && <p className={form.hint}>{words.recentNone}</p>}
      <ul className={styles.sessions}>
        {sessions?.map((session) => (
          <SessionRow key={session.sessionId} session={session} onOpen={() => void open(session.sessionId)} />
        ))}
      </ul>
      {sessions && (
        <KeptCopies
          restoring={restoring}
          isHere={(sessionId) => sessions.some((one) => one.sessionId === sessionId)}
        />
      )}
      <RestoreSession {...restoring} />
    </section>
  );
}

function SessionRow({ session, onOpen }: { session: Summary; onOpen(): void }) {
  const words = useHomeWords();
  const language = useLanguage();
  const { title, createdAtMs, startedAtMs, endedAtMs } = session;
  const state = stateOf(session);
  const at = new Date(startedAtMs ?? createdAtMs);
  return (
    <li>
      <Button className={styles.session} look="quiet" onClick={onOpen}>
        <bdi className={styles.title}>{title}</bdi>
        <span className={styles.when}>
          <time dateTime={at.toISOString()}>
            {at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {startedAtMs !== null && endedAtMs !== null && (
            <> · {words.length(Math.max(1, Math.round((endedAtMs - startedAtMs) / 60_000)))}</>
          )}{' '}
          <Chip look={state === 'running' ? 'accent' : 'plain'}>{words.states[state]}</Chip>
        </span>
      </Button>
    </li>
  );
}

function stateOf({ startedAtMs, endedAtMs }: Summary): 'planned' | 'running' | 'ended' {
  if (endedAtMs !== null) return 'ended';
  return startedAtMs === null ? 'planned' : 'running';
}

function lastAtMs({ createdAtMs, startedAtMs, endedAtMs }: Summary): number {
  return endedAtMs ?? startedAtMs ?? createdAtMs;
}
