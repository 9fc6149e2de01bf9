import type { Session } from '../../renderer/store/session.ts';
import type { Command } from '../../shared/command.ts';
import { lastTurn } from '../../shared/domain/floor/slice.ts';
import { hand } from './meeting.ts';

/** What a moderator does who looks at the screen now. */
export function moderated(session: Session, random: () => number): Command | null {
  const { state } = session.store.getState();
  if (!state) return null;
  const chance = random();
  const { turn } = state.floor;
  const [entry] = state.queue.entries;
  if (chance < 0.3 || (!turn && !entry)) {
    const channel = chance < 0.15 ? 'onsite' : 'online';
    return { name: 'queue/join', args: hand(session.newId(), channel) } as Command;
  }
  if (turn) {
    if (chance < 0.4) return { name: 'floor/adjust', args: { turnId: turn.turnId, seconds: 30 } };
    return chance < 0.7 ? { name: 'floor/end', args: { turnId: turn.turnId } } : null;
  }
  const afterTurnId = lastTurn(state)?.turnId ?? null;
  return entry
    ? { name: 'floor/give', args: { turnId: session.newId(), entryId: entry.entryId, afterTurnId } }
    : null;
}
