import type { KeyAction } from '../input/keymap.ts';
import { useKeyNames } from '../input/use-key-names.ts';
import { useMessages } from '../messages/language.ts';
import styles from './KeyHints.module.css';

const IN_SIGHT: readonly KeyAction[] = ['call', 'end', 'pause', 'undo', 'find'];

/** The keys that matter most, along the bottom; the last opens the list of all, for the mouse too. */
export function KeyHints({ onHelp }: { onHelp(): void }) {
  const { keys: words } = useMessages();
  const keyNames = useKeyNames();
  return (
    <ul className={styles.hints} aria-label={words.title}>
      {IN_SIGHT.map((action) => (
        <li key={action}>
          <kbd className={styles.key}>{keyNames.of(action)}</kbd> {words.actions[action]}
        </li>
      ))}
      <li>
        <button type="button" className={styles.all} onClick={onHelp}>
          <kbd className={styles.key}>{keyNames.of('help')}</kbd> {words.actions.help}
        </button>
      </li>
    </ul>
  );
}
