import type { CaseDetails } from '../../../shared/domain/notes/schema.ts';
import { CASE_CHARS_MAX, LINK_CHARS_MAX, NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useDeskWords } from '../../messages/desk.ts';
import styles from './PointList.module.css';

const FIELDS = [
  ['title', NAME_CHARS_MAX],
  ['organisation', NAME_CHARS_MAX],
  ['place', NAME_CHARS_MAX],
  ['done', CASE_CHARS_MAX],
  ['effect', CASE_CHARS_MAX],
  ['link', LINK_CHARS_MAX],
] as const;

type Props = { details: CaseDetails; linkError: string | null; onChange(details: CaseDetails): void };

/** What makes a practical case of a point; all of it may come later. */
export function CaseFields({ details, linkError, onChange }: Props) {
  const { caseFields: words } = useDeskWords().point;
  return (
    <div className={styles.fields}>
      {FIELDS.map(([field, charsMax]) => (
        <TextInput
          key={field}
          label={words[field]}
          value={details[field] ?? ''}
          charsMax={charsMax}
          error={field === 'link' ? linkError : null}
          {...(field === 'link' && { type: 'url' as const })}
          onChange={(text) => onChange({ ...details, [field]: text })}
        />
      ))}
    </div>
  );
}
