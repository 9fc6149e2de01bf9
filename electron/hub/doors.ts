/** The doors of all sessions of this hub: rooms that are open, and who gets in by which token. */
import { join } from 'node:path';
import type { Actor } from '../../shared/domain/context.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Problem } from '../../shared/lib/problems.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { CLOSE } from '../../shared/wire.ts';
import { type Damage, type EventStore, type SessionLog, StoreError } from '../store/event-store.ts';
import type { Peers } from '../store/peers.ts';
import type { SecretStore } from '../store/secrets.ts';
import type { Metrics } from './api/metrics.ts';
import { actorOf, isGenuine, makeToken, parseToken } from './auth.ts';
import type { Clock } from './clock.ts';
import { report } from './report.ts';
import { openRoom, type Room } from './room.ts';

/** Let in, or the close code to say at the door, and what is wrong with the token. */
export type Admission =
  | { room: Room; actor: Actor; inviteId: string }
  | { code: (typeof CLOSE)[keyof typeof CLOSE]; problem: Problem };

export type Doors = {
  admit(token: string, clientId: string): Promise<Admission>;
  /** The room of a session, opened if need be. Rejects with StoreError. */
  room(sessionId: string): Promise<Room>;
  /** Takes a log that has just been created. */
  adopt(log: SessionLog): Promise<Room>;
  openRooms(): Room[];
  /** Nobody is let in any more; resolves when every room has let go of its log. */
  close(): Promise<void>;
};

export type DoorsOptions = {
  store: EventStore;
  secrets: SecretStore;
  clock: Clock;
  /** A folder for each session is made in it. */
  backupFolder: string;
  metrics: Metrics;
  peers: Peers;
};

export function createDoors({ store, secrets, clock, backupFolder, metrics, peers }: DoorsOptions): Doors {
  const rooms = new Map<string, Promise<Room>>();
  const opened = new Map<string, Room>();
  let isClosing = false;

  function keep(sessionId: string, opening: Promise<Room>): Promise<Room> {
    rooms.set(sessionId, opening);
    opening.then(
      (room) => opened.set(sessionId, room),
      () => rooms.delete(sessionId),
    );
    return opening;
  }

  async function adopt(log: SessionLog): Promise<Room> {
    const { sessionId, damage } = log;
    if (damage) report(`session ${sessionId}`, recoveredFrom(damage));
    try {
      const secret = await secrets.secretOf(sessionId);
      return await openRoom({
        log: metrics.watched(log),
        secret,
        clock,
        backupFolder: join(backupFolder, sessionId),
        peers,
        onBroken: (error) => drop(sessionId, log, error),
      });
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  /** A bug of ours: said once, and whoever comes back finds a room that is rebuilt from the log. */
  function drop(sessionId: string, log: SessionLog, error: unknown): void {
    if (!rooms.delete(sessionId)) return;
    opened.delete(sessionId);
    report(`session ${sessionId} is rebuilt from its log`, error);
    void log.close().catch(() => undefined);
  }

  function room(sessionId: string): Promise<Room> {
    if (isClosing) return Promise.reject(new StoreError('cannot-write', { why: 'closed' }));
    return rooms.get(sessionId) ?? keep(sessionId, store.open(sessionId).then(adopt));
  }

  async function admit(token: string, clientId: string): Promise<Admission> {
    if (isClosing) return { code: CLOSE.restarting, problem: 'session-unreadable' };
    const parts = parseToken(token);
    if (!parts) return { code: CLOSE.notInvited, problem: 'not-an-invitation' };
    const { sessionId, inviteId } = parts;
    const isThere = opened.has(sessionId) || (await store.has(sessionId));
    if (!isThere) return { code: CLOSE.noSuchSession, problem: 'no-such-session' };
    // The links of a session that is running stay good whatever happens to the file.
    const secret =
      opened.get(sessionId)?.secret ??
      (await secrets.secretOf(sessionId).catch((error: unknown) => report('a secret', error)));
    if (!secret) return { code: CLOSE.restarting, problem: 'session-unreadable' };
    if (!isGenuine(secret, parts)) return { code: CLOSE.notInvited, problem: 'not-an-invitation' };
    const entered = await room(sessionId).catch((error: unknown) => report(`session ${sessionId}`, error));
    if (!entered) return { code: CLOSE.restarting, problem: 'session-unreadable' };
    const invite = must(entered.state.invites, 'invitations').find((one) => one.inviteId === inviteId);
    if (!invite) return { code: CLOSE.notInvited, problem: 'not-an-invitation' };
    if (invite.revoked) return { code: CLOSE.revoked, problem: 'revoked' };
    return { room: entered, actor: actorOf(secret, invite, clientId), inviteId };
  }

  return {
    admit,
    room,
    adopt: (log) => keep(log.sessionId, adopt(log)),
    openRooms: () => [...opened.values()],
    close: async () => {
      isClosing = true;
      const all = await Promise.allSettled(rooms.values());
      rooms.clear();
      await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };
}

function recoveredFrom({ seq, lastSeq, keptAs }: Damage): string {
  const lost =
    lastSeq < seq
      ? `was damaged: everything up to commit ${lastSeq} is there`
      : `has lost commits from ${seq} on to damage, but nothing of its state`;
  return `the file ${lost}; the damaged one is kept as ${keptAs}`;
}

/** The link of each invitation that still opens, by role; the first of each role. */
export function inviteLinks(room: Room, baseUrl: string): Partial<Record<Role, string>> {
  const links: Partial<Record<Role, string>> = {};
  for (const { inviteId, roles, revoked } of room.state.invites ?? []) {
    const role = must(roles[0], 'a role');
    if (!revoked) links[role] ??= linkFor(room, baseUrl, inviteId);
  }
  return links;
}

export function linkFor(room: Room, baseUrl: string, inviteId: string): string {
  return `${baseUrl}/#${makeToken(room.secret, room.sessionId, inviteId)}`;
}
