import { useHasEnded } from '../../hooks/session.ts';
import type { KeyAction } from '../../input/keymap.ts';
import { KEYS_AFTERWARDS } from '../../input/keymap.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './KeyHints.module.css';

const IN_SIGHT: readonly KeyAction[] = ['call', 'end', 'pause', 'undo', 'find'];

type HintsProps = { onUndo(): void; onHelp(): void };

/**
 * The keys that matter most, along the bottom; the last opens the list of all. The way back is a button as well: whatever
 * else is on the page, it is in sight here.
 */
export function KeyHints({ onUndo, onHelp }: HintsProps) {
  const { keys: words } = useMessages();
  const isOver = useHasEnded();
  const shown = isOver ? IN_SIGHT.filter((action) => KEYS_AFTERWARDS.includes(action)) : IN_SIGHT;
  return (
    <ul className={styles.hints} aria-label={words.title}>
      {shown.map((action) => (
        <li key={action}>
          {action === 'undo' ? <Pressed action="undo" onPress={onUndo} /> : <Hint action={action} />}
        </li>
      ))}
      <li>
        <Pressed action="help" onPress={onHelp} />
      </li>
    </ul>
  );
}

function Hint({ action }: { action: KeyAction }) {
  const { keys: words } = useMessages();
  const keyNames = useKeyNames();
  return (
    <>
      <kbd className={styles.key}>{keyNames.of(action)}</kbd> {words.actions[action]}
    </>
  );
}

function Pressed({ action, onPress }: { action: KeyAction; onPress(): void }) {
  return (
    // As with every button: a click takes no focus from the floor keys.
    <button
      type="button"
      className={styles.pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Hint action={action} />
    </button>
  );
}
