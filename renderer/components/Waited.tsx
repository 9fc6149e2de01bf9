import { clock } from '../../shared/words/words.ts';
import { useNow } from '../hooks/use-now.ts';

/** Time since then; a leaf of its own, so that ticking renders nothing else. */
export function Waited({ sinceMs }: { sinceMs: number }) {
  return <>{clock(Math.max(0, (useNow() - sinceMs) / 1_000))}</>;
}
