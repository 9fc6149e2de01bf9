/** What can be said of a file from elsewhere before anything is made for it. */
import { open } from 'node:fs/promises';
import { StoreError } from '../event-store.ts';

/** https://www.sqlite.org/fileformat.html, 1.3.1 */
const MAGIC = 'SQLite format 3\0';

/** Rejects with StoreError for a file that is not there, cannot be read or is something else. */
export async function mustBeSqlite(path: string): Promise<void> {
  const begin = Buffer.alloc(MAGIC.length);
  try {
    const file = await open(path, 'r');
    await file.read(begin, 0, MAGIC.length, 0).finally(() => file.close());
  } catch (error) {
    throw about(error, path);
  }
  if (begin.toString('latin1') !== MAGIC) throw new StoreError('no-session-file', { path });
}

/** As a trouble with the file that somebody has chosen, whatever copy of it was being read. */
export function about(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return new StoreError(error.code, { ...error.params, path });
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new StoreError('no-such-session', { path });
  return new StoreError('cannot-write', { path, why: code ?? String(error) });
}
