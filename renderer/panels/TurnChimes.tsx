import { useEffect, useRef } from 'react';
import type { Heard } from '../components/turn-chime.ts';
import { chimeFor } from '../components/turn-chime.ts';
import { turnClock } from '../components/turn-clock.ts';
import { playChime } from '../hooks/chime.ts';
import { useMeeting } from '../hooks/session.ts';
import { useNow } from '../hooks/use-now.ts';
import { usePreference } from '../hooks/use-preference.ts';

/** Sounds once when the last seconds of a turn begin and once when it is over, where somebody has asked for it. */
export function TurnChimes() {
  return usePreference('sounds') === 'on' ? <Sounding /> : null;
}

function Sounding() {
  const turn = useMeeting((state) => state.floor.turn);
  const nowMs = useNow();
  const phase = turn && turnClock(turn, nowMs).phase;
  const turnId = turn?.turnId;
  const heard = useRef<Heard>(null);
  useEffect(() => {
    const now = turnId && phase ? { turnId, phase } : null;
    const chime = chimeFor(heard.current, now);
    heard.current = now;
    if (chime) playChime(chime);
  }, [turnId, phase]);
  return null;
}
