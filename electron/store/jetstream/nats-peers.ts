/**
 * What hubs say to each other through NATS itself, past every log: a heartbeat each second, by which they know of each
 * other, and whatever else is told. Nothing of it is kept; who hears nothing for some seconds forgets.
 */
import { randomBytes } from 'node:crypto';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Heard, Peers } from '../peers.ts';

const HEARTBEAT_MS = 1_000;
/** Three heartbeats may be lost or late. */
const FORGET_MS = 3_500;

const HEARTBEATS = 'evenfloor.hubs';
const TOPICS = 'evenfloor.told';

type Heartbeat = { hubId: string; url: string | null; isGone?: true };
type Told = { from: string; message: unknown };
type Other = { url: string | null; heardAtMs: number };

/** Null for what some other program says under these names. */
function parsed<T>(message: Msg): T | null {
  try {
    return message.json<T>();
  } catch {
    return null;
  }
}

/** Resolves when the server has taken the subscription: whatever others say from then on is heard. */
export async function natsPeers(connection: NatsConnection): Promise<Peers> {
  const hubId = randomBytes(9).toString('base64url');
  const others = new Map<string, Other>();
  const listeners = new Set<() => void>();
  let ownUrl: string | null = null;

  function publish(subject: string, body: Heartbeat | Told): void {
    // A line that is gone for good: there is nobody to be told.
    if (!connection.isClosed()) connection.publish(subject, JSON.stringify(body));
  }

  const beat = () => publish(HEARTBEATS, { hubId, url: ownUrl });

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function heard({ hubId: from, url, isGone }: Heartbeat): void {
    if (from === hubId) return;
    const known = others.get(from);
    if (isGone) {
      if (others.delete(from)) changed();
      return;
    }
    others.set(from, { url, heardAtMs: performance.now() });
    // A newcomer need not wait for the next second to know who is there.
    if (!known) beat();
    if (known?.url !== url) changed();
  }

  function forgetTheSilent(): void {
    const sinceMs = performance.now() - FORGET_MS;
    const silent = [...others].filter(([, { heardAtMs }]) => heardAtMs < sinceMs);
    for (const [id] of silent) others.delete(id);
    if (silent.length > 0) changed();
  }

  function subscribe<T>(subject: string, listener: (body: T) => void): Subscription {
    return connection.subscribe(subject, {
      callback: (error, message) => {
        const body = error ? null : parsed<T>(message);
        if (body !== null) listener(body);
      },
    });
  }

  const heartbeats = subscribe<Heartbeat>(HEARTBEATS, heard);
  const timer = setInterval(() => {
    beat();
    forgetTheSilent();
  }, HEARTBEAT_MS);
  timer.unref();
  beat();
  await connection.flush();

  return {
    hubId,
    announce: (url) => {
      ownUrl = url;
      beat();
      changed();
    },
    urls: () => [ownUrl, ...[...others.values()].map(({ url }) => url)].filter((url) => url !== null).sort(),
    others: () => new Set(others.keys()),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (topic, message) => publish(`${TOPICS}.${topic}`, { from: hubId, message }),
    hear: (topic, listener: Heard) => {
      const told = subscribe<Told>(`${TOPICS}.${topic}`, ({ from, message }) => {
        if (from !== hubId) listener(message, from);
      });
      return () => told.unsubscribe();
    },
    close: async () => {
      clearInterval(timer);
      publish(HEARTBEATS, { hubId, url: null, isGone: true });
      heartbeats.unsubscribe();
      others.clear();
      if (!connection.isClosed()) await connection.flush().catch(() => undefined);
    },
  };
}
