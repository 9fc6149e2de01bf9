import type { Commit } from '../../shared/commit.ts';
import { READ_COMMITS_MAX } from '../../shared/lib/limits.ts';
import type { SessionLog } from './event-store.ts';

type Readable = Pick<SessionLog, 'read'>;

/** A whole log, in the batches in which it is read; nobody has to have all of it at once. */
export async function* batchesOf(log: Readable): AsyncGenerator<Commit[]> {
  for (let seq = 0; ; ) {
    const commits = await log.read(seq, READ_COMMITS_MAX);
    if (commits.length > 0) yield commits;
    if (commits.length < READ_COMMITS_MAX) return;
    seq = commits.at(-1)?.seq ?? seq;
  }
}

export async function readAll(log: Readable): Promise<Commit[]> {
  const all: Commit[] = [];
  for await (const commits of batchesOf(log)) all.push(...commits);
  return all;
}
