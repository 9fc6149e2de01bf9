import { must } from '../../lib/assert.ts';
import type { Rejection } from '../context.ts';
import { reject } from '../context.ts';
import type { AgendaEvent, AgendaPlan } from './schema.ts';
import type { Agenda, AgendaItem } from './slice.ts';
import { currentItem } from './slice.ts';

export function beginItem(
  agenda: Agenda,
  args: { itemId: string; afterItemId: string | null },
): AgendaEvent[] | Rejection {
  const item = agenda.items.find((candidate) => candidate.itemId === args.itemId);
  if (!item) return reject('agenda/no-such-item', { itemId: args.itemId });
  if (args.afterItemId !== agenda.currentItemId) {
    const current = agenda.items.find((candidate) => candidate.itemId === agenda.currentItemId);
    return reject('agenda/moved-on', { title: current?.title ?? '' });
  }
  if (item.itemId === agenda.currentItemId) return reject('agenda/already-current', { title: item.title });
  return [{ type: 'agenda/begun', v: 1, itemId: item.itemId }];
}

/** The item to which hands may be carried: the current one, or one that has not begun. What is over takes none. */
export function itemForHands(agenda: Agenda, itemId: string | null): AgendaItem | Rejection {
  const item = agenda.items.find((candidate) => candidate.itemId === itemId);
  if (!item) return reject('agenda/no-such-item', { itemId: itemId ?? '' });
  if (item.startedAtMs === null || itemId === agenda.currentItemId) return item;
  // As long as an item has begun, one is current.
  return reject('agenda/moved-on', { title: must(currentItem(agenda), 'current item').title });
}

export function adjustItem(
  agenda: Agenda,
  args: { itemId: string; seconds: number },
): AgendaEvent[] | Rejection {
  const item = agenda.items.find((candidate) => candidate.itemId === args.itemId);
  if (!item) return reject('agenda/no-such-item', { itemId: args.itemId });
  const atLeast = -(item.minutes * 60 + item.extraSeconds);
  if (args.seconds < atLeast) return reject('agenda/below-zero', { title: item.title });
  return [{ type: 'agenda/adjusted', v: 1, itemId: item.itemId, seconds: args.seconds }];
}

export function editAgenda(
  agenda: Agenda,
  args: { items: AgendaPlan[]; baseRevision?: number },
): AgendaEvent[] | Rejection {
  if (args.baseRevision !== undefined && args.baseRevision !== agenda.revision) {
    return reject('agenda/stale', { revision: agenda.revision });
  }
  const kept = new Set(args.items.map((item) => item.itemId));
  const lost = agenda.items.find((item) => item.startedAtMs !== null && !kept.has(item.itemId));
  if (lost) return reject('agenda/already-begun', { title: lost.title });
  return [{ type: 'agenda/edited', v: 1, items: args.items }];
}
