/** How a session file is opened. */
import type { DatabaseSync } from 'node:sqlite';
import type { SqliteModule } from './module.ts';

/** One thread serves all sessions: whoever waits for a file that is held does so elsewhere (sqlite.ts). */
const NO_WAIT = 'PRAGMA busy_timeout = 0';

export function openForReading(sqlite: SqliteModule, path: string): DatabaseSync {
  const db = new sqlite.DatabaseSync(path, { readOnly: true });
  return closedOnError(db, () => {
    db.exec(NO_WAIT);
    return db;
  });
}

/** Held by an exclusive lock that the operating system takes back when the process dies. */
export function openForWriting(sqlite: SqliteModule, path: string): DatabaseSync {
  const db = new sqlite.DatabaseSync(path);
  return closedOnError(db, () => {
    db.exec(NO_WAIT);
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    // In exclusive mode the lock is taken by the first write transaction and kept until the file is closed.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  });
}

export function closedOnError<T>(db: DatabaseSync, work: () => T): T {
  try {
    return work();
  } catch (error) {
    db.close();
    throw error;
  }
}
