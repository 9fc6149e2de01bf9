import { nextSpeech } from '../store/panel.ts';
import { useMeeting } from './session.ts';
import { useFairnessOf } from './use-fairness.ts';

/** Of the hand that the console proposes; null while it proposes none. */
export function useProposedEntryId(): string | null {
  const isByPlan = useMeeting((state) => state.session.endedAtMs !== null || nextSpeech(state) !== null);
  const entryId = useFairnessOf(({ next }) => next[0]?.entryId ?? null);
  return isByPlan ? null : entryId;
}
