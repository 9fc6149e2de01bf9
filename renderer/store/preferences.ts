/** How this device shows the page: kept here, written to the page as attributes that the style sheets read. */
import { keep, onKept } from './kept.ts';

/** Each with what holds until somebody chooses; `auto` is what the system says. */
const PREFERENCES = {
  theme: ['auto', 'light', 'dark'],
  contrast: ['auto', 'more'],
  motion: ['auto', 'less'],
  /** Per cent of the usual size. */
  text: ['100', '115', '130', '150'],
  sounds: ['off', 'on'],
  /** Whether the keys of the floor act: screen readers and speech input may want all of them. */
  'floor-keys': ['on', 'off'],
} as const;

export type PreferenceName = keyof typeof PREFERENCES;
export type Preference<Name extends PreferenceName> = (typeof PREFERENCES)[Name][number];

export function choicesOf<Name extends PreferenceName>(name: Name): readonly Preference<Name>[] {
  return PREFERENCES[name];
}

export function setPreference<Name extends PreferenceName>(name: Name, choice: Preference<Name>): void {
  keep(keyOf(name), choice);
}

/** Writes them to the page now, and whenever the system changes its mind or somebody chooses, here or in another tab. */
export function followPreferences(): void {
  for (const query of [DARK, CONTRAST, STILL]) matchMedia(query).addEventListener('change', paint);
  onKept(paint);
  paint();
}

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';
const STILL = '(prefers-reduced-motion: reduce)';

function paint(): void {
  const { dataset } = document.documentElement;
  const theme = chosen('theme');
  dataset.theme = theme === 'dark' || (theme === 'auto' && matchMedia(DARK).matches) ? 'dark' : 'light';
  dataset.contrast = chosen('contrast') === 'more' || matchMedia(CONTRAST).matches ? 'more' : 'usual';
  dataset.motion = chosen('motion') === 'less' || matchMedia(STILL).matches ? 'less' : 'usual';
  dataset.text = chosen('text');
}

export function chosen<Name extends PreferenceName>(name: Name): Preference<Name> {
  const kept = localStorage.getItem(keyOf(name));
  const choices: readonly Preference<Name>[] = PREFERENCES[name];
  return choices.find((choice) => choice === kept) ?? (PREFERENCES[name][0] as Preference<Name>);
}

function keyOf(name: PreferenceName): string {
  return `evenfloor.${name}`;
}
