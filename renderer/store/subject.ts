/** Whom or what a command is about, as far as the state knows a name for it. */
import type { Command } from '../../shared/command.ts';
import type { State } from '../../shared/state.ts';

/** Empty when there is nobody to name. */
export function subjectOf({ name, args }: Command, state: State | null): string {
  if (name === 'agenda/begin') {
    return state?.agenda.items.find((item) => item.itemId === args.itemId)?.title ?? '';
  }
  if (name !== 'floor/give') return '';
  const { entryId, person } = args;
  const entry = state?.queue.entries.find((one) => one.entryId === entryId);
  const known = state?.people.find((one) => one.personId === person?.personId);
  return entry?.name ?? person?.name ?? known?.name ?? '';
}
