import { AGENDA_BEGINS_MAX } from '../../lib/limits.ts';
import type { Span } from '../../lib/spans.ts';
import type { Stamp } from '../context.ts';
import type { AgendaEvent, AgendaPlan } from './schema.ts';
import type { Agenda, AgendaItem } from './slice.ts';
import { beginsOf, itemAt, spentMs } from './slice.ts';

export function applyAgenda(agenda: Agenda, event: AgendaEvent, { atMs }: Stamp): Agenda {
  switch (event.type) {
    case 'agenda/begun':
      return {
        ...agenda,
        currentItemId: event.itemId,
        begins: [...beginsOf(agenda), { itemId: event.itemId, atMs }].slice(-AGENDA_BEGINS_MAX),
        items: agenda.items.map((item) => {
          if (item.itemId === event.itemId) return started(item, atMs);
          return item.runningSinceMs === null ? item : stopped(item, atMs);
        }),
      };
    case 'agenda/adjusted':
      return {
        ...agenda,
        items: agenda.items.map((item) =>
          item.itemId === event.itemId ? { ...item, extraSeconds: item.extraSeconds + event.seconds } : item,
        ),
      };
    case 'agenda/edited':
      return {
        ...agenda,
        revision: agenda.revision + 1,
        items: event.items.map((plan) => planned(plan, agenda)),
      };
  }
}

/** A technical stop, or the end of the session, holds the current item's clock. */
export function holdAgenda(agenda: Agenda, atMs: number): Agenda {
  return {
    ...agenda,
    items: agenda.items.map((item) => (item.runningSinceMs === null ? item : stopped(item, atMs))),
  };
}

/** The current item's clock goes on. */
export function releaseAgenda(agenda: Agenda, atMs: number): Agenda {
  return {
    ...agenda,
    items: agenda.items.map((item) => (item.itemId === agenda.currentItemId ? started(item, atMs) : item)),
  };
}

/** Takes a stretch off the clock of the item that was current when it began; the clock never gets below zero. */
export function discountAgenda(agenda: Agenda, span: Span, atMs: number): Agenda {
  const then = itemAt(agenda, span.fromMs);
  if (!then) return agenda;
  const takenMs = Math.min(span.toMs - span.fromMs, spentMs(then, atMs));
  const items = agenda.items.map((item) =>
    item === then ? { ...item, spentMs: item.spentMs - takenMs } : item,
  );
  return { ...agenda, items };
}

function started(item: AgendaItem, atMs: number): AgendaItem {
  return { ...item, startedAtMs: item.startedAtMs ?? atMs, runningSinceMs: item.runningSinceMs ?? atMs };
}

function stopped(item: AgendaItem, atMs: number): AgendaItem {
  return { ...item, spentMs: spentMs(item, atMs), runningSinceMs: null };
}

/** The plan's fields over what the item has already run. */
function planned(plan: AgendaPlan, agenda: Agenda): AgendaItem {
  const before = agenda.items.find((item) => item.itemId === plan.itemId);
  return {
    extraSeconds: Math.max(before?.extraSeconds ?? 0, -plan.minutes * 60),
    startedAtMs: before?.startedAtMs ?? null,
    runningSinceMs: before?.runningSinceMs ?? null,
    spentMs: before?.spentMs ?? 0,
    ...plan,
    fair: plan.fair ?? plan.kind === 'discussion',
  };
}
