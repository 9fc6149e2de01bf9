/** Edits of the agenda as data, so that one can be made again over an agenda that somebody else has changed. */
import type { AgendaPlan } from '../../shared/domain/agenda/schema.ts';
import type { AgendaItem } from '../../shared/domain/agenda/slice.ts';

export type AgendaEdit =
  | { do: 'add'; item: AgendaPlan }
  | { do: 'remove'; itemId: string; title: string }
  | { do: 'move'; itemId: string; title: string; by: -1 | 1 }
  | { do: 'patch'; itemId: string; title: string; fields: AgendaPatch };

/** `speakers: null` forgets the number. */
export type AgendaPatch = Partial<Pick<AgendaPlan, 'kind' | 'title' | 'minutes' | 'fair'>> & {
  speakers?: number | null;
};

/** An edit of something that is not there any more changes nothing. */
export function edited(items: readonly AgendaPlan[], edit: AgendaEdit): AgendaPlan[] {
  if (edit.do === 'add') return [...items, edit.item];
  const at = items.findIndex((item) => item.itemId === edit.itemId);
  const item = items[at];
  if (!item) return [...items];
  switch (edit.do) {
    case 'remove':
      return items.toSpliced(at, 1);
    case 'move': {
      const to = Math.min(items.length - 1, Math.max(0, at + edit.by));
      return items.toSpliced(at, 1).toSpliced(to, 0, item);
    }
    case 'patch':
      return items.with(at, patched(item, edit.fields));
  }
}

/** What the plan knows of an item, without what it has run. */
export function plannedOf(item: AgendaItem): AgendaPlan {
  const { extraSeconds: _, startedAtMs: __, runningSinceMs: ___, spentMs: ____, ...plan } = item;
  return plan;
}

function patched(item: AgendaPlan, { speakers, ...fields }: AgendaPatch): AgendaPlan {
  const next: AgendaPlan = { ...item, ...fields };
  // A kind says whether the item is fair, unless somebody says it by hand afterwards.
  if (fields.kind !== undefined && fields.fair === undefined) delete next.fair;
  if (speakers === null) delete next.speakers;
  else if (speakers !== undefined) next.speakers = speakers;
  return next;
}
