import { useSyncExternalStore } from 'react';
import { onKept } from '../store/kept.ts';
import { chosen, type Preference, type PreferenceName } from '../store/preferences.ts';

export function usePreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  return useSyncExternalStore(onKept, () => chosen(name));
}
