/** A session file from elsewhere, taken in as a log of its own. Runs in the worker thread (sqlite-worker.ts). */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Damage } from './event-store.ts';
import { closedOnError, openForWriting } from './sqlite-connection.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { about } from './sqlite-header.ts';
import type { SqliteModule } from './sqlite-module.ts';
import { renewLogId, SUFFIX, transaction } from './sqlite-tables.ts';

/** The first commit of every session (hub.ts); nothing else in a file says which it is. */
const CREATED = /^create\.([A-Za-z0-9][\w-]{0,63})$/;

export type RestoreOrder = { from: string; folder: string; otherId: string };
export type Restored = { sessionId: string; file: SqliteFile };

/**
 * Works on a copy beside the sessions, so that the file stays as it is, and another than a whole session never has a
 * session's name. What waits in a write-ahead log beside the file comes along.
 */
export function restoreSqliteFile(sqlite: SqliteModule, { from, folder, otherId }: RestoreOrder): Restored {
  const workshop = mkdtempSync(join(folder, '.restoring-'));
  const staged = join(workshop, `staged${SUFFIX}`);
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(from + suffix)) copyFileSync(from + suffix, staged + suffix);
    }
    const { damage } = recovered(sqlite, staged);
    const ownId = renamed(sqlite, staged);
    const pathOf = (sessionId: string) => join(folder, sessionId + SUFFIX);
    const sessionId = ownId !== null && !existsSync(pathOf(ownId)) ? ownId : otherId;
    renameSync(staged, pathOf(sessionId));
    const file = openSqliteFile(sqlite, pathOf(sessionId), false);
    return { sessionId, file: { ...file, damage: damage && { ...damage, keptAs: basename(from) } } };
  } catch (error) {
    throw about(error, from);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Every page and commit is looked at, and what is damaged recovered. */
function recovered(sqlite: SqliteModule, path: string): { damage: Damage | null } {
  const file = openSqliteFile(sqlite, path, false);
  file.close();
  return file;
}

/** Another log from now on, so that no screen takes it for the one that it knows; says whose it is, if it can tell. */
function renamed(sqlite: SqliteModule, path: string): string | null {
  const db = openForWriting(sqlite, path);
  const sessionId = closedOnError(db, () => {
    transaction(db, () => renewLogId(db));
    return sessionIdIn(db);
  });
  db.close();
  return sessionId;
}

function sessionIdIn(db: DatabaseSync): string | null {
  const first = db.prepare('SELECT command_id FROM commits WHERE seq = 1').get();
  return CREATED.exec(String(first?.command_id))?.[1] ?? null;
}
