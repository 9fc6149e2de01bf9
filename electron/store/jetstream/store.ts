/** Sessions in JetStream: which there are, and how one comes and goes. */
import { randomBytes } from 'node:crypto';
import { JetStreamApiError } from '@nats-io/jetstream';
import type { Commit } from '../../../shared/commit.ts';
import { must } from '../../../shared/lib/assert.ts';
import { type EventStore, type SessionLog, StoreError } from '../event-store.ts';
import { hashOf } from '../hash.ts';
import { readAll } from '../read-all.ts';
import { inWorkshop } from '../workshop.ts';
import type { WatchedLine } from './line.ts';
import { CommitStream } from './log.ts';
import { asked, askedAgain, jetStreamLog, markKey, readMark } from './session-log.ts';
import { CONTACT_STREAM, contactSubject, LOG_STREAM, logSubject, type Streams } from './streams.ts';

/** What stands in the bucket of sessions; `hasFirst`: it is there only once its log has begun. */
type Claim = { logId: string; hasFirst: boolean };

/** So many commits of a file go into one message. */
const RESTORED_BATCH = 200;

export function jetStreamStore(streams: Streams, line: WatchedLine): EventStore {
  const held = new Set<SessionLog>();

  async function claimOf(sessionId: string): Promise<(Claim & { revision: number }) | null> {
    const entry = await streams.sessions.get(sessionId);
    if (entry?.operation !== 'PUT') return null;
    return { ...entry.json<Claim>(), revision: entry.revision };
  }

  const hasBegun = async (sessionId: string) =>
    (await streams.jsm.streams.getMessage(LOG_STREAM, { last_by_subj: logSubject(sessionId) })) !== null;

  /** Whoever has died between the claim and the first commit has left nothing that anybody was told of. */
  async function isThere(sessionId: string): Promise<boolean> {
    const claim = await claimOf(sessionId);
    return claim !== null && (!claim.hasFirst || (await hasBegun(sessionId)));
  }

  /** Of several hubs that make the same session one does. */
  async function claim(sessionId: string, hasFirst: boolean): Promise<string> {
    const before = await claimOf(sessionId);
    if (before && (await isThere(sessionId))) throw new StoreError('session-exists', { path: sessionId });
    // Whoever has claimed it may be about to begin: the log's id is the same, whichever of the two is first.
    const logId = before?.logId ?? randomBytes(16).toString('base64url');
    const record = JSON.stringify({ logId, hasFirst } satisfies Claim);
    try {
      if (before) await streams.sessions.update(sessionId, record, before.revision);
      else await streams.sessions.create(sessionId, record);
    } catch (error) {
      if (error instanceof JetStreamApiError) throw new StoreError('session-exists', { path: sessionId });
      throw error;
    }
    return logId;
  }

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
    const log = await hold(sessionId, await claim(sessionId, first.length > 0));
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
        const found = await claimOf(sessionId);
        if (!found || !(await isThere(sessionId)))
          throw new StoreError('no-such-session', { path: sessionId });
        return hold(sessionId, found.logId);
      }),
    has: (sessionId) => askedAgain(line, () => isThere(sessionId)),
    list: () =>
      askedAgain(line, async () => {
        const ids: string[] = [];
        for await (const id of await streams.sessions.keys()) ids.push(id);
        const found = await Promise.all(
          ids.map(async (id) => {
            const last = await streams.jsm.streams.getMessage(LOG_STREAM, { last_by_subj: logSubject(id) });
            return { id, isThere: last !== null || (await isThere(id)), atMs: last?.time.getTime() ?? 0 };
          }),
        );
        return found
          .filter(({ isThere }) => isThere)
          .toSorted((a, b) => b.atMs - a.atMs)
          .map(({ id }) => id);
      }),
    remove: (sessionId) => asked(() => remove(sessionId)),
    restore: (path, otherId, options) =>
      inWorkshop(async (files) => {
        const file = await files.restore(path, otherId);
        return await asked(async () => {
          const isTaken = options?.asOther || (await isThere(file.sessionId));
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
