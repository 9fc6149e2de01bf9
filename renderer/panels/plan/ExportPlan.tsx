import { useState } from 'react';
import { planOf } from '../../../shared/create.ts';
import { Button } from '../../components/Button.tsx';
import { useSession } from '../../hooks/session.ts';
import { shellOf, useMenu } from '../../hooks/shell.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { useProblemWords } from '../../messages/problems.ts';
import { planText } from '../../store/plan-text.ts';
import styles from './ExportPlan.module.css';

const FILE_NAME_CHARS_MAX = 60;

/** The plan as a file: by the system's dialog in the app, as a download in a browser. */
export function ExportPlan() {
  const words = usePlanWords();
  const problemWords = useProblemWords();
  const { store } = useSession();
  const [said, setSaid] = useState('');
  const save = async () => {
    const { state } = store.getState();
    if (!state) return;
    const plan = planOf(state);
    const name = `${fileNameOf(plan.code ?? plan.title)}.json`;
    try {
      const isSaved = await saveText(name, planText(plan));
      setSaid(isSaved ? words.exported : '');
    } catch (error) {
      setSaid(words.exportFailed(problemWords(error)));
    }
  };
  useMenu({ 'plan/save': () => void save() });
  return (
    <span className={styles.export}>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Button onClick={() => void save()}>{words.export}</Button>
    </span>
  );
}

async function saveText(name: string, text: string): Promise<boolean> {
  const shell = shellOf();
  if (shell) return shell.plans.save(name, text);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}

/** Letters and digits of any script; the rest is forbidden on one system or another. */
function fileNameOf(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return name.slice(0, FILE_NAME_CHARS_MAX) || 'plan';
}
