import type { KeyHint } from '../components/Button.tsx';
import { useMessages } from '../messages/language.ts';
import { useBindings } from './chosen-keys.ts';
import type { KeyAction } from './keymap.ts';
import { HAND_KEYS } from './keymap.ts';

/** What `aria-keyshortcuts` calls a key: its KeyboardEvent.key, but for those that would be separators there. */
const ARIA_NAMES: Record<string, string> = { ' ': 'Space', '+': 'Plus' };

/** Keys for the eye, by their names in the page's language or what is printed on them, and for a screen reader. */
export function useKeyNames(): {
  of(action: KeyAction): string;
  /** Of a key as the keymap writes it. */
  name(key: string): string;
  hint(action: KeyAction): KeyHint;
  inHandField(action: keyof typeof HAND_KEYS): KeyHint;
} {
  const { keys } = useMessages();
  const bindings = useBindings();
  const keyOf = (action: KeyAction) => bindings.find((binding) => binding.action === action)?.keys[0] ?? '';
  const nameOf = (key: string) => keys.names[key] ?? key.toUpperCase();
  const hintOf = (pressed: readonly string[]) => ({
    text: pressed.map(nameOf).join(' + '),
    aria: pressed.map((key) => ariaName(key)).join('+'),
  });
  return {
    of: (action) => nameOf(keyOf(action)),
    name: nameOf,
    hint: (action) => hintOf([keyOf(action)]),
    inHandField: (action) => hintOf(HAND_KEYS[action]),
  };
}

function ariaName(key: string): string {
  return ARIA_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
