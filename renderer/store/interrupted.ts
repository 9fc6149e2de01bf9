/** Whoever had to stop for a point of order, and what was left of that turn. */
import type { Command } from '../../shared/command.ts';
import { whoKey } from '../../shared/domain/fairness/view.ts';
import type { EndedTurn } from '../../shared/domain/floor/schema.ts';
import { lastTurn } from '../../shared/domain/floor/slice.ts';
import type { State } from '../../shared/state.ts';

/** Less is not worth going on for. */
const REST_MS_MIN = 10_000;

export type Interrupted = { turn: EndedTurn; restMs: number };

/**
 * While nobody speaks, and nobody else has been called since; null when nobody is to go on: neither who has another hand
 * up, which would be called instead, nor a question that was read aloud.
 */
export function interruptedTurn({ floor, turns, agenda, session, queue }: State): Interrupted | null {
  if (floor.turn || session.endedAtMs !== null) return null;
  const at = turns.findLastIndex(({ kind }) => kind !== 'point-of-order');
  const [turn, point] = turns.slice(at, at + 2);
  // Called over the one who spoke, both are of one moment.
  if (!turn || !point || turn.endedAtMs !== point.startedAtMs) return null;
  if (turn.name === '' || turn.relayed || queue.entries.some((entry) => whoKey(entry) === whoKey(turn)))
    return null;
  const restMs = turn.limitMs - turn.spokenMs;
  return restMs >= REST_MS_MIN && turn.itemId === agenda.currentItemId ? { turn, restMs } : null;
}

export function goOn(state: State, { turn }: Interrupted, turnId: string): Command {
  const afterTurnId = lastTurn(state)?.turnId ?? null;
  return { name: 'floor/give', args: { turnId, continuesTurnId: turn.turnId, afterTurnId } };
}
