/** What somebody has chosen on this device. Whoever shows it hears when it changes, here or in another tab. */

const listeners = new Set<() => void>();

/** `null`: as if nothing had been chosen. */
export function keep(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key);
  else localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}

export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
