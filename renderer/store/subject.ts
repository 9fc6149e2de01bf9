/** Whom or what a command is about, as far as the state knows a name for it. */
import type { Command } from '../../shared/command.ts';
import type { State } from '../../shared/state.ts';

/** What the arguments of a command may name. */
type Named = {
  itemId?: string;
  entryId?: string;
  personId?: string;
  questionId?: string;
  turnId?: string;
  person?: { personId?: string; name?: string };
};

/** Empty when there is nobody and nothing to name. */
export function subjectOf({ args }: Command, state: State | null): string {
  const { itemId, entryId, questionId, turnId, person, personId = person?.personId } = args as Named;
  const entry = state?.queue.entries.find((one) => one.entryId === entryId);
  const known = state?.people.find((one) => one.personId === personId);
  const item = state?.agenda.items.find((one) => one.itemId === itemId);
  const question = state?.questions.find((one) => one.questionId === questionId);
  const turn = [state?.floor.turn, ...(state?.turns ?? [])].find((one) => one?.turnId === turnId);
  return entry?.name ?? person?.name ?? known?.name ?? question?.text ?? item?.title ?? turn?.name ?? '';
}
