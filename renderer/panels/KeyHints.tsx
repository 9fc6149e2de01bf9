import { useEffect, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import type { KeyAction } from '../input/keymap.ts';
import { KEYMAP } from '../input/keymap.ts';
import { useKeyNames } from '../input/use-key-names.ts';
import { useHandWords } from '../messages/hands.ts';
import { useMessages } from '../messages/language.ts';
import styles from './KeyHints.module.css';

const IN_SIGHT: readonly KeyAction[] = ['call', 'end', 'pause', 'undo', 'find', 'help'];

/** The keys that matter most, along the bottom. */
export function KeyHints() {
  const { keys: words } = useMessages();
  const keyNames = useKeyNames();
  return (
    <ul className={styles.hints} aria-label={words.title}>
      {IN_SIGHT.map((action) => (
        <li key={action}>
          <kbd className={styles.key}>{keyNames.of(action)}</kbd> {words.actions[action]}
        </li>
      ))}
    </ul>
  );
}

type HelpProps = { onClose(): void; isOn: boolean; onSwitch(isOn: boolean): void };

/** All keys, and the switch for those whose assistive technology needs the letters itself. */
export function KeyHelp({ onClose, isOn, onSwitch }: HelpProps) {
  const { keys: words, app } = useMessages();
  const handWords = useHandWords();
  const keyNames = useKeyNames();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={words.title} onClose={onClose}>
      <h2>{words.title}</h2>
      <p className={styles.hint}>{words.hint}</p>
      <dl className={styles.table}>
        {KEYMAP.map(({ action }) => (
          <div key={action} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{keyNames.of(action)}</kbd>
            </dt>
            <dd>{words.actions[action]}</dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>
            <kbd className={styles.key}>Alt ↑ ↓</kbd>
          </dt>
          <dd>{handWords.moveKeys}</dd>
        </div>
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
        {words.enabled}
      </label>
      <Button onClick={() => dialog.current?.close()}>{app.close}</Button>
    </dialog>
  );
}
