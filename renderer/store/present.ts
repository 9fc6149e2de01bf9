/** Who is here, by side, for shares of the time in proportion to it. */
import type { FairnessSettings } from '../../shared/domain/fairness/settings.ts';
import { ownPersonId } from '../../shared/domain/people/own.ts';
import type { Person } from '../../shared/domain/people/schema.ts';
import type { PerChannel } from '../../shared/lib/vocabulary.ts';
import type { Present } from '../../shared/protocol.ts';

const SHARE_MIN = 0.01;

/** Everybody connected whose side is known, each once; screens and people who have given no name have none. */
export function presentBySide(present: readonly Present[], people: readonly Person[]): PerChannel<number> {
  const counts = { onsite: 0, online: 0 };
  const ids = new Set(present.map(({ personId }) => ownPersonId(people, personId)));
  for (const person of people) if (ids.has(person.personId)) counts[person.channel] += 1;
  return counts;
}

/** Shares to the hundredth, of which no side gets none; null unless both numbers make sense. */
export function sharesOf({ onsite, online }: PerChannel<number>): FairnessSettings['weights'] | null {
  const isCount = (count: number) => Number.isInteger(count) && count >= 0;
  if (!isCount(onsite) || !isCount(online) || onsite + online === 0) return null;
  const exact = Math.round((100 * onsite) / (onsite + online)) / 100;
  const share = Math.min(1 - SHARE_MIN, Math.max(SHARE_MIN, exact));
  return { onsite: share, online: 1 - share };
}
