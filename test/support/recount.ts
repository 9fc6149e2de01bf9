/**
 * What each side has spoken, counted from the exported log alone: no state, no `apply`. Times that were settled not to
 * count are not known to it.
 */
import type { SentCommit } from '../../shared/commit.ts';
import type { EndedTurn, Turn } from '../../shared/domain/floor/schema.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';

export type Counted = { turns: Record<Channel, number>; spokenMs: Record<Channel, number> };

type Running = Pick<Turn, 'turnId' | 'channel' | 'startedAtMs' | 'pausedMs' | 'pausedAtMs'> & {
  /** Paused by a stop of the whole session, which also lets it go on. */
  stopped?: true;
};
type Over = { channel: Channel; spokenMs: number };

export function recount(commits: readonly SentCommit[]): Counted {
  let running = null as Running | null;
  const over = new Map<string, Over>();
  for (const { atMs, events } of commits) {
    for (const event of events) {
      if (event.type === 'floor/given') {
        const { turnId, channel } = event;
        running = { turnId, channel, startedAtMs: atMs, pausedMs: 0, pausedAtMs: null };
      } else if (event.type === 'floor/paused' && running) running = { ...running, pausedAtMs: atMs };
      else if (event.type === 'floor/resumed' && running) running = resumed(running, atMs);
      else if (event.type === 'session/paused' && running?.pausedAtMs === null) {
        running = { ...running, pausedAtMs: atMs, stopped: true };
      } else if (event.type === 'session/resumed' && running?.stopped) running = resumed(running, atMs);
      else if (event.type === 'floor/ended' && running) {
        const { turnId, channel, startedAtMs, pausedMs } = resumed(running, atMs);
        over.set(turnId, { channel, spokenMs: Math.max(0, atMs - startedAtMs - pausedMs) });
        running = null;
      } else if (event.type === 'floor/corrected') over.set(event.turn.turnId, event.turn);
      else if (event.type === 'history/undone') {
        for (const write of event.records) {
          if (write.table === 'floor') running = write.value.turn satisfies Turn | null;
          if (write.table === 'turns') put(over, write.id, write.value);
        }
      }
    }
  }
  return sums([...over.values()]);
}

function resumed(turn: Running, atMs: number): Running {
  if (turn.pausedAtMs === null) return turn;
  const { stopped: _, ...facts } = turn;
  return { ...facts, pausedMs: turn.pausedMs + atMs - turn.pausedAtMs, pausedAtMs: null };
}

function put(over: Map<string, Over>, turnId: string, turn: EndedTurn | null): void {
  if (turn) over.set(turnId, turn);
  else over.delete(turnId);
}

/** The same of turns that are over. */
export function sums(turns: readonly Over[]): Counted {
  const counted: Counted = { turns: { onsite: 0, online: 0 }, spokenMs: { onsite: 0, online: 0 } };
  for (const { channel, spokenMs } of turns) {
    counted.turns[channel] += 1;
    counted.spokenMs[channel] += spokenMs;
  }
  return counted;
}
