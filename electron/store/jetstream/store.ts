/** Sessions in JetStream: how one comes and goes. */
import { randomBytes } from 'node:crypto';
import { JetStreamApiError } from '@nats-io/jetstream';
import type { Commit } from '../../../shared/commit.ts';
import { must } from '../../../shared/lib/assert.ts';
import { type EventStore, type SessionLog, StoreError } from '../event-store.ts';
import { hashOf } from '../hash.ts';
import { readAll } from '../read-all.ts';
import { inWorkshop } from '../workshop.ts';
import { sessionClaims } from './claims.ts';
import type { WatchedLine } from './line.ts';
import { CommitStream } from './log.ts';
import { asked, askedAgain, jetStreamLog, markKey, readMark } from './session-log.ts';
import { CONTACT_STREAM, contactSubject, LOG_STREAM, logSubject, type Streams } from './streams.ts';

/** So many commits of a file go into one message. */
const RESTORED_BATCH = 200;

export function jetStreamStore(streams: Streams, line: WatchedLine): EventStore {
  const held = new Set<SessionLog>();
  const claims = sessionClaims(streams);

  async function hold(sessionId: string, logId: string): Promise<SessionLog> {
    const commits = await CommitStream.open(streams, line, sessionId, await readMark(streams, sessionId));
    const log = jetStreamLog(streams, line, { sessionId, logId, commits });
    held.add(log);
    return {
      ...log,
      close: async () => {
        held.delete(log);
        await log.close();
      },
    };
  }

  async function create(sessionId: string, first: readonly Commit[] = []): Promise<SessionLog> {
    const log = await hold(sessionId, await claims.take(sessionId, first.length > 0));
    try {
      if (first.length > 0 && (await log.append(first)).kind !== 'appended') {
        throw new StoreError('session-exists', { path: sessionId });
      }
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  async function remove(sessionId: string): Promise<void> {
    await streams.sessions.purge(sessionId);
    await streams.jsm.streams.purge(LOG_STREAM, { filter: logSubject(sessionId) });
    await streams.jsm.streams.purge(CONTACT_STREAM, { filter: contactSubject(sessionId, '').concat('*') });
    await streams.pulses.purge(sessionId);
    await streams.pulses.purge(markKey(sessionId));
    await streams.snapshots.delete(sessionId);
  }

  /** Everything of `from`, under another id or its own; what has arrived is compared with what was sent. */
  async function moveIn(from: SessionLog, sessionId: string): Promise<SessionLog> {
    const commits = await readAll(from);
    const log = await create(sessionId, commits.slice(0, RESTORED_BATCH));
    try {
      for (let at = RESTORED_BATCH; at < commits.length; at += RESTORED_BATCH) {
        const { kind } = await log.append(commits.slice(at, at + RESTORED_BATCH));
        if (kind !== 'appended') throw new StoreError('cannot-write', { why: kind, seq: at + 1 });
      }
      for (const { contactId, body } of await from.contacts()) await log.putContact(contactId, body);
      const pulse = await from.loadPulse();
      if (pulse) await log.savePulse(pulse);
      if ((await hashOf(log)) !== (await hashOf(from))) throw new StoreError('damaged', { path: sessionId });
      return { ...log, damage: from.damage };
    } catch (error) {
      await log.close();
      await remove(sessionId);
      throw error;
    }
  }

  return {
    create: (sessionId, first) => asked(() => create(sessionId, first)),
    open: (sessionId) =>
      askedAgain(line, async () => {
        const logId = await claims.logIdOf(sessionId);
        if (logId === null) throw new StoreError('no-such-session', { path: sessionId });
        return hold(sessionId, logId);
      }),
    has: (sessionId) => askedAgain(line, async () => (await claims.logIdOf(sessionId)) !== null),
    list: () => askedAgain(line, claims.list),
    remove: (sessionId) => asked(() => remove(sessionId)),
    restore: (path, otherId, options) =>
      inWorkshop(async (files) => {
        const file = await files.restore(path, otherId);
        return await asked(async () => {
          const isTaken = options?.asOther || (await claims.logIdOf(file.sessionId)) !== null;
          return moveIn(file, isTaken ? otherId : file.sessionId);
        });
      }),
    close: async () => {
      for (const log of held) await log.close();
      held.clear();
    },
  };
}

/** The one secret of each session, whichever hub asks: the first to make it has made it for all. */
export function bucketSecrets({ secrets }: Streams, line: WatchedLine, secretBytes: number) {
  const read = async (sessionId: string) => {
    const entry = await secrets.get(sessionId);
    return entry?.operation === 'PUT' ? Buffer.from(entry.value) : null;
  };
  return {
    secretOf: (sessionId: string) =>
      askedAgain(line, async () => {
        const known = await read(sessionId);
        if (known) return known;
        await secrets.create(sessionId, randomBytes(secretBytes)).catch((error: unknown) => {
          // Another hub was first: its own counts.
          if (!(error instanceof JetStreamApiError)) throw error;
        });
        return must(await read(sessionId), 'a secret');
      }),
    has: (sessionId: string) => askedAgain(line, async () => (await read(sessionId)) !== null),
    remove: (sessionId: string) => asked(() => secrets.purge(sessionId)),
  };
}
