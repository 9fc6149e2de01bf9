/**
 * Hands whose people have lost the line. A locked screen or a tunnel costs nobody the place: after a grace the staff is
 * told, never an event, and the hand stays until somebody takes it down.
 */
import { ownPersonId } from '../../../shared/domain/people/own.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { HAND_GRACE_MS } from '../../../shared/lib/limits.ts';
import type { State } from '../../../shared/state.ts';
import type { SessionClock } from '../clock.ts';

type Waiting = Pick<State, 'people' | 'queue'>;

export type QuietHands = {
  came(deviceId: string): void;
  left(deviceId: string, state: Waiting): void;
  /** No device has come yet: whoever put up the own hand before has the grace from now. */
  awaitAll(state: Waiting): void;
  /** By entry since when; `connected`: devices that are here, of one person any is enough. */
  sinceMs(state: Waiting, connected: Iterable<string>): Map<string, number>;
};

/** `onQuiet` is called when somebody's grace is over. */
export function quietHands(clock: SessionClock, onQuiet: () => void): QuietHands {
  const goneSinceMs = new Map<string, number>();
  const gone = (id: string) => {
    goneSinceMs.set(id, clock.nowMs());
    clock.after(HAND_GRACE_MS, onQuiet);
  };
  return {
    came: (deviceId) => void goneSinceMs.delete(deviceId),
    left: (deviceId, { people, queue }) => {
      const personId = ownPersonId(people, deviceId);
      if (queue.entries.some((entry) => entry.personId === personId)) gone(deviceId);
    },
    awaitAll: ({ people, queue }) => {
      for (const entry of queue.entries) {
        const person = people.find((one) => one.personId === entry.personId);
        const isOwn = person !== undefined && (person.self === true || person.devices !== undefined);
        if (isOwn && OWN_DOORS.includes(entry.door)) gone(person.personId);
      }
    },
    sinceMs: ({ people, queue }, connected) => {
      const byMs = clock.nowMs() - HAND_GRACE_MS;
      const here = new Set(connected);
      // Asked for whenever somebody comes or goes: of everybody who is here, only those with a hand are looked up.
      const devices = new Map(people.map(({ personId, devices = [] }) => [personId, devices]));
      return new Map(
        queue.entries.flatMap(({ entryId, personId }) => {
          const ids = personId === undefined ? [] : [personId, ...(devices.get(personId) ?? [])];
          if (ids.some((id) => here.has(id))) return [];
          const gone = ids.flatMap((id) => goneSinceMs.get(id) ?? []);
          // Of several devices the one that left last: until then the person was here.
          const atMs = Math.max(...gone);
          return gone.length === 0 || atMs > byMs ? [] : [[entryId, atMs] as const];
        }),
      );
    },
  };
}

/** By which people put up their own hands. */
const OWN_DOORS: readonly Entry['door'][] = ['phone', 'web'];
