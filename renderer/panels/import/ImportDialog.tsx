import { useState } from 'react';
import { IMPORT_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import form from '../../components/form.module.css';
import { useSession } from '../../hooks/session.ts';
import { useFileDrop } from '../../hooks/use-file-drop.ts';
import { useImport } from '../../hooks/use-import.ts';
import { useImportWords } from '../../messages/import.ts';
import { useHubWords } from '../../messages/language.ts';
import { AS_PROPOSED, type ImportChoices, takenCount } from '../../store/import-choices.ts';
import { PeopleChoices, QuestionChoices } from './Choices.tsx';
import styles from './import.module.css';
import { Columns, Found, Problems } from './Understood.tsx';

/** The way of a file into the session: chosen or dropped, looked over, taken in, taken back. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const words = useImportWords();
  const { step, file, read, refuse, apply } = useImport();
  const [choices, setChoices] = useState<ImportChoices>(AS_PROPOSED);
  const choose = ([chosen, ...others]: readonly File[]) => {
    if (!chosen || step.at === 'busy') return;
    setChoices(AS_PROPOSED);
    if (others.length > 0) refuse(words.oneFile);
    // Before it is sent: somebody may drop the film of the meeting.
    else if (chosen.size > IMPORT_BYTES_MAX) refuse(words.tooLarge(chosen.name));
    else void read(chosen);
  };
  const { isOver, target } = useFileDrop(choose);
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
    <Dialog title={words.title} onClose={onClose} actions={actions} target={target}>
      <p className={form.hint}>{words.hint}</p>
      <div className={`${styles.zone} ${isOver ? styles.over : ''}`}>
        <label className={form.field}>
          {words.choose}
          <input
            type="file"
            className={form.input}
            accept=".csv,.tsv,.txt,.xlsx,.vtt,text/*"
            onChange={(event) => choose([...(event.target.files ?? [])])}
          />
        </label>
        <p className={form.hint}>{words.drop}</p>
      </div>
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
