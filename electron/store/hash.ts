/** Whether two logs hold the same, whatever they are kept in. */
import { createHash } from 'node:crypto';
import { READ_COMMITS_MAX } from '../../shared/lib/limits.ts';
import type { SessionLog } from './event-store.ts';

/** SHA-256 over each commit's JSON, a line each, the keys of every object sorted. */
export async function hashOf(log: Pick<SessionLog, 'read'>): Promise<string> {
  const hash = createHash('sha256');
  for (let seq = 0; ; ) {
    const commits = await log.read(seq, READ_COMMITS_MAX);
    for (const commit of commits) hash.update(`${canonical(commit)}\n`);
    seq = commits.at(-1)?.seq ?? seq;
    if (commits.length < READ_COMMITS_MAX) return hash.digest('hex');
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
