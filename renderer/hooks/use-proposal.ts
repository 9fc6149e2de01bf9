/** The hand that is proposed: by the rule, and as the console shows it. */
import { nextSpeech } from '../store/panel.ts';
import { useHasEnded, useMeeting, useSession } from './session.ts';
import { fairnessAt, useFairnessOf } from './use-fairness.ts';

/** For a key or a click, whose command names it also when a speech of the plan is shown in its place. */
export function useProposalOfRule(): () => string | null {
  const session = useSession();
  const state = useMeeting((meeting) => meeting);
  return () => fairnessAt(state, session.hubNow()).next[0]?.entryId ?? null;
}

/** Null while the next speech is the plan's, and once the session has ended. */
export function useProposalShown(): string | null {
  const hasEnded = useHasEnded();
  const isByPlan = useMeeting((state) => nextSpeech(state) !== null);
  const entryId = useFairnessOf(({ next }) => next[0]?.entryId ?? null);
  return hasEnded || isByPlan ? null : entryId;
}
