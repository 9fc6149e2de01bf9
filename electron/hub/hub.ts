/** The hub: one process that keeps sessions, serves the web client and joins everybody's sockets. */
import { join } from 'node:path';
import { createEvents } from '../../shared/create.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { ROLES } from '../../shared/lib/vocabulary.ts';
import type { Plan } from '../../shared/plan.ts';
import { oneAtATime } from '../exporters/one-at-a-time.ts';
import { chromiumPrinter } from '../exporters/pdf/print-chromium.ts';
import type { Printer } from '../exporters/pdf/printer.ts';
import type { Backend } from '../store/backend.ts';
import { type EventStore, type RestoreOptions, StoreError } from '../store/event-store.ts';
import { embedded, openBackend } from '../store/open.ts';
import type { SecretBox, SecretStore } from '../store/secrets.ts';
import { addressBook, isWildcard, lanAddresses } from './address.ts';
import { createExporter } from './api/api-report.ts';
import { createMetrics } from './api/metrics.ts';
import { createOperator } from './api/operator.ts';
import { randomId } from './auth.ts';
import { type Clock, onStoreTime, systemClock } from './clock.ts';
import { createDoors, type Doors, inviteLinks } from './doors.ts';
import { readHookSecrets } from './hooks/answer.ts';
import { httpHandler } from './http.ts';
import { createListeners } from './listeners.ts';
import { load } from './load.ts';
import type { Room } from './room.ts';
import { socketServer } from './socket.ts';
import { keepTime } from './timekeeper.ts';

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
  /** `sqlite:` (files in `dataDir`), or what is the hub's from then on. */
  store?: string | EventStore | Backend;
  /** With the address of a cluster: files. */
  storeCreds?: string | undefined;
  storeCa?: string | undefined;
  /** The built web client. */
  webDir: string;
  secretBox?: SecretBox;
  clock?: Clock;
  /** Makes the PDF of a report; by default a Chromium of this machine. */
  printer?: Printer;
  /** Opens `/metrics`, beside the invitations of hosts. */
  metricsToken?: string;
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

/** `asOfMs`: when something happened last in it. */
export type RestoredSession = OpenedSession & { asOfMs: number };

export type Hub = {
  readonly url: string;
  readonly port: number;
  listSessions(): Promise<SessionSummary[]>;
  hasSession(sessionId: string): Promise<boolean>;
  createSession(plan: Plan, sessionId?: string): Promise<OpenedSession>;
  openSession(sessionId: string): Promise<OpenedSession>;
  /**
   * Takes in a session file from elsewhere, which stays as it is. Its links are new ones, unless it was this hub's and
   * its file is gone. Rejects with StoreError, and nothing is left of it then. `asOther`: beside the session that it
   * was copied from, which goes on elsewhere (store/beside.ts).
   */
  restoreSession(path: string, options?: RestoreOptions): Promise<RestoredSession>;
  /** Titles of the sessions that were started and have not ended. */
  runningSessions(): string[];
  /** Listens on one more address; returns the URLs under which others find it. */
  listenOn(host: string): Promise<string[]>;
  /**
   * To be called before `close` where the hub goes and others stay: it takes no more clients, and proxies get the time
   * to notice. At once when there is no other.
   */
  drain(): Promise<void>;
  close(): Promise<void>;
};

const SUMMARIES_MAX = 50;

/**
 * Listens and serves until `close`. Makes no folder and appends nothing by itself. Rejects with the system's error when
 * the address or port cannot be had, with StoreError for a store that is not there.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const backend = await backendOf(options);
  const clock = onStoreTime(options.clock ?? systemClock(), backend.time);
  const { store, secrets, peers } = backend;
  const metrics = createMetrics();
  const doors = createDoors({
    store,
    secrets,
    clock,
    backupFolder: join(options.dataDir, 'backups'),
    metrics,
    peers,
  });
  const baseUrl = () => options.publicUrl ?? listeners.urlOf(options.host);
  const addresses = addressBook({
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy ?? false,
    peers: () => peers.urls(),
    listening: () => listeners.hosts(),
  });
  const onRefused = metrics.refused;
  const sockets = socketServer({ doors, addresses, clock, onRefused });
  const { metricsToken } = options;
  const operator = createOperator({ doors, sockets, backend, metrics, clock, metricsToken });
  const listeners = createListeners({
    port: options.port,
    tls: options.tls,
    handler: httpHandler({
      doors,
      addresses,
      peerUrls: () => (peers.others().size > 0 ? peers.urls() : []),
      webDir: options.webDir,
      baseUrl,
      exporter: createExporter(options.printer ?? chromiumPrinter()),
      importing: oneAtATime(),
      hookSecrets: () => readHookSecrets(join(options.dataDir, 'secrets', 'hooks.json')),
      wallMs: () => clock.wallMs(),
      operator,
      onRefused,
    }),
    onServer: (server) => sockets.attach(server),
  });
  try {
    await listeners.listen(options.host);
  } catch (error) {
    // What was handed in may be tried at another port.
    if (backend !== options.store) await backend.close();
    throw error;
  }
  peers.announce(baseUrl());
  const stopTimekeeping = keepTime(clock, () => doors.openRooms());

  return {
    get url() {
      return baseUrl();
    },
    get port() {
      return listeners.port;
    },
    ...sessionsOf({ store, secrets, doors, clock, baseUrl }),
    listenOn: async (host) => {
      // Linux refuses the wildcard while loopback holds the port, so each address gets a server of its own.
      const hosts = isWildcard(host) ? lanAddresses() : [host];
      for (const one of hosts) await listeners.listen(one);
      return hosts.map((address) => listeners.urlOf(address));
    },
    drain: operator.drain,
    close: async () => {
      peers.announce(null);
      stopTimekeeping();
      await doors.close();
      sockets.close();
      listeners.close();
      await backend.close();
    },
  };
}

function backendOf(options: HubOptions): Promise<Backend> | Backend {
  const { store = 'sqlite:', dataDir, secretBox, storeCreds: creds, storeCa: ca } = options;
  if (typeof store === 'string') return openBackend({ address: store, dataDir, secretBox, creds, ca });
  return 'peers' in store ? store : embedded(store, dataDir, secretBox);
}

type Parts = { store: EventStore; secrets: SecretStore; doors: Doors; clock: Clock; baseUrl(): string };
type Sessions = Pick<
  Hub,
  'listSessions' | 'hasSession' | 'createSession' | 'openSession' | 'restoreSession' | 'runningSessions'
>;

/** What can be done with the sessions of this hub, whoever is connected. */
function sessionsOf({ store, secrets, doors, clock, baseUrl }: Parts): Sessions {
  const opened = (room: Room): OpenedSession => ({
    sessionId: room.sessionId,
    title: room.state.session.title,
    invites: inviteLinks(room, baseUrl()),
  });
  return {
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
      const isRestored = await secrets.has(sessionId);
      await secrets.secretOf(sessionId);
      try {
        return opened(await doors.adopt(await store.create(sessionId, [first])));
      } catch (error) {
        // Nothing half-created; but another hub may have made the session meanwhile, with this very secret.
        if (!isRestored && !(await store.has(sessionId))) await secrets.remove(sessionId);
        throw error;
      }
    },
    openSession: async (sessionId) => opened(await doors.room(sessionId)),
    restoreSession: async (path, options) => {
      const log = await store.restore(path, randomId(12), options);
      const { sessionId } = log;
      const hasSecret = await secrets.has(sessionId);
      try {
        const room = await doors.adopt(log);
        return { ...opened(room), asOfMs: room.lastAtMs };
      } catch (error) {
        await store.remove(sessionId);
        if (!hasSecret) await secrets.remove(sessionId);
        throw error instanceof StoreError ? new StoreError(error.code, { ...error.params, path }) : error;
      }
    },
    runningSessions: () =>
      doors
        .openRooms()
        .map((room) => room.state.session)
        .filter((session) => session.startedAtMs !== null && session.endedAtMs === null)
        .map((session) => session.title),
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
