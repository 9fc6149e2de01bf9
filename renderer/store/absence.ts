/** Times when the hub was away: which of them somebody has yet to answer, and whose clock ran meanwhile. */
import type { Absence } from '../../shared/domain/session/schema.ts';
import { overlapMs } from '../../shared/lib/spans.ts';
import type { State } from '../../shared/state.ts';
import type { View } from './view.ts';

/** The oldest one that is not settled; the hub tells the staff alone. */
export function askedAbsence({ presence, state }: View): Absence | null {
  const settled = state?.session.absences ?? [];
  const isOpen = (absence: Absence) => settled.every((other) => overlapMs(other, absence) === 0);
  return presence?.absences?.find(isOpen) ?? null;
}

/** The speaker of that time, else the agenda item. */
export function timedThen({ floor, turns, agenda }: State, absence: Absence): string {
  const hasSpoken = (turn: { startedAtMs: number }) => turn.startedAtMs <= absence.fromMs;
  if (floor.turn && hasSpoken(floor.turn)) return floor.turn.name;
  const past = turns.findLast((turn) => hasSpoken(turn) && turn.endedAtMs >= absence.toMs);
  return past?.name ?? agenda.items.find((item) => item.itemId === agenda.currentItemId)?.title ?? '';
}
