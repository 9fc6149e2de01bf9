import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { EXPORTS, type Export, ExportRefused, fetchExport } from '../../hooks/fetch-export.ts';
import { saveFile } from '../../hooks/save-file.ts';
import { useMeeting } from '../../hooks/session.ts';
import { useExportWords } from '../../messages/export.ts';
import { useLanguage } from '../../messages/language.ts';
import styles from './ExportReport.module.css';

/** The report of the session so far in any form, and its lists. */
export function ExportReport() {
  const words = useExportWords();
  const language = useLanguage();
  const contacts = useMeeting((state) => state.contacts?.length ?? null);
  const [what, setWhat] = useState<Export>('report.html');
  const [withContacts, setWithContacts] = useState(false);
  const [offset, setOffset] = useState('');
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  const isReport = what.startsWith('report.');
  const asksContacts = (isReport || what === 'session.evenfloor') && contacts !== null && contacts > 0;
  const save = async () => {
    setBusy(true);
    setSaid(words.making);
    const query = asksContacts && withContacts ? '?contacts=1' : offsetQuery(what, offset);
    try {
      const { name, type, bytes } = await fetchExport(what, query, language);
      setSaid((await saveFile(name, bytes, type)) ? words.saved : '');
    } catch (error) {
      setSaid(error instanceof ExportRefused ? error.message : words.failed);
    } finally {
      setBusy(false);
    }
  };
  const choices = EXPORTS.filter((one) => one !== 'contacts.csv' || contacts !== null);
  return (
    <span className={styles.export}>
      <select
        className={styles.choice}
        aria-label={words.what}
        value={what}
        onChange={(event) => setWhat(event.target.value as Export)}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {words.names[one]}
          </option>
        ))}
      </select>
      {asksContacts && (
        <label className={styles.option}>
          <input
            type="checkbox"
            checked={withContacts}
            onChange={(event) => setWithContacts(event.target.checked)}
          />
          {words.withContacts(contacts)}
        </label>
      )}
      {what === 'chapters.vtt' && (
        <label className={styles.option}>
          {words.offset}
          <input
            className={styles.offset}
            inputMode="decimal"
            value={offset}
            placeholder="0"
            onChange={(event) => setOffset(event.target.value)}
          />
        </label>
      )}
      <Button reason={isBusy ? words.making : null} onClick={() => void save()}>
        {isReport ? words.saveReport : words.save}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </span>
  );
}

/** What is no number is for the hub to refuse. */
function offsetQuery(what: Export, offset: string): string {
  const seconds = offset.trim();
  return what === 'chapters.vtt' && seconds !== '' ? `?offset=${encodeURIComponent(seconds)}` : '';
}
