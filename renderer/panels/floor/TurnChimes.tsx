import { useEffect, useRef } from 'react';
import { playChime } from '../../hooks/chime.ts';
import { useMeeting } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { usePreference } from '../../hooks/use-preference.ts';
import { chimeFor, type Heard } from '../../store/turn-chime.ts';
import { turnPhase } from '../../store/turn-clock.ts';

/** Sounds once when the last seconds of a turn begin and once when it is over, where somebody has asked for it. */
export function TurnChimes() {
  const isOn = usePreference('sounds') === 'on';
  // The page behind the small window sounds for both.
  return isOn && window === window.top ? <Sounding /> : null;
}

function Sounding() {
  const turn = useMeeting((state) => state.floor.turn);
  const nowMs = useNow();
  const phase = turn && turnPhase(turn, nowMs);
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
