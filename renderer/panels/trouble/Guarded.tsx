import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useView } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './Guarded.module.css';

/** One part of a page in a session: a fault of ours in it leaves the others at work, and is tried again with the next commit. */
export function Guarded({ children }: { children: ReactNode }) {
  const { app } = useMessages();
  const seq = useView((view) => view.at?.seq);
  const fallback = (
    <p className={styles.part} role="alert">
      {app.partBroken}
    </p>
  );
  return (
    <ErrorBoundary retryOn={seq} fallback={fallback}>
      {children}
    </ErrorBoundary>
  );
}

/** The last resort round a whole page. */
export function GuardedPage({ children }: { children: ReactNode }) {
  const { app } = useMessages();
  const fallback = (
    <main className={styles.page} role="alert">
      <h1>{app.pageBroken}</h1>
      <p>{app.pageBrokenHint}</p>
      <Button look="strong" onClick={() => location.reload()}>
        {app.reload}
      </Button>
    </main>
  );
  return <ErrorBoundary fallback={fallback}>{children}</ErrorBoundary>;
}
