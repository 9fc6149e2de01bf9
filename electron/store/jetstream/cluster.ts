/** Everything that hubs share in a NATS cluster, over one connection. Imported only where such an address is given. */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import {
  AuthorizationError,
  connect,
  credsAuthenticator,
  type NatsConnection,
} from '@nats-io/transport-node';
import { must } from '../../../shared/lib/assert.ts';
import { clusterOf, shown } from '../address.ts';
import type { Backend, BackendOptions } from '../backend.ts';
import { StoreError } from '../event-store.ts';
import { SECRET_BYTES } from '../secrets.ts';
import { storeTime } from './clock.ts';
import { watchLine } from './line.ts';
import { natsPeers } from './nats-peers.ts';
import { bucketSecrets, jetStreamStore } from './store.ts';
import { openStreams } from './streams.ts';

const CONNECT_MS_MAX = 5_000;
/** A server that has died without a word is noticed by then. */
const PING_INTERVAL_MS = 2_000;
const RECONNECT_MS = 250;
const READY_MS_MAX = 40_000;
const RETRY_MS = 500;

/** Rejects with StoreError where nobody answers, nobody is let in, or nothing is kept. */
export async function openCluster(options: BackendOptions): Promise<Backend> {
  const connection = await connected(options);
  try {
    const streams = await whenReady(connection, () => openStreams(connection));
    const line = watchLine(connection);
    const time = await whenReady(connection, () => storeTime(streams));
    const peers = await natsPeers(connection);
    const store = jetStreamStore(streams, line);
    return {
      store,
      secrets: bucketSecrets(streams, line, SECRET_BYTES),
      peers,
      time,
      close: async () => {
        time.stop();
        await store.close();
        await peers.close();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw refusal(options.address, error, connection);
  }
}

async function connected({ address, creds, ca }: BackendOptions): Promise<NatsConnection> {
  const { isTls, servers, account } = must(clusterOf(address), 'an address of a cluster');
  const [key, authority] = await Promise.all([creds, ca].map((path) => (path ? readFile(path) : undefined)));
  try {
    return await connect({
      servers,
      ...account,
      ...(key && { authenticator: credsAuthenticator(key) }),
      ...((isTls || authority) && { tls: authority ? { ca: String(authority) } : {} }),
      name: 'evenfloor',
      timeout: CONNECT_MS_MAX,
      pingInterval: PING_INTERVAL_MS,
      maxPingOut: 2,
      maxReconnectAttempts: -1,
      reconnectTimeWait: RECONNECT_MS,
    });
  } catch (error) {
    throw refusal(address, error);
  }
}

/** Servers that start together take some seconds to agree on who leads; until then they do not answer. */
async function whenReady<T>(connection: NatsConnection, open: () => Promise<T>): Promise<T> {
  const untilMs = performance.now() + READY_MS_MAX;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (isDefinite(error, connection) || performance.now() > untilMs) throw error;
      await wait(RETRY_MS);
    }
  }
}

/** JetStream is not switched on there, or not for this account. */
function isDefinite(error: unknown, connection: NatsConnection): boolean {
  return keepsNothing(error, connection) || (error instanceof Error && /permission/i.test(error.message));
}

/** The client says the same of servers that do keep something, while nobody leads them. */
function keepsNothing(error: unknown, { info }: NatsConnection): boolean {
  if (!(error instanceof Error) || !/jetstream (?:is )?not enabled/i.test(error.message)) return false;
  return !info?.jetstream || /for account/i.test(error.message);
}

function refusal(address: string, error: unknown, connection?: NatsConnection): StoreError {
  if (error instanceof StoreError) return error;
  const path = shown(address);
  if (error instanceof AuthorizationError) return new StoreError('cluster-refuses', { path });
  const why = error instanceof Error ? error.message : String(error);
  return connection && keepsNothing(error, connection)
    ? new StoreError('no-jetstream', { path })
    : new StoreError('no-cluster', { path, why });
}
