/** A log whose store is on other machines, with all its commits on this one too: the line may be cut. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commit } from '../../shared/commit.ts';
import { type ContactRow, type SessionLog, StoreError } from './event-store.ts';
import { batchesOf } from './read-all.ts';
import { sqliteStore } from './sqlite.ts';

/** Reads the log once. From then on a copy without contacts is to be had whatever becomes of the line. */
export async function mirrored(log: SessionLog): Promise<SessionLog> {
  const mirror = new Map<number, Commit>();
  const keep = (commits: readonly Commit[]) => {
    for (const commit of commits) mirror.set(commit.seq, commit);
  };
  // First of all: what is appended while the log is read is in one or the other.
  log.follow(keep);
  for await (const commits of batchesOf(log)) keep(commits);
  return {
    ...log,
    copy: async (path, options) => {
      const fromMirror = () =>
        writeCopy(
          log.sessionId,
          [...mirror.values()].toSorted((a, b) => a.seq - b.seq),
          path,
        );
      // Nobody waits for what is known not to answer.
      if (log.line && !log.line.isUp && !options.contacts) return fromMirror();
      try {
        await log.copy(path, options);
      } catch (error) {
        if (!(error instanceof StoreError) || options.contacts) throw error;
        await fromMirror();
      }
    },
  };
}

/** A session file of what is given, with a `logId` of its own. */
export async function writeCopy(
  sessionId: string,
  commits: readonly Commit[],
  path: string,
  contacts: readonly ContactRow[] = [],
): Promise<void> {
  const workshop = await mkdtemp(join(tmpdir(), 'evenfloor-'));
  const store = sqliteStore(workshop);
  try {
    const log = await store.create(sessionId, commits);
    for (const { contactId, body } of contacts) await log.putContact(contactId, body);
    await log.copy(path, { contacts: contacts.length > 0 });
    await log.close();
  } finally {
    await store.close();
    await rm(workshop, { recursive: true, force: true });
  }
}
