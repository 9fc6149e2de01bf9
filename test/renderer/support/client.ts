import type { Session } from '../../../renderer/store/session.ts';
import { createSession } from '../../../renderer/store/session.ts';
import type { State } from '../../../shared/state.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** A started session; `roles` are joined by `_`, `device` tells two of the same role apart. */
export function startClient(world: SimulatedWorld, roles = 'onsite-moderator', device = 'a'): Session {
  const session = createSession({
    url: 'ws://hub/ws',
    identity: { token: `s.${roles}.mac`, clientId: `device-${device}-0123456789` },
    environment: world.environment,
  });
  session.start();
  return session;
}

export function stateOf(session: Session): State {
  const { state } = session.store.getState();
  if (!state) throw new Error('no state yet');
  return state;
}

/** A hand of somebody without a record. */
export function hand(entryId: string, channel: 'onsite' | 'online' = 'onsite', name = entryId) {
  return {
    name: 'queue/join' as const,
    args: { entryId, name, channel, door: 'room' as const, kind: 'topic' as const },
  };
}
