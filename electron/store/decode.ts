/** What every store keeps as JSON, read back. Apart from the stores, so that SQLite's thread loads no schemas. */
import { z } from 'zod';
import type { Commit } from '../../shared/commit.ts';
import { commitSchema } from '../../shared/commit.ts';
import { absenceSchema } from '../../shared/domain/session/schema.ts';
import { type Pulse, StoreError } from './event-store.ts';

const pulse = z.object({ atMs: z.number(), absences: z.array(absenceSchema) });

/** As this version knows it; throws StoreError for what a newer one has written. */
export function decodeCommit(body: string, seq: number): Commit {
  return readCommit(JSON.parse(body), seq);
}

/** The same, of what is out of its JSON already. */
export function readCommit(value: unknown, seq: number): Commit {
  const read = commitSchema.safeParse(value);
  if (!read.success) {
    throw new StoreError('log-newer', { seq, why: read.error.issues[0]?.path.join('.') });
  }
  return read.data;
}

/** A cache like the snapshot: one that this version cannot read is none. */
export function decodePulse(body: string): Pulse | null {
  try {
    return pulse.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
