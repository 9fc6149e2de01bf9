import { useEffect, useEffectEvent } from 'react';
import { useBindings } from './chosen-keys.ts';
import { actionFor } from './dispatch.ts';
import type { KeyAction } from './keymap.ts';

/** Listens for the page's keys while mounted. Escape leaves whatever control has the focus, so that they work again. */
export function useKeymap(
  handlers: Record<KeyAction, () => void>,
  isOn = true,
  onEscape: () => void = () => undefined,
): void {
  const bindings = useBindings();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      (document.activeElement as HTMLElement | null)?.blur();
      onEscape();
      return;
    }
    const action = isOn ? actionFor(event, document.activeElement, bindings) : null;
    if (!action) return;
    event.preventDefault();
    handlers[action]();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
