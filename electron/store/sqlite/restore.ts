/** A session file from elsewhere, taken in as a log of its own. Runs in the worker thread (sqlite-worker.ts). */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RestoreOptions } from '../event-store.ts';
import { openSqliteFile, type SqliteFile } from './file.ts';
import { about } from './header.ts';
import type { SqliteModule } from './module.ts';
import { SUFFIX } from './tables.ts';

/** The first commit of every session (hub.ts); nothing else in a file says which it is. */
const CREATED = /^create\.([A-Za-z0-9][\w-]{0,63})$/;

export type RestoreOrder = RestoreOptions & { from: string; folder: string; otherId: string };
export type Restored = { sessionId: string; file: SqliteFile };

/**
 * What can be recovered of a copy beside the sessions is written anew: so the file stays as it is, another than a whole
 * session never has a session's name, and nothing but commits and contacts is believed. What waits in a write-ahead log
 * beside the file comes along.
 */
export async function restoreSqliteFile(
  sqlite: SqliteModule,
  { from, folder, otherId, asOther = false }: RestoreOrder,
): Promise<Restored> {
  const workshop = mkdtempSync(join(folder, '.restoring-'));
  const staged = join(workshop, `staged${SUFFIX}`);
  const pathOf = (sessionId: string) => join(folder, sessionId + SUFFIX);
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(from + suffix)) copyFileSync(from + suffix, staged + suffix);
    }
    const found = openSqliteFile(sqlite, staged, false);
    const ownId = sessionIdIn(found);
    const isFree = ownId !== null && !asOther && !existsSync(pathOf(ownId));
    const sessionId = isFree ? ownId : otherId;
    try {
      await found.copy(pathOf(sessionId), true);
    } finally {
      found.close();
    }
    const { damage } = found;
    const file = openSqliteFile(sqlite, pathOf(sessionId), false);
    return { sessionId, file: { ...file, damage: damage && { ...damage, keptAs: basename(from) } } };
  } catch (error) {
    throw about(error, from);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Null where the first commit is lost. */
function sessionIdIn(file: SqliteFile): string | null {
  try {
    const [first = '{}'] = file.read(0, 1);
    return CREATED.exec(String(JSON.parse(first).commandId))?.[1] ?? null;
  } catch {
    return null;
  }
}
