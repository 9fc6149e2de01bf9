/** The names under which somebody came in by files of platforms, so that the next file finds the same person. */
import { OTHER_NAMES_MAX } from '../../lib/limits.ts';
import { plain } from '../../lib/plain.ts';

type Named = { name: string; otherNames?: string[] | undefined };

/** The field for a record with this name: each once as names are read, the newest `OTHER_NAMES_MAX`; absent without any. */
export function otherNamesOf(name: string, ...from: readonly Named[]): { otherNames?: string[] } {
  const byReading = new Map<string, string>();
  for (const one of from.flatMap((other) => [...(other.otherNames ?? []), other.name])) {
    if (plain(one) !== plain(name)) byReading.set(plain(one), one);
  }
  const otherNames = [...byReading.values()].slice(-OTHER_NAMES_MAX);
  return otherNames.length > 0 ? { otherNames } : {};
}
