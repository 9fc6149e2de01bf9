/** The hub's own rooms, doors and peers over lines that a test holds in its hand: no socket, no disk, no real time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics } from '../../electron/hub/api/metrics.ts';
import { makeToken } from '../../electron/hub/auth.ts';
import type { Clock } from '../../electron/hub/clock.ts';
import { createDoors } from '../../electron/hub/doors.ts';
import { Crowd } from '../../electron/hub/pacing/crowd.ts';
import { Refusals } from '../../electron/hub/pacing/refusals.ts';
import { Peer, type Wire } from '../../electron/hub/peer.ts';
import type { Room } from '../../electron/hub/room.ts';
import { keepTime } from '../../electron/hub/timekeeper.ts';
import type { EventStore } from '../../electron/store/event-store.ts';
import { memoryStore } from '../../electron/store/memory.ts';
import { alone } from '../../electron/store/peers.ts';
import { createEvents } from '../../shared/create.ts';
import { ROLES, type Role } from '../../shared/lib/vocabulary.ts';
import { planSchema } from '../../shared/plan.ts';
import { planOfDiscussion } from './meeting.ts';

export type SimulatedHub = {
  readonly room: Room;
  tokenOf(role: Role): string;
  /** Somebody dials in. */
  answer(wire: Wire): Peer;
  /** The process ends as Ctrl-C would have it, or dies where it stands, and another one opens the session. */
  restart(how: 'ended' | 'killed'): Promise<void>;
  close(): Promise<void>;
};

const SECRET = Buffer.alloc(32, 7);
const SESSION = 'simulated';

const inviteOf = (role: Role) => `invite-${role}`;

/** `openStore` is asked anew after each restart, for the same sessions. Where the session is there, it is opened. */
export async function simulatedHub(clock: Clock, openStore?: () => EventStore): Promise<SimulatedHub> {
  const memory = memoryStore();
  // Backups alone are written, and nothing is read of them.
  const backupFolder = await mkdtemp(join(tmpdir(), 'evenfloor-simulated-'));
  const secrets = { secretOf: async () => SECRET, has: async () => true, remove: async () => undefined };
  const begin = () => {
    const store = openStore?.() ?? memory;
    return {
      store,
      doors: createDoors({ peers: alone(), store, secrets, clock, backupFolder, metrics: createMetrics() }),
    };
  };
  const crowd = new Crowd();
  const refusals = new Refusals();
  let life = begin();
  const inviteIds = Object.fromEntries(ROLES.map((role) => [role, inviteOf(role)])) as Record<Role, string>;
  const first = {
    seq: 1,
    atMs: clock.nowMs(),
    actor: { role: 'hub' as const },
    commandId: 'create',
    events: createEvents(planSchema.parse(planOfDiscussion()), inviteIds),
  };
  let room = (await life.store.has(SESSION))
    ? await life.doors.room(SESSION)
    : await life.doors.adopt(await life.store.create(SESSION, [first]));
  const stopTimekeeping = keepTime(clock, () => life.doors.openRooms());
  return {
    get room() {
      return room;
    },
    tokenOf: (role) => makeToken(SECRET, SESSION, inviteOf(role)),
    answer: (wire) =>
      new Peer({
        wire,
        clock,
        language: 'en',
        admit: life.doors.admit,
        crowd,
        refusals,
        onRefused: () => undefined,
      }),
    restart: async (how) => {
      if (how === 'ended') await life.doors.close();
      await life.store.close();
      life = begin();
      room = await life.doors.room(SESSION);
    },
    close: async () => {
      stopTimekeeping();
      await life.doors.close();
      await rm(backupFolder, { recursive: true });
    },
  };
}
