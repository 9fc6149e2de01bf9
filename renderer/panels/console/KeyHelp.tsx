import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import { usePreference } from '../../hooks/use-preference.ts';
import { keepChosenKeys, usableKey, useBindings, useChosenKeys, withKey } from '../../input/chosen-keys.ts';
import type { KeyAction } from '../../input/keymap.ts';
import { useKeyNames } from '../../input/use-key-names.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import { setPreference } from '../../store/preferences.ts';
import styles from './KeyHints.module.css';

/** All keys, each to be had elsewhere, and the switch for those whose assistive technology needs the letters itself. */
export function KeyHelp({ onClose }: { onClose(): void }) {
  const areKeysOn = usePreference('floor-keys') === 'on';
  const { keys: words } = useMessages();
  const handWords = useHandWords();
  const bindings = useBindings();
  const chosen = useChosenKeys();
  const [said, setSaid] = useState('');
  const defaults = (
    <Button
      look="quiet"
      onClick={() => {
        keepChosenKeys({});
        setSaid(words.areDefaults);
      }}
    >
      {words.defaults}
    </Button>
  );
  return (
    <Dialog title={words.title} onClose={onClose} actions={Object.keys(chosen).length > 0 ? defaults : null}>
      <p className={styles.hint}>{words.hint}</p>
      <ul className={styles.table}>
        {bindings.map(({ action }) => (
          <KeyRow key={action} action={action} onSaid={setSaid} />
        ))}
        <li className={styles.row}>
          <kbd className={styles.key}>Alt ↑ ↓</kbd> <span>{handWords.moveKeys}</span>
        </li>
      </ul>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={areKeysOn}
          onChange={(event) => setPreference('floor-keys', event.target.checked ? 'on' : 'off')}
        />
        {words.enabled}
      </label>
    </Dialog>
  );
}

function KeyRow({ action, onSaid }: { action: KeyAction; onSaid(text: string): void }) {
  const { keys: words } = useMessages();
  const keyNames = useKeyNames();
  const bindings = useBindings();
  const chosen = useChosenKeys();
  const [isAsking, setAsking] = useState(false);
  const take = (pressed: string) => {
    const key = usableKey(pressed);
    if (key === null) return onSaid(words.unusable);
    const holder = bindings.find((binding) => binding.keys[0] === key)?.action;
    keepChosenKeys(withKey(chosen, action, key));
    setAsking(false);
    onSaid(
      holder && holder !== action
        ? words.swapped(words.actions[action], keyNames.name(key), words.actions[holder], keyNames.of(action))
        : words.changed(words.actions[action], keyNames.name(key)),
    );
  };
  return (
    <li className={styles.row}>
      {isAsking ? (
        <button
          type="button"
          ref={focusOnce}
          className={`${styles.key} ${styles.asking}`}
          onBlur={() => setAsking(false)}
          onKeyDown={(event) => {
            if (event.key === 'Tab' || event.nativeEvent.isComposing) return;
            // Neither closes the dialog nor presses the button.
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Escape') setAsking(false);
            else if (!['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) take(event.key);
          }}
        >
          {words.press}
        </button>
      ) : (
        <kbd className={styles.key}>{keyNames.of(action)}</kbd>
      )}
      <span>{words.actions[action]}</span>
      {!isAsking && (
        <Button
          look="quiet"
          className={styles.change}
          aria-label={words.changeOf(words.actions[action])}
          onClick={() => setAsking(true)}
        >
          {words.change}
        </Button>
      )}
    </li>
  );
}
