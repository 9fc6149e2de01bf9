import type { ReactNode } from 'react';
import { useState } from 'react';
import { clock } from '../../../shared/words/words.ts';
import { Chip } from '../../components/Chip.tsx';
import { HubTime, timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting, useView } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { SyncChip } from '../trouble/ConnectionBanner.tsx';
import styles from './ConsoleHeader.module.css';
import { planDrift } from './plan-drift.ts';

/** `children` are the ways to other views. */
export function ConsoleHeader({ children }: { children?: ReactNode }) {
  const messages = useMessages();
  const session = useMeeting((state) => state.session);
  const presence = useView((view) => view.presence);
  // In a narrow window the rest of the header is folded away; elsewhere this changes nothing.
  const [isUnfolded, setIsUnfolded] = useState(false);
  return (
    <header className={styles.header}>
      <div className={`${styles.row} ${isUnfolded ? '' : styles.folded}`}>
        <h1 className={styles.title} dir="auto" title={session.title}>
          {session.title}
        </h1>
        {session.code && <Chip>{session.code}</Chip>}
        <SyncChip />
        <span className={styles.gap} />
        <div className={styles.rest}>
          {children}
          {presence && (
            <span className={`${styles.quiet} ${styles.count}`}>
              {messages.header.connected(presence.count)}
            </span>
          )}
          <Drift />
        </div>
        <button
          type="button"
          className={styles.unfold}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {messages.app.menu} <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
        </button>
        <time className={styles.clock} title={messages.header.clock}>
          <HubTime />
        </time>
      </div>
    </header>
  );
}

/** Ticks by itself, so that the header around it need not. */
function Drift() {
  const { header: words } = useMessages();
  const language = useLanguage();
  const agenda = useMeeting((state) => state.agenda);
  const { startedAtMs, endedAtMs } = useMeeting((state) => state.session);
  const nowMs = useNow();
  if (startedAtMs === null || endedAtMs !== null || agenda.items.length === 0) return null;
  const { endsAtMs, driftMs } = planDrift(agenda, startedAtMs, nowMs);
  const seconds = Math.round(driftMs / 1_000);
  return (
    <span className={styles.drift}>
      <span className={styles.quiet}>{words.endsAt(timeOfDay(endsAtMs, language))}</span>{' '}
      {/* A plan is made in minutes; half of one is on plan. */}
      {Math.abs(seconds) < 30 ? (
        <span className={styles.quiet}>{words.onPlan}</span>
      ) : (
        <span className={seconds > 0 ? styles.behind : styles.ahead}>
          <span aria-hidden="true">{seconds > 0 ? '⚠' : '✓'}</span>{' '}
          {seconds > 0 ? words.behindPlan(clock(seconds)) : words.aheadOfPlan(clock(-seconds))}
        </span>
      )}
    </span>
  );
}
