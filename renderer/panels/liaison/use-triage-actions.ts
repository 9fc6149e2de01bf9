/** What can be done with one question, each by a key and a button. */
import type { Command } from '../../../shared/command.ts';
import { broughtBy, isSettled } from '../../../shared/domain/questions/status.ts';
import { must } from '../../../shared/lib/assert.ts';
import { QUESTIONS_AT_ONCE_MAX } from '../../../shared/lib/limits.ts';
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
} & ({ form: TriageForm } | { commands: readonly Command[] });

/** The same said of all of them, in as few commits as hold them. */
export function triageAll(questionIds: readonly string[], args: object): Command[] {
  const commands: Command[] = [];
  for (let at = 0; at < questionIds.length; at += QUESTIONS_AT_ONCE_MAX) {
    const [questionId, ...otherQuestionIds] = questionIds.slice(at, at + QUESTIONS_AT_ONCE_MAX);
    const others = otherQuestionIds.length > 0 && { otherQuestionIds };
    commands.push({
      name: 'questions/triage',
      args: { questionId: must(questionId, 'a question'), ...others, ...args },
    });
  }
  return commands;
}

/** Of those that are marked, if any are; else of the one. None where there is none. */
export function useTriageActions(listed: Listed | null, marked: readonly string[]): readonly TriageAction[] {
  const words = useQuestionsWords();
  const { rejection } = useHubWords();
  const { why, newId } = useSession();
  const state = useMeeting((meeting) => meeting);
  const { questions, questionDesk } = state;
  if (!listed) return [];
  const { question, status } = listed;
  const { questionId, personId } = question;
  const [other] = othersLike(question, questions);
  const isMuted = personId !== undefined && (questionDesk.muted?.includes(personId) ?? false);
  const give = (id: string, key: string, label: string, command: Command | null, none = ''): TriageAction => {
    const refused = command && why(command);
    const commands = command ? [command] : [];
    return { id, key, label, commands, reason: command ? refused && rejection(refused) : none };
  };
  const ask = (id: TriageForm, key: string, reason: string | null = null): TriageAction => ({
    ...{ id, key, label: words.actions[id], form: id, reason },
  });
  const triage = (args: object): Command => ({ name: 'questions/triage', args: { questionId, ...args } });
  const queue = (relayed: boolean): Command => ({
    name: 'questions/queue',
    args: { questionId, entryId: newId(), ...(relayed && { relayed }) },
  });
  if (marked.length > 0) {
    const commands = triageAll(marked, { decided: 'reviewed' });
    return [
      { id: 'review-all', key: 'r', label: words.actions.review, reason: null, commands },
      ask('decline', 'd'),
    ];
  }
  const unmerged = other && why(mergeOf(question, other));
  const mergeReason = other ? unmerged && rejection(unmerged) : words.noOther;
  const mute: Command | null =
    personId === undefined ? null : { name: 'questions/mute', args: { personId, muted: !isMuted } };
  const { questions: own, hands } =
    personId === undefined ? { questions: [], hands: [] } : broughtBy(state, personId);
  const clear: Command | null =
    personId === undefined || own.length + hands.length === 0
      ? null
      : { name: 'questions/mute', args: { personId, muted: true, clear: true } };
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
    ...(clear ? [give('clear', 'c', words.actions.clear(own.length, hands.length), clear)] : []),
    give('mute', 'x', isMuted ? words.actions.unmute : words.actions.mute, mute, words.notSelf),
  ];
}
