import { ChannelBadge } from '../../components/ChannelMark.tsx';
import { Chip } from '../../components/Chip.tsx';
import form from '../../components/form.module.css';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { duplicateOf } from '../../store/duplicates.ts';
import type { Listed } from '../../store/question-list.ts';
import styles from './liaison.module.css';

/** All that is known of one question: its wordings side by side, and who did what with it. */
export function QuestionDetail({ question, status }: Listed) {
  const words = useQuestionsWords();
  const { doors } = useMessages();
  const language = useLanguage();
  const { text, original, translation, answer, reason, assignedTo } = question;
  const policy = useMeeting((state) =>
    state.policyQuestions.find((one) => one.policyQuestionId === question.policyQuestionId),
  );
  const questions = useMeeting((state) => state.questions);
  const into = questions.find((one) => one.questionId === question.mergedInto);
  const like = into ? null : duplicateOf(question, questions);
  return (
    <div className={styles.detail}>
      <p className={styles.facts}>
        <ChannelBadge channel={question.channel} />
        <bdi>{question.name ?? words.unnamed}</bdi>
        <span>{doors[question.door]}</span>
        <span>{timeOfDay(question.askedAtMs, language)}</span>
        <Chip look={status === 'received' ? 'accent' : 'plain'}>{words.status[status]}</Chip>
        {question.passed && <Chip>{words.passed}</Chip>}
        <span>{words.votes(question.votes)}</span>
      </p>
      <div className={styles.wordings}>
        <p className={styles.text} dir="auto">
          {text}
        </p>
        {translation !== undefined && <Labelled label={words.translation} text={translation} />}
      </div>
      {original !== undefined && <Labelled label={words.original} text={original} />}
      {assignedTo && <Labelled label={words.assigned} text={assignedTo.name} />}
      {policy && <Labelled label={words.policy} text={policy.text} />}
      {answer !== undefined && <Labelled label={words.answer} text={answer} />}
      {reason !== undefined && <Labelled label={words.reason} text={reason} />}
      {into && <Labelled label={words.mergedInto} text={into.text} />}
      {like && (
        <p className={styles.like}>
          <strong>{words.duplicate}</strong> <bdi>{like.text}</bdi>
        </p>
      )}
      <Steps question={question} />
    </div>
  );
}

function Labelled({ label, text }: { label: string; text: string }) {
  return (
    <p className={styles.labelled}>
      <span className={form.hint}>{label}</span> <bdi>{text}</bdi>
    </p>
  );
}

function Steps({ question: { steps = [] } }: Pick<Listed, 'question'>) {
  const words = useQuestionsWords();
  const language = useLanguage();
  const who = useWho();
  return (
    <ol className={styles.steps} aria-label={words.steps}>
      {steps.map(({ step, atMs, by }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added.
        <li key={index}>
          {timeOfDay(atMs, language)} · {words.step[step]} · <bdi>{who(by)}</bdi>
        </li>
      ))}
    </ol>
  );
}
