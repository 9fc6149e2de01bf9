import { useState } from 'react';
import type { ImportDone, ImportPreview } from '../../shared/imported.ts';
import { useLanguage } from '../messages/language.ts';
import type { ImportChoices } from '../store/import-choices.ts';
import { sentChoices } from '../store/import-choices.ts';
import { askHub } from './ask-hub.ts';
import { useSession } from './session.ts';

/** By place, what a column is taken for; null = nothing. */
export type ChosenColumns = Record<number, string | null>;

type Step =
  | { at: 'choosing' }
  | { at: 'busy' }
  /** The hub's sentence; null when it does not answer. */
  | { at: 'refused'; why: string | null }
  | { at: 'preview'; preview: ImportPreview; columns: ChosenColumns }
  | { at: 'done'; done: ImportDone };

/** A file on its way into the session: read by the hub, looked at, applied. */
export function useImport() {
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [file, setFile] = useState<File | null>(null);
  const language = useLanguage();
  const { newId } = useSession();

  async function ask<T>(
    path: string,
    init: { body: BodyInit; headers?: Record<string, string> },
    next: (answer: T) => Step,
  ) {
    setStep({ at: 'busy' });
    try {
      const response = await askHub(path, { language, method: 'POST', ...init });
      const answer = await response.json();
      setStep(response.ok ? next(answer as T) : { at: 'refused', why: String(answer.message) });
    } catch {
      setStep({ at: 'refused', why: null });
    }
  }

  const query = (columns: ChosenColumns) =>
    Object.keys(columns).length === 0 ? '' : `?columns=${encodeURIComponent(JSON.stringify(columns))}`;

  return {
    step,
    read: (chosen: File, columns: ChosenColumns = {}) => {
      setFile(chosen);
      return ask<ImportPreview>(`/api/v1/import/preview${query(columns)}`, { body: chosen }, (preview) => ({
        at: 'preview',
        preview,
        columns,
      }));
    },
    /** It is not even sent. */
    refuse: (why: string) => setStep({ at: 'refused', why }),
    /** Reads the same file again with other columns. */
    file,
    apply: async (choices: ImportChoices, columns: ChosenColumns) => {
      if (!file) return;
      const body = JSON.stringify({ file: await base64Of(file), choices: sentChoices(choices) });
      const headers = {
        'Content-Type': 'application/vnd.evenfloor.import+json',
        // A request that the browser repeats is answered once.
        'X-Command-Id': newId(),
      };
      await ask<ImportDone>(`/api/v1/import/apply${query(columns)}`, { body, headers }, (done) => ({
        at: 'done',
        done,
      }));
    },
  };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}
