import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { fetchReport } from '../../hooks/fetch-report.ts';
import { fileNameOf, saveText } from '../../hooks/save-text.ts';
import { useSession } from '../../hooks/session.ts';
import { useLanguage } from '../../messages/language.ts';
import { usePlanWords } from '../../messages/plan.ts';
import styles from './ExportPlan.module.css';

/** The report of the session so far, as a page that prints and as text for other tools. */
export function ExportReport() {
  const words = usePlanWords();
  const language = useLanguage();
  const { store } = useSession();
  const [said, setSaid] = useState('');
  const save = async (format: 'html' | 'md') => {
    const { code = null, title = '' } = store.getState().state?.session ?? {};
    try {
      const text = await fetchReport(format, language);
      const type = format === 'html' ? 'text/html' : 'text/markdown';
      const isSaved = await saveText(`${fileNameOf(code ?? title)}-report.${format}`, text, type);
      setSaid(isSaved ? words.reportSaved : '');
    } catch {
      setSaid(words.reportFailed);
    }
  };
  return (
    <span className={styles.export}>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Button onClick={() => void save('html')}>{words.report}</Button>
      <Button look="quiet" onClick={() => void save('md')}>
        {words.reportMarkdown}
      </Button>
    </span>
  );
}
