import { useState } from 'react';
import type { ImportPreview } from '../../../shared/imported.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { SelectField } from '../../components/SelectField.tsx';
import type { ChosenColumns } from '../../hooks/use-import.ts';
import { useImportWords } from '../../messages/import.ts';
import styles from './import.module.css';

const PAGE = 10;

/** What the file was taken for, and how much is in it. */
export function Found({ preview }: { preview: ImportPreview }) {
  const words = useImportWords();
  return (
    <p role="status">
      <strong>{words.formats[preview.format]}</strong> ·{' '}
      {words.found(preview.people.length, preview.questions.length)}
    </p>
  );
}

/** Row by row what was not taken, or taken with a doubt. */
export function Problems({ problems }: Pick<ImportPreview, 'problems'>) {
  const words = useImportWords();
  const [shown, setShown] = useState(PAGE);
  if (problems.length === 0) return null;
  return (
    <section aria-label={words.problems(problems.length)}>
      <h3 className={form.legend}>{words.problems(problems.length)}</h3>
      <ul className={styles.list}>
        {problems.slice(0, shown).map(({ row, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once for each preview.
          <li key={place} dir="auto">
            {row !== undefined && <strong>{words.row(row)}: </strong>}
            {reason}
          </li>
        ))}
      </ul>
      {problems.length > shown && (
        <Button onClick={() => setShown(shown + 10 * PAGE)}>{words.more(problems.length - shown)}</Button>
      )}
    </section>
  );
}

type FieldName = keyof ReturnType<typeof useImportWords>['fields'];

/** Of a table: what each column was taken for, to be said otherwise. */
export function Columns({
  preview: { columns, fields },
  onChange,
}: {
  preview: ImportPreview;
  onChange(columns: ChosenColumns): void;
}) {
  const words = useImportWords();
  if (!columns || !fields) return null;
  const options = [
    { value: '', label: words.noField },
    ...fields.map((field) => ({ value: field, label: words.fields[field as FieldName] ?? field })),
  ];
  return (
    <details>
      <summary className={form.legend}>{words.columns}</summary>
      <div className={styles.columns}>
        {columns.map(({ index, header, field }) => (
          <SelectField
            key={index}
            label={words.column(header)}
            value={field ?? ''}
            options={options}
            onChange={(chosen) => onChange({ [index]: chosen === '' ? null : chosen })}
          />
        ))}
      </div>
    </details>
  );
}
