import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every render, doing what the latest one does: for what is handed to memoised cards. */
export function useStable<Args extends unknown[], R>(run: (...args: Args) => R): (...args: Args) => R {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
