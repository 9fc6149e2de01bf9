import type { ReactNode } from 'react';
import { clock } from '../../shared/words/words.ts';
import { Chip } from '../components/Chip.tsx';
import { HubTime } from '../components/HubTime.tsx';
import { useMeeting, useView } from '../hooks/session.ts';
import { useNow } from '../hooks/use-now.ts';
import { useMessages } from '../messages/language.ts';
import { SyncChip } from './ConnectionBanner.tsx';
import styles from './ConsoleHeader.module.css';
import { planDriftMs } from './plan-drift.ts';

/** `children` are the ways to other views. */
export function ConsoleHeader({ children }: { children?: ReactNode }) {
  const messages = useMessages();
  const session = useMeeting((state) => state.session);
  const presence = useView((view) => view.presence);
  return (
    <header className={styles.header}>
      <h1 className={styles.title} dir="auto" title={session.title}>
        {session.title}
      </h1>
      {session.code && <Chip>{session.code}</Chip>}
      <SyncChip />
      <span className={styles.gap} />
      {children}
      {presence && <span className={styles.quiet}>{messages.header.connected(presence.count)}</span>}
      <Drift />
      <time className={styles.clock} title={messages.header.clock}>
        <HubTime />
      </time>
    </header>
  );
}

/** Ticks by itself, so that the header around it need not. */
function Drift() {
  const { header: words } = useMessages();
  const agenda = useMeeting((state) => state.agenda);
  const seconds = Math.round(planDriftMs(agenda, useNow()) / 1_000);
  if (agenda.currentItemId === null) return null;
  // A plan is made in minutes; half of one is on plan.
  if (Math.abs(seconds) < 30) return <span className={styles.quiet}>{words.onPlan}</span>;
  return seconds > 0 ? (
    <span className={styles.behind}>
      <span aria-hidden="true">▾</span> {words.behindPlan(clock(seconds))}
    </span>
  ) : (
    <span className={styles.ahead}>
      <span aria-hidden="true">▴</span> {words.aheadOfPlan(clock(-seconds))}
    </span>
  );
}
