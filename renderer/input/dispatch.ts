import type { Binding, KeyAction } from './keymap.ts';

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'repeat' | 'isComposing' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'
>;

/** What takes keys itself; a floor key pressed there means something else. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, dialog, [contenteditable], [role="option"], [tabindex]';
/** What browsers report for a key that an input method has taken. */
const KEY_CODE_COMPOSING = 229;

/** The action that this key press asks for, or null. `focus` is the element that has the focus. */
export function actionFor(
  press: KeyPress,
  focus: Element | null,
  keymap: readonly Binding[],
): KeyAction | null {
  if (press.defaultPrevented || press.repeat || press.isComposing) return null;
  if (press.keyCode === KEY_CODE_COMPOSING) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (focus?.closest(CONTROLS)) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return keymap.find((binding) => binding.keys.includes(key))?.action ?? null;
}
