import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import form from '../../components/form.module.css';
import { useSession } from '../../hooks/session.ts';
import { useImport } from '../../hooks/use-import.ts';
import { useImportWords } from '../../messages/import.ts';
import { useHubWords } from '../../messages/language.ts';
import { AS_PROPOSED, type ImportChoices, takenCount } from '../../store/import-choices.ts';
import { PeopleChoices, QuestionChoices } from './Choices.tsx';
import { Columns, Found, Problems } from './Understood.tsx';

/** For whoever may: a button, and behind it the way of a file into the session. */
export function ImportFile() {
  const words = useImportWords();
  const { rejection } = useHubWords();
  const { why } = useSession();
  const [isOpen, setOpen] = useState(false);
  // With one person, so that nothing but the right to it is asked.
  const person = { personId: 'x', name: 'x', channel: 'online' as const, attendance: { source: 'x' } };
  const refused = why({
    name: 'people/import',
    args: { door: 'zoom', source: 'x', people: [person], questions: [] },
  });
  return (
    <>
      <Button reason={refused && rejection(refused)} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ImportDialog({ onClose }: { onClose(): void }) {
  const words = useImportWords();
  const { step, file, read, apply } = useImport();
  const [choices, setChoices] = useState<ImportChoices>(AS_PROPOSED);
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setChoices(AS_PROPOSED);
    void read(chosen);
  };
  const count = step.at === 'preview' ? takenCount(step.preview, choices) : 0;
  const actions = step.at === 'preview' && (
    <Button
      look="strong"
      reason={count === 0 ? words.nothing : null}
      onClick={() => void apply(choices, step.columns)}
    >
      {words.apply(count)}
    </Button>
  );
  return (
    <Dialog title={words.title} onClose={onClose} actions={actions}>
      <p className={form.hint}>{words.hint}</p>
      <label className={form.field}>
        {words.choose}
        <input
          type="file"
          className={form.input}
          accept=".csv,.tsv,.txt,.xlsx,.vtt,text/*"
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </label>
      <div role="status">{step.at === 'busy' && words.reading}</div>
      {step.at === 'refused' && (
        <p role="alert" className={form.error}>
          {step.why ?? words.noAnswer}
        </p>
      )}
      {step.at === 'preview' && (
        <>
          <Found preview={step.preview} />
          <Problems problems={step.preview.problems} />
          <Columns
            preview={step.preview}
            onChange={(columns) => file && void read(file, { ...step.columns, ...columns })}
          />
          <PeopleChoices preview={step.preview} choices={choices} onChange={setChoices} />
          <QuestionChoices preview={step.preview} choices={choices} onChange={setChoices} />
        </>
      )}
      {step.at === 'done' && <Done {...step.done} />}
    </Dialog>
  );
}

function Done({
  seq,
  added,
  matched,
  questions,
}: {
  seq: number;
  added: number;
  matched: number;
  questions: number;
}) {
  const words = useImportWords();
  const { rejection } = useHubWords();
  const { submit, why } = useSession();
  const [isUndone, setUndone] = useState(false);
  const command = { name: 'history/undo' as const, args: { seq } };
  const refused = why(command);
  if (isUndone) return <p role="status">{words.undone}</p>;
  return (
    <>
      <p role="status">{words.done(added, matched, questions)}</p>
      <Button
        reason={refused && rejection(refused)}
        onClick={() => {
          if (!submit(command)) setUndone(true);
        }}
      >
        {words.undo}
      </Button>
    </>
  );
}
