import { useState } from 'react';
import { useView } from './session.ts';
import { useNow } from './use-now.ts';

/** A line that breaks is mostly back by then. */
const LOST_MS = 10_000;

/** The line has been gone for so long that what is shown may no longer be so. */
export function useIsLost(): boolean {
  const isLive = useView((view) => view.link.phase === 'live');
  const nowMs = useNow();
  const [line, setLine] = useState({ isLive, sinceMs: nowMs });
  if (isLive !== line.isLive) setLine({ isLive, sinceMs: nowMs });
  return !line.isLive && nowMs - line.sinceMs > LOST_MS;
}
