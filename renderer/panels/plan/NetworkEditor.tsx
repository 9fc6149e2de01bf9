import { PURPOSE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { usePlanWords } from '../../messages/plan.ts';
import styles from './BasicsEditor.module.css';

/** Whether people are asked for their contact, and for what: the sentence that they agree to. */
export function NetworkEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = usePlanWords();
  const { submit } = useSession();
  const network = useMeeting((state) => state.session.network);
  const ask = (purpose: string | null) =>
    submit({ name: 'session/configure', args: { network: purpose === null ? null : { purpose } } });
  return (
    <section className={form.card} aria-labelledby="plan-network">
      <h2 id="plan-network" className={styles.heading}>
        {words.network}
      </h2>
      <EditField
        label={words.networkPurpose}
        hint={words.networkHint}
        value={network?.purpose ?? ''}
        charsMax={PURPOSE_CHARS_MAX}
        isReadOnly={isReadOnly}
        onCommit={(text) => ask(text === '' ? null : text)}
      />
      {network && !isReadOnly && (
        <div className={form.row}>
          <Button onClick={() => ask(null)}>{words.networkStop}</Button>
        </div>
      )}
    </section>
  );
}
