import { useState } from 'react';
import { useView } from './session.ts';
import { useNow } from './use-now.ts';

/** Long enough to be read by somebody who has just unlocked the phone. */
const SHOWN_MS = 15_000;

/** True for a while after the line was lost and is back. */
export function useIsBack(): boolean {
  const isLive = useView((view) => view.link.phase === 'live');
  const nowMs = useNow();
  const [line, setLine] = useState({ isLive, backAtMs: Number.NEGATIVE_INFINITY });
  if (isLive !== line.isLive) setLine({ isLive, backAtMs: isLive ? nowMs : Number.NEGATIVE_INFINITY });
  return line.isLive && nowMs - line.backAtMs < SHOWN_MS;
}
