/** The people of the panel, who get the floor without raising a hand. */
import type { Command } from '../../shared/command.ts';
import { currentItem } from '../../shared/domain/agenda/slice.ts';
import { isFair, whoKey } from '../../shared/domain/fairness/view.ts';
import type { Person } from '../../shared/domain/people/schema.ts';
import { callable } from '../../shared/domain/queue/slice.ts';
import type { State } from '../../shared/state.ts';
import { giveFloor } from './moderation.ts';

/** As many as there are digits to press. */
const PANEL_MAX = 9;

export type Panellist = {
  person: Person;
  /** In the current item. */
  hasSpoken: boolean;
};

export function panelOf(state: State): Panellist[] {
  return everybodyOf(state).slice(0, PANEL_MAX);
}

function everybodyOf({ people, turns, floor, agenda }: State): Panellist[] {
  const here = [...turns, ...(floor.turn ? [floor.turn] : [])].filter(
    (turn) => turn.itemId === agenda.currentItemId,
  );
  const spoken = new Set(here.map((turn) => turn.personId));
  return people
    .filter((person) => person.panel)
    .map((person) => ({ person, hasSpoken: spoken.has(person.personId) }));
}

/**
 * Whose prepared speech is next, in the order of the roster from whoever spoke last on, so that who is not there is passed
 * by calling the next and comes up again at the end; null when all have spoken, or none is due. A point of order goes
 * before all, and who was told to get ready before the next speech.
 */
export function nextSpeech(state: State): Person | null {
  const { agenda, session, queue } = state;
  const item = currentItem(agenda);
  if (item?.kind !== 'speeches' || item.fair || session.endedAtMs !== null) return null;
  const goesBefore = queue.onDeck.length > 0 || callable(queue).some(({ kind }) => kind === 'point-of-order');
  if (goesBefore) return null;
  const all = everybodyOf(state);
  const placeOf = (personId: string | undefined) =>
    all.findIndex(({ person }) => person.personId === personId);
  const here = [...state.turns, state.floor.turn].filter((turn) => turn?.itemId === item.itemId);
  // A guest's point of order between two speeches changes nothing.
  const after = (here.map((turn) => placeOf(turn?.personId)).findLast((place) => place >= 0) ?? -1) + 1;
  const next = [...all.slice(after), ...all.slice(0, after)].find(({ hasSpoken }) => !hasSpoken);
  return next?.person ?? null;
}

/** Who comes first to mind: has not spoken here yet; else does not speak at present. */
export function likelyNext(panel: readonly Panellist[], speakingId: string | undefined): number {
  const fresh = panel.findIndex(({ hasSpoken }) => !hasSpoken);
  return fresh >= 0
    ? fresh
    : Math.max(
        0,
        panel.findIndex(({ person }) => person.personId !== speakingId),
      );
}

/** In a balanced item the panel pays for its replies; a prepared speech is in no balance anyway. */
export function giveToPanel(
  state: State,
  personId: string,
  proposedEntryId: string | null,
  turnId: string,
): Command {
  const command = giveFloor(state, { person: { personId } }, proposedEntryId, turnId);
  return isFair(state.agenda, state.agenda.currentItemId)
    ? { ...command, args: { ...command.args, charge: 'panel' } }
    : command;
}

/** How many different people have had a turn in the item. */
export function speechesIn({ turns, floor }: State, itemId: string): number {
  const here = [...turns, ...(floor.turn ? [floor.turn] : [])].filter((turn) => turn.itemId === itemId);
  return new Set(here.map(whoKey)).size;
}
