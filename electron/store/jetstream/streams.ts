/**
 * What stands in JetStream, by name. One stream holds the logs of all sessions, one subject each; one holds the contacts,
 * apart from them, since they must be erasable; buckets hold what is found by a key.
 *
 * An acknowledged publish is on the disks of a majority of the replicas as far as the servers sync: a default server
 * syncs every two minutes, `sync_interval: always` makes it sync before it answers.
 */
import {
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';
import { type KV, Kvm } from '@nats-io/kv';
import { type ObjectStore, Objm } from '@nats-io/obj';
import type { NatsConnection } from '@nats-io/transport-node';

export const LOG_STREAM = 'evenfloor_log';
export const CONTACT_STREAM = 'evenfloor_contacts';
/** All there are; a bucket is a stream too. */
const STREAMS = [
  LOG_STREAM,
  CONTACT_STREAM,
  'KV_evenfloor_sessions',
  'KV_evenfloor_pulses',
  'KV_evenfloor_secrets',
  'OBJ_evenfloor_snapshots',
];

/** A session id is a token of a subject as it is. */
export const logSubject = (sessionId: string) => `evenfloor.log.${sessionId}`;
export const contactSubject = (sessionId: string, contactId: string) =>
  `evenfloor.contact.${sessionId}.${Buffer.from(contactId).toString('base64url')}`;

export type Streams = {
  connection: NatsConnection;
  js: JetStreamClient;
  jsm: JetStreamManager;
  /** By session: that it exists, and its log's id. */
  sessions: KV;
  pulses: KV;
  secrets: KV;
  snapshots: ObjectStore;
  /** What one message may hold. */
  bytesMax: number;
};

/** Three where there are three servers or more: one may die. */
const REPLICAS_MAX = 3;
const BYTES_MAX_DEFAULT = 1024 * 1024;
/** Headers, and what the server adds. */
const OVERHEAD_BYTES = 4 * 1024;

/** https://github.com/nats-io/nats-server/blob/main/server/errors.json: the stream is there, and otherwise. */
const STREAM_IS_THERE = 10_058;

/** Makes what is missing; several hubs may do so at once, and one of the servers may be down. */
export async function openStreams(connection: NatsConnection): Promise<Streams> {
  const [js, jsm] = [jetstream(connection), await jetstreamManager(connection)];
  const servers = new Set([connection.getServer(), ...(connection.info?.connect_urls ?? [])]);
  const replicas = servers.size >= REPLICAS_MAX ? REPLICAS_MAX : 1;
  const stream = { storage: 'file' as const, num_replicas: replicas, allow_direct: true };
  await makeStream(jsm, { ...stream, name: LOG_STREAM, subjects: [logSubject('*')] });
  await makeStream(jsm, {
    ...stream,
    name: CONTACT_STREAM,
    subjects: ['evenfloor.contact.>'],
    max_msgs_per_subject: 1,
  });
  const kvm = new Kvm(js);
  const bucket = (name: string) => kvm.create(`evenfloor_${name}`, { replicas, history: 1 });
  const [sessions, pulses, secrets] = [
    await bucket('sessions'),
    await bucket('pulses'),
    await bucket('secrets'),
  ];
  const snapshots = await new Objm(js).create('evenfloor_snapshots', { replicas });
  for (const name of STREAMS) await replicate(jsm, name, replicas);
  return {
    connection,
    js,
    jsm,
    sessions,
    pulses,
    secrets,
    snapshots,
    bytesMax: (connection.info?.max_payload ?? BYTES_MAX_DEFAULT) - OVERHEAD_BYTES,
  };
}

async function makeStream(
  jsm: JetStreamManager,
  config: { name: string } & Partial<StreamConfig>,
): Promise<void> {
  try {
    await jsm.streams.add(config);
  } catch (error) {
    // Made when another number of servers was seen.
    if (!(error instanceof JetStreamApiError) || error.code !== STREAM_IS_THERE) throw error;
  }
}

/** Made when fewer servers were there: one may die from now on. Never fewer, since one that is down comes back. */
async function replicate(jsm: JetStreamManager, name: string, replicas: number): Promise<void> {
  const { config } = await jsm.streams.info(name);
  if (config.num_replicas >= replicas) return;
  // What the servers cannot do at the moment is tried again by whichever hub starts next.
  await jsm.streams.update(name, { num_replicas: replicas }).catch(() => undefined);
}
