import { useHasEnded, useMeeting } from '../../hooks/session.ts';
import { nextSpeech } from '../../store/panel.ts';
import { NextSpeechCard } from './NextSpeechCard.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';

type NextProps = {
  /** Why nobody can be called now. */
  callReason: string | null;
  onCall(entryId: string): void;
  onSpeech(personId: string): void;
  /** Whose call was asked for once; a second press is asked for. */
  armedId: string | null;
};

/** Who is next by the plan or by the rule. */
export function NextCard({ callReason, onCall, onSpeech, armedId }: NextProps) {
  const speech = useMeeting(nextSpeech);
  const hasEnded = useHasEnded();
  if (hasEnded) return null;
  if (!speech) return <SuggestionCard callReason={callReason} onCall={onCall} armedEntryId={armedId} />;
  return (
    <NextSpeechCard
      person={speech}
      callReason={callReason}
      onCall={() => onSpeech(speech.personId)}
      isArmed={armedId === speech.personId}
    />
  );
}
