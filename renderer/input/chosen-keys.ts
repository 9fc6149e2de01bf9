/** The keys of this device: those of the keymap, but for what somebody has chosen instead. */
import { useMemo, useSyncExternalStore } from 'react';
import { must } from '../../shared/lib/assert.ts';
import { keep, onKept } from '../store/kept.ts';
import type { Binding, KeyAction } from './keymap.ts';
import { KEYMAP } from './keymap.ts';

/** One key for each action that was given another one. No key stands for two actions. */
export type ChosenKeys = Partial<Record<KeyAction, string>>;

const KEPT = 'evenfloor.keys';
/** What types a character, and the few others that neither browsers nor screen readers need for themselves. */
const USABLE = /^(.|Enter|F[2-4]|F[6-9]|F10)$/u;

export function useChosenKeys(): ChosenKeys {
  const kept = useSyncExternalStore(onKept, () => localStorage.getItem(KEPT));
  return useMemo(() => readChosen(kept), [kept]);
}

/** The keymap as it holds on this device. */
export function useBindings(): readonly Binding[] {
  const chosen = useChosenKeys();
  return useMemo(() => bindingsWith(chosen), [chosen]);
}

export function bindingsWith(chosen: ChosenKeys): readonly Binding[] {
  const taken = new Set(Object.values(chosen));
  return KEYMAP.map(({ action, keys }) => {
    const own = chosen[action];
    return { action, keys: own === undefined ? keys.filter((key) => !taken.has(key)) : [own] };
  });
}

/** `key` as the keymap writes it, or null where it cannot be one: Tab, Escape, and what a browser needs itself. */
export function usableKey(key: string): string | null {
  if (!USABLE.test(key)) return null;
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Gives `action` the key. The action that had it gets the former key of this one, so that none is left without. */
export function withKey(chosen: ChosenKeys, action: KeyAction, key: string): ChosenKeys {
  const bindings = bindingsWith(chosen);
  const former = must(bindings.find((binding) => binding.action === action)?.keys[0], 'key');
  const holder = bindings.find((binding) => binding.action !== action && binding.keys[0] === key);
  return { ...chosen, [action]: key, ...(holder && { [holder.action]: former }) };
}

export function keepChosenKeys(chosen: ChosenKeys): void {
  keep(KEPT, Object.keys(chosen).length === 0 ? null : JSON.stringify(chosen));
}

/** What cannot be read, or would give one key two meanings, is as if nothing had been chosen. */
function readChosen(kept: string | null): ChosenKeys {
  try {
    const read: unknown = JSON.parse(kept ?? '{}');
    const chosen: ChosenKeys = {};
    for (const { action } of KEYMAP) {
      const key = (read as Record<string, unknown>)[action];
      if (typeof key === 'string' && usableKey(key) === key) chosen[action] = key;
    }
    const keys = bindingsWith(chosen).flatMap((binding) => binding.keys);
    return new Set(keys).size === keys.length ? chosen : {};
  } catch {
    return {};
  }
}
