import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Question } from '../../../shared/domain/questions/schema.ts';
import { QUESTION_CHARS_MAX, REASON_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { Picker } from '../../components/Picker.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useSounds } from '../../hooks/use-sounds.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { findPeople } from '../../store/roster.ts';
import { HandMatches } from '../queue/HandMatches.tsx';
import { MergeForm } from './MergeForm.tsx';
import type { TriageForm } from './use-triage-actions.ts';
import { triageAll } from './use-triage-actions.ts';

type FormProps = {
  question: Question;
  kind: TriageForm;
  /** Those that it is about, where it is not about the one alone. */
  marked: readonly string[];
  onDone(): void;
};

/** What one of the actions still needs; Enter takes it, Shift with Enter begins a line, Escape leaves. */
export function TriageFormFor({ question, kind, marked, onDone }: FormProps) {
  if (kind === 'assign') return <AssignForm question={question} onDone={onDone} />;
  if (kind === 'merge') return <MergeForm question={question} onDone={onDone} />;
  return <TextForm key={kind} question={question} kind={kind} marked={marked} onDone={onDone} />;
}

type TextKind = Exclude<TriageForm, 'assign' | 'merge'>;

function textOf(question: Question, kind: TextKind): string {
  const texts = {
    decline: question.reason,
    edit: question.text,
    translate: question.translation,
    answer: question.answer,
  };
  return texts[kind] ?? '';
}

/** None for what would say nothing. */
function commandsOf(questionIds: readonly [string, ...string[]], kind: TextKind, text: string): Command[] {
  const [questionId] = questionIds;
  switch (kind) {
    case 'decline': {
      const reason = text !== '' && { reason: text.replace(/\s+/g, ' ') };
      return triageAll(questionIds, { decided: 'declined', ...reason });
    }
    case 'edit':
      return text === '' ? [] : triageAll([questionId], { text });
    case 'translate':
      return triageAll([questionId], { translation: text === '' ? null : text });
    case 'answer':
      return text === '' ? [] : [{ name: 'questions/answer', args: { questionId, text } }];
  }
}

function TextForm({ question, kind, marked, onDone }: FormProps & { kind: TextKind }) {
  const words = useQuestionsWords();
  const id = useId();
  const { submit } = useSession();
  const [first, ...others] = marked;
  const [text, setText] = useState(first === undefined ? textOf(question, kind) : '');
  const label = { ...words.form, decline: words.form.reason, translate: words.form.translation }[kind];
  const save = () => {
    const commands = commandsOf([first ?? question.questionId, ...others], kind, text.trim());
    if (commands.length > 0 && commands.every((command) => submit(command) === null)) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey) save();
    else return;
    event.preventDefault();
  };
  return (
    <div className={form.group}>
      <div className={form.field}>
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          ref={focusOnce}
          className={form.input}
          rows={kind === 'decline' ? 1 : 4}
          dir="auto"
          value={text}
          maxLength={kind === 'decline' ? REASON_CHARS_MAX : QUESTION_CHARS_MAX}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={form.row}>
        <Button look="strong" onClick={save}>
          {words.form.save}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {words.form.cancel}
        </Button>
      </div>
    </div>
  );
}

function AssignForm({ question, onDone }: Pick<FormProps, 'question' | 'onDone'>) {
  const words = useQuestionsWords();
  const { submit } = useSession();
  const [text, setText] = useState('');
  const people = useMeeting((state) => state.people);
  const policyQuestions = useMeeting((state) => state.policyQuestions);
  const matches = findPeople(people, text, useSounds());
  const typed = text.trim();
  const options: (Person | string)[] = typed === '' ? [] : [...matches, typed];
  const { questionId } = question;
  const assign = (who: Person | string | null) => {
    const assignedTo =
      who === null ? null : typeof who === 'string' ? { name: who } : { personId: who.personId };
    if (!submit({ name: 'questions/triage', args: { questionId, assignedTo } })) onDone();
  };
  return (
    <div className={form.group}>
      <Picker
        label={words.form.assign}
        text={text}
        onText={setText}
        options={options}
        onPick={assign}
        onCancel={onDone}
      >
        {(list) => <HandMatches {...list} matches={matches} typed={typed} onPick={assign} />}
      </Picker>
      {policyQuestions.length > 0 && (
        <SelectField
          label={words.form.policy}
          value={question.policyQuestionId ?? ''}
          options={[
            { value: '', label: words.form.noPolicy },
            ...policyQuestions.map((one) => ({ value: one.policyQuestionId, label: one.text })),
          ]}
          onChange={(value) =>
            submit({ name: 'questions/triage', args: { questionId, policyQuestionId: value || null } })
          }
        />
      )}
      <div className={form.row}>
        <Button onClick={() => assign(null)}>{words.form.toNobody}</Button>
        <Button look="quiet" onClick={onDone}>
          {words.form.cancel}
        </Button>
      </div>
    </div>
  );
}
