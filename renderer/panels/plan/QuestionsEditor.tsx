import type { PolicyQuestion } from '../../../shared/domain/session/schema.ts';
import { POLICY_QUESTIONS_MAX, TEXT_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { describedBy, PlanNotes, useNotesAt } from './PlanNotes.tsx';
import styles from './QuestionsEditor.module.css';

export function QuestionsEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = usePlanWords();
  const session = useSession();
  const questions = useMeeting((state) => state.policyQuestions);
  const configure = (policyQuestions: PolicyQuestion[]) =>
    session.submit({ name: 'session/configure', args: { policyQuestions } });
  const add = () => configure([...questions, { policyQuestionId: session.newId(), text: words.newQuestion }]);
  return (
    <section className={form.card} aria-labelledby="plan-questions">
      <div className={form.heading}>
        <h2 id="plan-questions">{words.questions}</h2>
      </div>
      <PlanNotes place="policyQuestions" />
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <QuestionRow
            key={question.policyQuestionId}
            question={question}
            place={index + 1}
            isReadOnly={isReadOnly}
            onText={(text) => configure(questions.with(index, { ...question, text }))}
            onRemove={() => configure(questions.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {!isReadOnly && questions.length < POLICY_QUESTIONS_MAX && (
        <div className={form.row}>
          <Button onClick={add}>{words.addQuestion}</Button>
        </div>
      )}
    </section>
  );
}

type QuestionRowProps = {
  question: PolicyQuestion;
  place: number;
  isReadOnly: boolean;
  onText(text: string): void;
  onRemove(): void;
};

function QuestionRow({ question, place, isReadOnly, onText, onRemove }: QuestionRowProps) {
  const words = usePlanWords();
  const address = `policyQuestions/${question.policyQuestionId}`;
  const notes = useNotesAt(address);
  return (
    <li className={styles.question}>
      <EditField
        label={words.question(place)}
        value={question.text}
        charsMax={TEXT_CHARS_MAX}
        isLong
        isReadOnly={isReadOnly}
        describedBy={describedBy(notes)}
        check={(text) => (text === '' ? words.needed : null)}
        onCommit={onText}
      />
      <PlanNotes place={address} />
      {!isReadOnly && (
        <div className={styles.end}>
          <Button look="quiet" aria-label={words.removeQuestion(place)} onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
