import { useMessages } from '../messages/language.ts';
import type { KeyAction } from './keymap.ts';
import { HAND_KEYS, keyOf } from './keymap.ts';

/** Keys for the eye: by their names in the page's language, or by what is printed on them. */
export function useKeyNames(): {
  of(action: KeyAction): string;
  inHandField(action: keyof typeof HAND_KEYS): string;
} {
  const { keys } = useMessages();
  const nameOf = (key: string) => keys.names[key] ?? key.toUpperCase();
  return {
    of: (action) => nameOf(keyOf(action)),
    inHandField: (action) => HAND_KEYS[action].map(nameOf).join(' + '),
  };
}
