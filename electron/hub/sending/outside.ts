import { OUTSIDE_PEOPLE_MAX } from '../../../shared/lib/limits.ts';
import type { Door } from '../../../shared/lib/vocabulary.ts';

/** Who is in the meeting elsewhere, as far as its platform says: a count for each door. */
export class Outside {
  readonly #there = new Map<Door, Set<string>>();

  set(door: Door, id: string, isThere: boolean): void {
    const there = this.#there.get(door) ?? new Set();
    this.#there.set(door, there);
    if (!isThere) there.delete(id);
    else if (there.size < OUTSIDE_PEOPLE_MAX) there.add(id);
  }

  counts(): { door: Door; count: number }[] {
    return [...this.#there].flatMap(([door, { size }]) => (size > 0 ? [{ door, count: size }] : []));
  }
}
