/** When the session will end as things stand, and how far that is behind its plan; negative when it is ahead. */
import type { Agenda, AgendaItem } from '../../../shared/domain/agenda/slice.ts';
import { allottedMs, currentItem, spentMs } from '../../../shared/domain/agenda/slice.ts';

export type PlanDrift = { endsAtMs: number; driftMs: number };

/**
 * What is still to come: the rest of the current item, and in full each that lies ahead. An item that was passed
 * over is no time gained: it counts neither in the plan nor in what is to come.
 */
export function planDrift(agenda: Agenda, startedAtMs: number, nowMs: number): PlanDrift {
  const { items } = agenda;
  const lastBegun = items.findLastIndex(isBegun);
  const ahead = items.filter((item, index) => index > lastBegun && !isBegun(item));
  const current = currentItem(agenda);
  const restMs = current ? Math.max(0, allottedMs(current) - spentMs(current, nowMs)) : 0;
  const endsAtMs = nowMs + restMs + sum(ahead, allottedMs);
  const plannedMs = startedAtMs + sum([...items.filter(isBegun), ...ahead], (item) => item.minutes * 60_000);
  return { endsAtMs, driftMs: endsAtMs - plannedMs };
}

function isBegun(item: AgendaItem): boolean {
  return item.startedAtMs !== null;
}

function sum(items: readonly AgendaItem[], of: (item: AgendaItem) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
