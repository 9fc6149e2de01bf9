import { useState } from 'react';
import { planOf } from '../../../shared/create.ts';
import { fileNameOf } from '../../../shared/lib/file-name.ts';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../hooks/save-file.ts';
import { useSession } from '../../hooks/session.ts';
import { useMenu } from '../../hooks/shell.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { useProblemWords } from '../../messages/problems.ts';
import { planText } from '../../store/plan-text.ts';
import styles from './ExportPlan.module.css';

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
      const isSaved = await saveFile(name, planText(plan), 'application/json');
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
