/** The hands that wait from before the current item, and what can be done with them. */
import type { Command } from '../../shared/command.ts';
import { currentItem } from '../../shared/domain/agenda/slice.ts';
import { leftOver } from '../../shared/domain/queue/left-over.ts';
import type { State } from '../../shared/state.ts';

export type LeftOver = {
  count: number;
  /** The item that they all belong to; null where there are several, or none. */
  from: string | null;
  /** The current item. */
  itemId: string;
  carry: Command;
  clear: Command;
};

/** Null when every hand belongs to the current item, or none is current. */
export function leftOverHands({ queue, agenda }: Pick<State, 'queue' | 'agenda'>): LeftOver | null {
  const item = currentItem(agenda);
  const hands = item ? leftOver(queue.entries, item.itemId) : [];
  const [first] = hands;
  if (!item || !first) return null;
  const { itemId } = item;
  const isOne = hands.every((entry) => entry.itemId === first.itemId);
  const from = isOne ? agenda.items.find((other) => other.itemId === first.itemId) : undefined;
  return {
    count: hands.length,
    from: from?.title ?? null,
    itemId,
    carry: { name: 'queue/carry', args: { itemId } },
    clear: { name: 'queue/clear', args: { exceptItemId: itemId } },
  };
}
