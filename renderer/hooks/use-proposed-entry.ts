import { nextSpeech } from '../store/panel.ts';
import { useHasEnded, useMeeting } from './session.ts';
import { useFairnessOf } from './use-fairness.ts';

/** Of the hand that the console proposes; null while it proposes none. */
export function useProposedEntryId(): string | null {
  const hasEnded = useHasEnded();
  const isByPlan = useMeeting((state) => nextSpeech(state) !== null);
  const entryId = useFairnessOf(({ next }) => next[0]?.entryId ?? null);
  return hasEnded || isByPlan ? null : entryId;
}
