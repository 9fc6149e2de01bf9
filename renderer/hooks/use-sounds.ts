/** The sounds of Chinese names: the table is large, so only a console whose roster has such names loads it. */
import { useEffect, useState } from 'react';
import { plain } from '../../shared/lib/plain.ts';
import type { SoundsOf } from '../store/sounds.ts';
import { hasHan, NO_SOUNDS } from '../store/sounds.ts';
import { useMeeting } from './session.ts';

let loading: Promise<SoundsOf> | null = null;
let loaded: SoundsOf = NO_SOUNDS;

/** Finds nothing until the table is there, and where it cannot be had: names are then found by their letters alone. */
export function useSounds(): SoundsOf {
  const isNeeded = useMeeting((state) => state.people.some((person) => hasHan(person.name)));
  const [sounds, setSounds] = useState({ of: loaded });
  useEffect(() => {
    if (!isNeeded) return;
    let isWanted = true;
    loading ??= load();
    void loading.then((of) => {
      loaded = of;
      if (isWanted) setSounds((before) => (before.of === of ? before : { of }));
    });
    return () => {
      isWanted = false;
    };
  }, [isNeeded]);
  return sounds.of;
}

async function load(): Promise<SoundsOf> {
  try {
    const { pinyin } = await import('pinyin-pro');
    const known = new Map<string, readonly string[]>();
    return (name) => {
      let syllables = known.get(name);
      if (!syllables) {
        const read = () =>
          pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed' }).map(plain);
        syllables = hasHan(name) ? read() : [];
        known.set(name, syllables);
      }
      return syllables;
    };
  } catch {
    // Asked for again when somebody opens the field the next time.
    loading = null;
    return NO_SOUNDS;
  }
}
