/** Whoever speaks within the limit is not cut short by one slip of a finger: the first press only arms the call. */
import { useEffect, useRef, useState } from 'react';
import { elapsedMs } from '../../shared/domain/floor/slice.ts';
import { useSession } from '../hooks/session.ts';
import { createTwice, TWICE_MS } from './twice.ts';

export type CallGuard = {
  /** Says whether to call now. `whom` tells one call from another. */
  isMeant(whom: string): boolean;
  /** Whose call was asked for once, for as long as a second press counts. */
  armed: string | null;
};

export function useCallGuard(): CallGuard {
  const session = useSession();
  const [twice] = useState(() => createTwice(session.hubNow));
  const [armed, setArmed] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const arm = (whom: string | null) => {
    clearTimeout(timer.current);
    setArmed(whom);
    if (whom !== null) timer.current = setTimeout(() => setArmed(null), TWICE_MS);
  };
  return {
    armed,
    isMeant(whom) {
      const turn = session.store.getState().state?.floor.turn ?? null;
      const isWithinLimit = turn !== null && elapsedMs(turn, session.hubNow()) < turn.limitMs;
      const isMeant = !isWithinLimit || twice(`${turn.turnId} ${whom}`);
      arm(isMeant ? null : whom);
      return isMeant;
    },
  };
}
