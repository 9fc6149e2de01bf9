/** Session files that are there for one piece of work. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commit } from '../../shared/commit.ts';
import type { ContactRow, EventStore } from './event-store.ts';
import { sqliteStore } from './sqlite/store.ts';

/** Does `work` with a store of its own, of which nothing is left afterwards. */
export async function inWorkshop<T>(work: (store: EventStore) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'evenfloor-'));
  try {
    const store = sqliteStore(folder);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A session file of what is given, with a `logId` of its own. */
export function writeCopy(
  sessionId: string,
  commits: readonly Commit[],
  path: string,
  contacts: readonly ContactRow[] = [],
): Promise<void> {
  return inWorkshop(async (store) => {
    const log = await store.create(sessionId, commits);
    for (const { contactId, body } of contacts) await log.putContact(contactId, body);
    await log.copy(path, { contacts: contacts.length > 0 });
    await log.close();
  });
}
