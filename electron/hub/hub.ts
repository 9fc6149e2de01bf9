/** The hub: one process that keeps sessions, serves the web client and joins everybody's sockets. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createEvents } from '../../shared/create.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { ROLES } from '../../shared/lib/vocabulary.ts';
import type { Plan } from '../../shared/plan.ts';
import type { EventStore } from '../store/event-store.ts';
import { openStore } from '../store/open.ts';
import { addressBook, isWildcard, lanAddresses } from './address.ts';
import { randomId } from './auth.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDoors, inviteLinks } from './doors.ts';
import { httpHandler } from './http.ts';
import { load } from './load.ts';
import type { Room } from './room.ts';
import { fileSecrets, type SecretBox } from './secrets.ts';
import { socketServer } from './socket.ts';

export type HubOptions = {
  dataDir: string;
  host: string;
  /** 0 picks a free one. */
  port: number;
  /** What links use behind a tunnel or proxy; without a trailing slash. */
  publicUrl?: string;
  /** Only a proxy of ours can reach the port. */
  trustProxy?: boolean;
  /** PEM texts. */
  tls?: { cert: string; key: string };
  /** `sqlite:` (files in `dataDir`). */
  store?: string;
  /** The built web client. */
  webDir: string;
  secretBox?: SecretBox;
  clock?: Clock;
};

export type SessionSummary = {
  sessionId: string;
  title: string;
  createdAtMs: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
};

export type OpenedSession = {
  sessionId: string;
  title: string;
  /** Full links; those of revoked roles are missing. */
  invites: Partial<Record<Role, string>>;
};

export type Hub = {
  readonly url: string;
  readonly port: number;
  listSessions(): Promise<SessionSummary[]>;
  hasSession(sessionId: string): Promise<boolean>;
  createSession(plan: Plan, sessionId?: string): Promise<OpenedSession>;
  openSession(sessionId: string): Promise<OpenedSession>;
  /** Titles of the sessions that were started and have not ended. */
  runningSessions(): string[];
  /** Listens on one more address; returns the URLs under which others find it. */
  listenOn(host: string): Promise<string[]>;
  close(): Promise<void>;
};

const SUMMARIES_MAX = 50;

export async function startHub(options: HubOptions): Promise<Hub> {
  const clock = options.clock ?? systemClock();
  const servers = new Map<string, Server>();
  const scheme = options.tls ? 'https' : 'http';
  const addresses = addressBook({
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy ?? false,
    listening: () => [...servers.keys()],
  });
  const store = openStore(options.store ?? 'sqlite:', options.dataDir);
  const secrets = fileSecrets(join(options.dataDir, 'secrets'), options.secretBox);
  const doors = createDoors(store, secrets, clock);
  const sockets = socketServer(doors, addresses, clock);
  let port = options.port;
  const baseUrl = () => options.publicUrl ?? `${scheme}://${hostInUrl(options.host)}:${port}`;
  const handler = httpHandler({ doors, addresses, webDir: options.webDir, baseUrl });

  async function listen(host: string): Promise<void> {
    const server = options.tls ? createTlsServer(options.tls, handler) : createServer(handler);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    port = (server.address() as AddressInfo).port;
    servers.set(host, server);
    sockets.attach(server);
  }

  await listen(options.host);

  const opened = (room: Room): OpenedSession => ({
    sessionId: room.sessionId,
    title: room.state.session.title,
    invites: inviteLinks(room, baseUrl()),
  });

  return {
    get url() {
      return baseUrl();
    },
    get port() {
      return port;
    },
    listSessions: async () => {
      const ids = (await store.list()).slice(0, SUMMARIES_MAX);
      const live = new Map(doors.openRooms().map((room) => [room.sessionId, room]));
      const summaries = await Promise.all(ids.map((id) => summarise(store, id, live.get(id))));
      return summaries.filter((summary) => summary !== null);
    },
    hasSession: (sessionId) => store.has(sessionId),
    createSession: async (plan, sessionId = randomId(12)) => {
      const inviteIds = Object.fromEntries(ROLES.map((role) => [role, randomId(8)])) as Record<Role, string>;
      const first = {
        seq: 1,
        atMs: clock.nowMs(),
        actor: { role: 'hub' as const },
        commandId: `create.${sessionId}`,
        events: createEvents(plan, inviteIds),
      };
      // The secret first: a session whose links cannot be made is not begun.
      await secrets.secretOf(sessionId);
      const log = await store.create(sessionId, [first]);
      return opened(await doors.adopt(log));
    },
    openSession: async (sessionId) => opened(await doors.room(sessionId)),
    runningSessions: () =>
      doors
        .openRooms()
        .map((room) => room.state.session)
        .filter((session) => session.startedAtMs !== null && session.endedAtMs === null)
        .map((session) => session.title),
    listenOn: async (host) => {
      // Linux refuses the wildcard while loopback holds the port, so each address gets a server of its own.
      const hosts = isWildcard(host) ? lanAddresses() : [host];
      for (const one of hosts) if (!servers.has(one)) await listen(one);
      return hosts.map((address) => `${scheme}://${hostInUrl(address)}:${port}`);
    },
    close: async () => {
      await doors.close();
      sockets.close();
      for (const server of servers.values()) {
        server.close();
        server.closeAllConnections();
      }
      await store.close();
    },
  };
}

/** Null for a file that cannot be read; it stays where it is, and opening it says why. */
async function summarise(
  store: EventStore,
  sessionId: string,
  live: Room | undefined,
): Promise<SessionSummary | null> {
  try {
    const { session } = live?.state ?? (await readState(store, sessionId));
    const { title, createdAtMs, startedAtMs, endedAtMs } = session;
    return { sessionId, title, createdAtMs, startedAtMs, endedAtMs };
  } catch {
    return null;
  }
}

async function readState(store: EventStore, sessionId: string): Promise<Room['state']> {
  const log = await store.open(sessionId, { readOnly: true });
  try {
    return (await load(log)).state;
  } finally {
    await log.close();
  }
}

/** A wildcard is no address to go to; IPv6 stands in brackets. */
function hostInUrl(host: string): string {
  const named = isWildcard(host) ? (lanAddresses()[0] ?? '127.0.0.1') : host;
  return must(named, 'host').includes(':') ? `[${named}]` : named;
}
