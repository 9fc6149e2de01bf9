import type { SentCommit } from '../../../shared/commit.ts';
import { READ_COMMITS_MAX } from '../../../shared/lib/limits.ts';
import type { Audience } from '../../../shared/lib/vocabulary.ts';
import { redactCommit } from '../../../shared/redact.ts';
import type { SessionLog } from '../../store/event-store.ts';

/** A log up to `lastSeq`, as an audience may see it. */
export async function sentLog(log: SessionLog, lastSeq: number, audience: Audience): Promise<SentCommit[]> {
  const sent: SentCommit[] = [];
  for (let seq = 0; seq < lastSeq; ) {
    const commits = await log.read(seq, READ_COMMITS_MAX);
    for (const commit of commits) {
      const visible = redactCommit(commit, audience, sent.at(-1)?.seq ?? 0);
      if (visible) sent.push(visible);
    }
    seq = commits.at(-1)?.seq ?? lastSeq;
  }
  return sent;
}
