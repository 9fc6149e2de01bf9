import { useDeferredValue, useMemo } from 'react';
import { must } from '../../shared/lib/assert.ts';
import type { Charts } from '../../shared/projections/charts/data.ts';
import { chartsOf } from '../../shared/projections/charts/data.ts';
import { useMeeting, useSession } from './session.ts';
import { useSecond } from './use-now.ts';

/**
 * The charts of the present fair item. They follow a turn or the agenda at once and everything else within a second:
 * hands that go up by the dozen must not redraw them one by one. Nobody waits for a picture: a key or a click is
 * answered first. The same object as long as nothing is new.
 */
export function useCharts(): Charts {
  const session = useSession();
  const nowMs = useDeferredValue(useSecond());
  const turns = useDeferredValue(useMeeting((state) => state.turns));
  const floor = useDeferredValue(useMeeting((state) => state.floor));
  const agenda = useDeferredValue(useMeeting((state) => state.agenda));
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when; the rest of the state comes along.
  return useMemo(
    () => chartsOf(must(session.store.getState().state, 'state'), nowMs),
    [session, nowMs, turns, floor, agenda],
  );
}
