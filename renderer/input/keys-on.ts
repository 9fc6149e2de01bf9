/** Whether the keys of the floor act on this device: screen readers and speech input may want all of them. */
import { useSyncExternalStore } from 'react';

const KEPT = 'evenfloor.keys-off';

const listeners = new Set<() => void>();

export function useAreKeysOn(): boolean {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(KEPT) === null);
}

export function switchKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, '1');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
