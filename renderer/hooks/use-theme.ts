/** Light or dark: as chosen here, else as the system has it. */
import { useSyncExternalStore } from 'react';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'evenfloor.theme';
const listeners = new Set<() => void>();

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosenTheme);
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  paintTheme();
  for (const listener of listeners) listener();
}

/** Writes the theme to the page now and whenever the system changes its mind. */
export function followTheme(): void {
  systemIsDark().addEventListener('change', paintTheme);
  paintTheme();
}

function paintTheme(): void {
  const theme = chosenTheme();
  const isDark = theme === 'dark' || (theme === 'auto' && systemIsDark().matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'auto';
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
