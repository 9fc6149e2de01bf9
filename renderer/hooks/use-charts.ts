import { must } from '../../shared/lib/assert.ts';
import type { Charts } from '../../shared/projections/charts/data.ts';
import { chartsOf } from '../../shared/projections/charts/data.ts';
import { useMeeting, useSession } from './session.ts';
import { useSecond } from './use-now.ts';

/**
 * The charts of the present fair item. They follow a turn or the agenda at once and everything else within a second:
 * hands that go up by the dozen must not redraw them one by one.
 */
export function useCharts(): Charts {
  const session = useSession();
  const nowMs = useSecond();
  useMeeting((state) => state.turns);
  useMeeting((state) => state.floor);
  useMeeting((state) => state.agenda);
  return chartsOf(must(session.store.getState().state, 'state'), nowMs);
}
