import { useEffect, useState } from 'react';
import type { SentCommit } from '../../shared/commit.ts';
import { createReplay, type Replay } from '../store/replay.ts';
import { browserEnvironment } from '../sync/browser.ts';
import { otherHub } from '../sync/hub-address.ts';
import { identify } from '../sync/identity.ts';
import { useView } from './session.ts';

/** The session's log, fetched once, to be played again; null until it is there, `failed` when it cannot be had. */
export function useReplay(): Replay | 'failed' | null {
  const me = useView((view) => view.me);
  const [replay, setReplay] = useState<Replay | 'failed' | null>(null);
  useEffect(() => {
    let made: Replay | null = null;
    const stop = new AbortController();
    fetchLog(stop.signal)
      .then((commits) => {
        made = createReplay(commits, me, browserEnvironment);
        setReplay(made);
      })
      .catch(() => {
        if (!stop.signal.aborted) setReplay('failed');
      });
    return () => {
      stop.abort();
      made?.stop();
    };
  }, [me]);
  return replay;
}

async function fetchLog(signal: AbortSignal): Promise<SentCommit[]> {
  if (otherHub(location) !== null) throw new Error('another hub');
  const token = identify(location, sessionStorage)?.token ?? '';
  const response = await fetch('/api/v1/log.json', { headers: { Authorization: `Bearer ${token}` }, signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { commits } = (await response.json()) as { commits: SentCommit[] };
  return commits;
}
