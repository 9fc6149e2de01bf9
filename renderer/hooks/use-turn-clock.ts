import type { Turn } from '../../shared/domain/floor/schema.ts';
import type { ClockShows } from '../../shared/lib/vocabulary.ts';
import { type TurnClock, turnClock } from '../store/turn-clock.ts';
import { useMeeting } from './session.ts';
import { useNow } from './use-now.ts';

/** A turn's clock as the session has it shown. Like `useNow`, for leaves only. */
export function useTurnClock(turn: Turn): TurnClock & { shows: ClockShows } {
  const shows = useClockShows();
  return { ...turnClock(turn, useNow(), shows), shows };
}

/** Which way the clocks count: the same on every page. */
export function useClockShows(): ClockShows {
  return useMeeting((state) => state.session.clockShows ?? 'left');
}
