/** A log whose store is on other machines, with all its commits on this one too: the line may be cut. */
import type { Commit } from '../../shared/commit.ts';
import { type SessionLog, StoreError } from './event-store.ts';
import { batchesOf } from './read-all.ts';
import { writeCopy } from './workshop.ts';

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
