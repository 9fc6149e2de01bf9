import { useSyncExternalStore } from 'react';
import { chosen, onPreference, type Preference, type PreferenceName } from '../store/preferences.ts';

export function usePreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  return useSyncExternalStore(onPreference, () => chosen(name));
}
