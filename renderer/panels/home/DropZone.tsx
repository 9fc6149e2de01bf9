import { useId, useState } from 'react';
import type { ReadPlan, ShellApi } from '../../../electron/shell-api.ts';
import { PLAN_FILE_BYTES_MAX, SESSION_FILE_BYTES_MAX } from '../../../shared/lib/limits.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMenu } from '../../hooks/shell.ts';
import { useFileDrop } from '../../hooks/use-file-drop.ts';
import { useHomeWords } from '../../messages/home.ts';
import { useProblemWords } from '../../messages/problems.ts';
import styles from './DropZone.module.css';

type DropZoneProps = {
  shell: ShellApi;
  isBusy: boolean;
  error: string | null;
  onPlan(plan: PlanInput): Promise<void>;
  /** A session file is no plan: it is taken in as it is. */
  onSession(file: File): void;
};

/** A file by picker or drop. What is wrong with it is said here, beside it, and nothing else changes. */
export function DropZone({ shell, isBusy, error, onPlan, onSession }: DropZoneProps) {
  const words = useHomeWords();
  const id = useId();
  const { reading, problem, read, drop } = useFile(shell, onPlan, onSession);
  const pick = () => read(words.picking, () => shell.plans.pick());
  useMenu({ 'plan/open': pick });
  const isOccupied = isBusy || reading !== null;
  const { isOver, target } = useFileDrop((files) => {
    if (!isOccupied) drop(files);
  });
  return (
    <fieldset
      className={`${styles.zone} ${isOver ? styles.over : ''}`}
      aria-describedby={`${id}-problem`}
      {...target}
    >
      <legend className={form.hidden}>{words.file}</legend>
      <p className={styles.drop}>{words.drop}</p>
      <Button look="strong" onClick={pick} reason={reading ?? (isBusy ? words.creating : null)}>
        {words.choose}
      </Button>
      <p className={form.hint}>{words.fileHint}</p>
      <p role="status" className={form.hint}>
        {isBusy ? words.creating : (reading ?? '')}
      </p>
      <p id={`${id}-problem`} role="alert" className={problem || error ? form.error : form.hidden}>
        {problem ?? error ?? ''}
      </p>
    </fieldset>
  );
}

function useFile(shell: ShellApi, onPlan: DropZoneProps['onPlan'], onSession: DropZoneProps['onSession']) {
  const words = useHomeWords();
  const problemWords = useProblemWords();
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function read(sentence: string, from: () => Promise<ReadPlan | null>): Promise<void> {
    setProblem(null);
    setReading(sentence);
    try {
      const found = await from();
      if (found) await onPlan(found.plan);
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setReading(null);
    }
  }
  function drop(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) setProblem(words.oneFile);
    else if (file.name.endsWith('.evenfloor')) {
      const isTooLarge = file.size > SESSION_FILE_BYTES_MAX;
      setProblem(isTooLarge ? words.sessionTooLarge(file.name) : null);
      if (!isTooLarge) onSession(file);
    }
    // Before it is read: somebody may drop the film of the meeting.
    else if (file.size > PLAN_FILE_BYTES_MAX) setProblem(words.tooLarge(file.name));
    else void read(words.reading(file.name), async () => shell.plans.read(file.name, await bytesOf(file)));
  }
  return { reading, problem, read: (...args: Parameters<typeof read>) => void read(...args), drop };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
