/**
 * One session, one SQLite file: WAL, full sync, held for writing by an exclusive lock that the operating system
 * takes back when the process dies. Runs in the worker thread (sqlite-worker.ts); everything here is synchronous.
 */
import { existsSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type ContactRow, type Damage, StoreError } from '../event-store.ts';
import { closedOnError, openForReading, openForWriting } from './connection.ts';
import { copySqliteFile } from './copy.ts';
import type { SqliteModule } from './module.ts';
import { mustBeWhole, recover } from './recovery.ts';
import { breakSeal, isAsSealed, seal } from './seal.ts';
import {
  checksum,
  contactsOf,
  hasContacts,
  loadSnapshot,
  makeTables,
  metaOf,
  PULSE,
  PULSE_SUM,
  putContact,
  putMeta,
  type Row,
  readLogId,
  rowWriter,
  SIDE_FILES,
  saveSnapshot,
  transaction,
} from './tables.ts';

export type SqliteFile = {
  logId: string;
  damage: Damage | null;
  read(afterSeq: number, limit: number): string[];
  append(rows: readonly Row[]): { kind: 'appended' | 'conflict' } | { kind: 'duplicate'; commandId: string };
  saveSnapshot(body: string): void;
  loadSnapshot(): string | null;
  savePulse(body: string): void;
  loadPulse(): string | null;
  putContact(contactId: string, body: string): void;
  eraseContact(contactId: string): void;
  contacts(): ContactRow[];
  copy(path: string, contacts: boolean): Promise<void>;
  close(): void;
};

export function createSqliteFile(sqlite: SqliteModule, path: string, first: readonly Row[]): SqliteFile {
  if (existsSync(path)) throw new StoreError('session-exists', { path });
  try {
    return guarded(path, () => {
      const db = openForWriting(sqlite, path);
      transaction(db, () => {
        makeTables(db);
        first.forEach(rowWriter(db));
      });
      return sessionFile(sqlite, db, path, readLogId(db, path));
    });
  } catch (error) {
    for (const suffix of ['', ...SIDE_FILES]) rmSync(path + suffix, { force: true });
    throw error;
  }
}

/** One that is damaged is recovered, unless it is only read: the damaged file is then kept beside it. */
export function openSqliteFile(sqlite: SqliteModule, path: string, readOnly: boolean): SqliteFile {
  if (!existsSync(path)) throw new StoreError('no-such-session', { path });
  return guarded(path, () => {
    if (readOnly) {
      const db = openForReading(sqlite, path);
      return closedOnError(db, () => sessionFile(sqlite, db, path, readLogId(db, path), true));
    }
    try {
      return openWhole(sqlite, path);
    } catch (error) {
      const problem = asStoreError(error, path);
      const damage = problem.code === 'damaged' ? recover(sqlite, path) : null;
      if (!damage) throw problem;
      return { ...openWhole(sqlite, path), damage };
    }
  });
}

/** Looked at before it is opened for writing: a file that is not ours is left as it is. */
function openWhole(sqlite: SqliteModule, path: string): SqliteFile {
  const isWhole = isAsSealed(path);
  const reader = openForReading(sqlite, path);
  const logId = closedOnError(reader, () => readLogId(reader, path));
  reader.close();
  const db = openForWriting(sqlite, path);
  return closedOnError(db, () => {
    if (!isWhole) mustBeWhole(db, path);
    breakSeal(path);
    return sessionFile(sqlite, db, path, logId);
  });
}

function sessionFile(
  sqlite: SqliteModule,
  db: DatabaseSync,
  path: string,
  logId: string,
  isReadOnly = false,
): SqliteFile {
  const readRows = db.prepare('SELECT seq, body, sum FROM commits WHERE seq > ? ORDER BY seq LIMIT ?');
  const maxSeq = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM commits');
  // What is open for writing is held by an exclusive lock: nobody else makes it longer.
  let lastSeq = Number(maxSeq.get()?.seq);
  const hasCommand = db.prepare('SELECT 1 FROM commits WHERE command_id = ?');
  const write = rowWriter(db);
  return {
    logId,
    damage: null,
    read: (afterSeq, limit) =>
      guarded(path, () => {
        let expected = afterSeq;
        return readRows.all(afterSeq, limit).map((row) => {
          expected += 1;
          const [seq, body, sum] = [Number(row.seq), String(row.body), Number(row.sum)];
          if (seq !== expected || sum !== checksum(seq, body)) {
            throw new StoreError('damaged', { path, seq: expected });
          }
          return body;
        });
      }),
    append: (rows) =>
      guarded(path, () => {
        const [first, ...more] = rows;
        if (first?.seq !== lastSeq + 1) return { kind: 'conflict' };
        try {
          if (more.length > 0) transaction(db, () => rows.forEach(write));
          else write(first);
        } catch (error) {
          if (!isTaken(error)) throw error;
          lastSeq = Number(maxSeq.get()?.seq);
          const twice = rows.find((row) => hasCommand.get(row.commandId) !== undefined);
          if (twice) return { kind: 'duplicate', commandId: twice.commandId };
          throw error;
        }
        lastSeq += rows.length;
        return { kind: 'appended' };
      }),
    saveSnapshot: (body) => guarded(path, () => saveSnapshot(db, body)),
    loadSnapshot: () => guarded(path, () => loadSnapshot(db)),
    savePulse: (body) =>
      guarded(path, () =>
        transaction(db, () => {
          putMeta(db, PULSE, body);
          putMeta(db, PULSE_SUM, String(checksum(0, body)));
        }),
      ),
    loadPulse: () => guarded(path, () => loadPulse(db)),
    putContact: (contactId, body) => guarded(path, () => putContact(db, contactId, body)),
    eraseContact: (contactId) => guarded(path, () => eraseContact(db, contactId)),
    contacts: () => guarded(path, () => contactsOf(db)),
    copy: (to, contacts) =>
      copySqliteFile(sqlite, db, { path: to, contacts }).catch((error: unknown) => {
        throw asStoreError(error, to);
      }),
    close: () => {
      db.close();
      if (!isReadOnly) seal(path);
    },
  };
}

/** Null when there is none, or one that was changed; files of older versions keep no sum of it. */
function loadPulse(db: DatabaseSync): string | null {
  const meta = metaOf(db);
  const [body, sum] = [meta.get(PULSE), meta.get(PULSE_SUM)];
  if (body === undefined || (sum !== undefined && Number(sum) !== checksum(0, body))) return null;
  return body;
}

/** Overwritten where it stood, and out of the write-ahead log too: an erased address is not to be found in the files. */
function eraseContact(db: DatabaseSync, contactId: string): void {
  if (!hasContacts(db)) return;
  db.exec('PRAGMA secure_delete = ON');
  db.prepare('DELETE FROM contacts WHERE contact_id = ?').run(contactId);
  db.exec('PRAGMA secure_delete = OFF');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** A number or a command that is in the file already. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes('constraint failed');
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/**
 * ERROR, CORRUPT, SCHEMA, TOOBIG, MISMATCH, FORMAT, NOTADB: what is asked is always the same, so that a question that is not
 * understood is a file that has lost its tables.
 */
const DAMAGED = [1, 11, 17, 18, 20, 24, 26];

/** SQLite's primary result codes are the low byte of the extended ones. */
function asStoreError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = Number((error as { errcode?: number }).errcode ?? 0) & 0xff;
  if (code === 5 || code === 6 || /locked|busy/i.test(message)) {
    return new StoreError('session-held', { path });
  }
  if (DAMAGED.includes(code)) {
    return new StoreError('damaged', { path, why: message });
  }
  return new StoreError('cannot-write', { path, why: message });
}
