/** Which sessions there are in JetStream: a bucket with a claim for each, so that of several hubs one makes it. */
import { randomBytes } from 'node:crypto';
import { JetStreamApiError } from '@nats-io/jetstream';
import { StoreError } from '../event-store.ts';
import { LOG_STREAM, logSubject, type Streams } from './streams.ts';

/** `hasFirst`: the session is there only once its log has begun. */
type Claim = { logId: string; hasFirst: boolean };

export type SessionClaims = {
  /** The id of the session's log; null when there is no such session. */
  logIdOf(sessionId: string): Promise<string | null>;
  /** For a new session: the id of its log. Rejects with `session-exists` for all but one of those who ask. */
  take(sessionId: string, hasFirst: boolean): Promise<string>;
  /** The ids, that of the session which was written to last before the others. */
  list(): Promise<string[]>;
};

export function sessionClaims({ sessions, jsm }: Streams): SessionClaims {
  async function claimOf(sessionId: string): Promise<(Claim & { revision: number }) | null> {
    const entry = await sessions.get(sessionId);
    if (entry?.operation !== 'PUT') return null;
    return { ...entry.json<Claim>(), revision: entry.revision };
  }

  const lastOf = (sessionId: string) =>
    jsm.streams.getMessage(LOG_STREAM, { last_by_subj: logSubject(sessionId) });

  /** Whoever has died between the claim and the first commit has left nothing that anybody was told of. */
  const isThere = async (claim: Claim | null, sessionId: string) =>
    claim !== null && (!claim.hasFirst || (await lastOf(sessionId)) !== null);

  async function logIdOf(sessionId: string): Promise<string | null> {
    const claim = await claimOf(sessionId);
    return claim && (await isThere(claim, sessionId)) ? claim.logId : null;
  }

  return {
    logIdOf,
    async take(sessionId, hasFirst) {
      const before = await claimOf(sessionId);
      if (await isThere(before, sessionId)) throw new StoreError('session-exists', { path: sessionId });
      // Whoever has claimed it may be about to begin: the log's id is the same, whichever of the two is first.
      const logId = before?.logId ?? randomBytes(16).toString('base64url');
      const record = JSON.stringify({ logId, hasFirst } satisfies Claim);
      try {
        if (before) await sessions.update(sessionId, record, before.revision);
        else await sessions.create(sessionId, record);
      } catch (error) {
        if (error instanceof JetStreamApiError) throw new StoreError('session-exists', { path: sessionId });
        throw error;
      }
      return logId;
    },
    async list() {
      const ids: string[] = [];
      for await (const id of await sessions.keys()) ids.push(id);
      const found = await Promise.all(
        ids.map(async (id) => {
          const last = await lastOf(id);
          const isSession = last !== null || (await logIdOf(id)) !== null;
          return { id, isSession, atMs: last?.time.getTime() ?? 0 };
        }),
      );
      return found
        .filter(({ isSession }) => isSession)
        .toSorted((a, b) => b.atMs - a.atMs)
        .map(({ id }) => id);
    },
  };
}
