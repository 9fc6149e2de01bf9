/** Whether two logs hold the same, whatever they are kept in. */
import { createHash } from 'node:crypto';
import type { SessionLog } from './event-store.ts';
import { batchesOf } from './read-all.ts';

/** SHA-256 over each commit's JSON, a line each, the keys of every object sorted. */
export async function hashOf(log: Pick<SessionLog, 'read'>): Promise<string> {
  const hash = createHash('sha256');
  for await (const commits of batchesOf(log)) {
    for (const commit of commits) hash.update(`${canonical(commit)}\n`);
  }
  return hash.digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
