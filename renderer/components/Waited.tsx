import { clock } from '../../shared/words/words.ts';
import { useMeeting } from '../hooks/session.ts';
import { useNow } from '../hooks/use-now.ts';

/** Time since then, until the session ends; a leaf of its own, so that ticking renders nothing else. */
export function Waited({ sinceMs }: { sinceMs: number }) {
  const endedAtMs = useMeeting((state) => state.session.endedAtMs);
  const nowMs = useNow();
  return <>{clock(Math.max(0, ((endedAtMs ?? nowMs) - sinceMs) / 1_000))}</>;
}
