import { useEffect, useState } from 'react';
import type { SentCommit } from '../../shared/commit.ts';
import { createReplay, type Replay } from '../store/replay.ts';
import { browserEnvironment } from '../sync/browser.ts';
import { askHubForJson } from './ask-hub.ts';
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
  const { commits } = await askHubForJson<{ commits: SentCommit[] }>('/api/v1/log.json', signal);
  return commits;
}
