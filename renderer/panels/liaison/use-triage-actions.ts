/** What can be done with one question, each by a key and a button. */
import type { Command } from '../../../shared/command.ts';
import { isSettled } from '../../../shared/domain/questions/status.ts';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHubWords } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { mergeOf, othersLike } from '../../store/duplicates.ts';
import type { Listed } from '../../store/question-list.ts';

export type TriageForm = 'decline' | 'edit' | 'translate' | 'assign' | 'answer' | 'merge';

export type TriageAction = {
  id: string;
  /** A small letter; the button shows it. */
  key: string;
  label: string;
  /** Why it cannot be done now. */
  reason: string | null;
} & ({ form: TriageForm } | { command: Command | null });

/** None where no question is chosen. */
export function useTriageActions(listed: Listed | null): readonly TriageAction[] {
  const words = useQuestionsWords();
  const { rejection } = useHubWords();
  const { why, newId } = useSession();
  const questions = useMeeting((state) => state.questions);
  const muted = useMeeting((state) => state.questionDesk.muted);
  if (!listed) return [];
  const { question, status } = listed;
  const { questionId, personId } = question;
  const [other] = othersLike(question, questions);
  const isMuted = personId !== undefined && (muted?.includes(personId) ?? false);
  const give = (id: string, key: string, label: string, command: Command | null, none = ''): TriageAction => {
    const refused = command && why(command);
    return { id, key, label, command, reason: command ? refused && rejection(refused) : none };
  };
  const ask = (id: TriageForm, key: string, reason: string | null = null): TriageAction => ({
    ...{ id, key, label: words.actions[id], form: id, reason },
  });
  const triage = (args: object): Command => ({ name: 'questions/triage', args: { questionId, ...args } });
  const queue = (relayed: boolean): Command => ({
    name: 'questions/queue',
    args: { questionId, entryId: newId(), ...(relayed && { relayed }) },
  });
  const unmerged = other && why(mergeOf(question, other));
  const mergeReason = other ? unmerged && rejection(unmerged) : words.noOther;
  const mute: Command | null =
    personId === undefined ? null : { name: 'questions/mute', args: { personId, muted: !isMuted } };
  const review = give(
    'review',
    'r',
    isSettled(status) ? words.actions.reopen : words.actions.review,
    triage({ decided: 'reviewed' }),
  );
  const canReview = status === 'received' || (isSettled(status) && status !== 'answered');
  return [
    ...(canReview ? [review] : []),
    give(
      'pass',
      'p',
      question.passed ? words.actions.hide : words.actions.pass,
      triage({ passed: !question.passed }),
    ),
    give('queue', 'q', words.actions.queue, queue(false)),
    give('relay', 'l', words.actions.relay, queue(true)),
    ask('answer', 'w'),
    ask('assign', 'a'),
    ask('edit', 'e'),
    ask('translate', 't'),
    ask('merge', 'm', mergeReason ?? null),
    ask('decline', 'd'),
    give('mute', 'x', isMuted ? words.actions.unmute : words.actions.mute, mute, words.notSelf),
  ];
}
