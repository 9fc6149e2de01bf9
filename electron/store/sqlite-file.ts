/**
 * One session, one SQLite file: WAL, full sync, held for writing by an exclusive lock that the operating system
 * takes back when the process dies. Runs in the worker thread (sqlite-worker.ts); everything here is synchronous.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { type ContactRow, StoreError } from './event-store.ts';
import type { SqliteModule } from './sqlite-module.ts';

/** Raised when the file's tables or the meaning of a commit change; a newer file is refused. */
const FORMAT = 1;

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE commits (
    seq INTEGER PRIMARY KEY, command_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, sum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE snapshot (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
`;

/** Made when the first one is left: files of older versions have none. */
const CONTACTS =
  'CREATE TABLE IF NOT EXISTS contacts (contact_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT';

const INSERT = 'INSERT INTO commits (seq, command_id, body, sum) VALUES (?, ?, ?, ?)';

/** One thread serves all sessions: whoever waits for a file that is held does so elsewhere (sqlite.ts). */
const NO_WAIT = 'PRAGMA busy_timeout = 0';

/** A commit as it goes through the worker: the JSON is made and read by the other side. */
export type Row = { seq: number; commandId: string; body: string };

export type SqliteFile = {
  logId: string;
  read(afterSeq: number, limit: number): string[];
  append(rows: readonly Row[]): { kind: 'appended' | 'conflict' } | { kind: 'duplicate'; commandId: string };
  saveSnapshot(body: string): void;
  loadSnapshot(): string | null;
  savePulse(body: string): void;
  loadPulse(): string | null;
  putContact(contactId: string, body: string): void;
  eraseContact(contactId: string): void;
  contacts(): ContactRow[];
  close(): void;
};

export function createSqliteFile(sqlite: SqliteModule, path: string, first: readonly Row[]): SqliteFile {
  if (existsSync(path)) throw new StoreError('session-exists', { path });
  try {
    return guarded(path, () => {
      const db = openForWriting(sqlite, path);
      transaction(db, () => {
        db.exec(TABLES);
        putMeta(db, 'format', String(FORMAT));
        putMeta(db, 'logId', randomBytes(16).toString('base64url'));
        const insert = db.prepare(INSERT);
        for (const row of first) insert.run(row.seq, row.commandId, row.body, checksum(row.seq, row.body));
      });
      return sessionFile(db, path, readMeta(db, path));
    });
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    throw error;
  }
}

/** Looked at before it is opened for writing: a file that is not ours is left as it is. */
export function openSqliteFile(sqlite: SqliteModule, path: string, readOnly: boolean): SqliteFile {
  if (!existsSync(path)) throw new StoreError('no-such-session', { path });
  return guarded(path, () => {
    const reader = openForReading(sqlite, path);
    const meta = closedOnError(reader, () => readMeta(reader, path));
    if (readOnly) return sessionFile(reader, path, meta);
    reader.close();
    return sessionFile(openForWriting(sqlite, path), path, meta);
  });
}

function openForReading(sqlite: SqliteModule, path: string): DatabaseSync {
  const db = new sqlite.DatabaseSync(path, { readOnly: true });
  return closedOnError(db, () => {
    db.exec(NO_WAIT);
    return db;
  });
}

function openForWriting(sqlite: SqliteModule, path: string): DatabaseSync {
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

function closedOnError<T>(db: DatabaseSync, work: () => T): T {
  try {
    return work();
  } catch (error) {
    db.close();
    throw error;
  }
}

function sessionFile(db: DatabaseSync, path: string, meta: { logId: string }): SqliteFile {
  const readRows = db.prepare('SELECT seq, body, sum FROM commits WHERE seq > ? ORDER BY seq LIMIT ?');
  const lastSeq = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM commits');
  const hasCommand = db.prepare('SELECT 1 FROM commits WHERE command_id = ?');
  const insert = db.prepare(INSERT);
  return {
    logId: meta.logId,
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
        if (rows[0]?.seq !== Number(lastSeq.get()?.seq) + 1) return { kind: 'conflict' };
        const twice = rows.find((row) => hasCommand.get(row.commandId) !== undefined);
        if (twice) return { kind: 'duplicate', commandId: twice.commandId };
        transaction(db, () => {
          for (const row of rows) insert.run(row.seq, row.commandId, row.body, checksum(row.seq, row.body));
        });
        return { kind: 'appended' };
      }),
    saveSnapshot: (body) =>
      guarded(path, () => {
        const put = db.prepare('INSERT OR REPLACE INTO snapshot (id, body, sum) VALUES (1, ?, ?)');
        put.run(body, checksum(0, body));
      }),
    loadSnapshot: () =>
      guarded(path, () => {
        const row = db.prepare('SELECT body, sum FROM snapshot').get();
        const body = String(row?.body);
        return row && Number(row.sum) === checksum(0, body) ? body : null;
      }),
    savePulse: (body) => guarded(path, () => putMeta(db, 'pulse', body)),
    loadPulse: () => guarded(path, () => metaOf(db).get('pulse') ?? null),
    putContact: (contactId, body) =>
      guarded(path, () => {
        db.exec(CONTACTS);
        db.prepare('INSERT OR REPLACE INTO contacts (contact_id, body) VALUES (?, ?)').run(contactId, body);
      }),
    eraseContact: (contactId) => guarded(path, () => eraseContact(db, contactId)),
    contacts: () =>
      guarded(path, () => {
        if (!hasContacts(db)) return [];
        const rows = db.prepare('SELECT contact_id, body FROM contacts ORDER BY rowid').all();
        return rows.map((row) => ({ contactId: String(row.contact_id), body: String(row.body) }));
      }),
    close: () => db.close(),
  };
}

function hasContacts(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'contacts'").get() !== undefined;
}

/** Overwritten where it stood, and out of the write-ahead log too: an erased address is not to be found in the files. */
function eraseContact(db: DatabaseSync, contactId: string): void {
  if (!hasContacts(db)) return;
  db.exec('PRAGMA secure_delete = ON');
  db.prepare('DELETE FROM contacts WHERE contact_id = ?').run(contactId);
  db.exec('PRAGMA secure_delete = OFF');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function transaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction !== false) db.exec('ROLLBACK');
    throw error;
  }
}

function readMeta(db: DatabaseSync, path: string): { logId: string } {
  const meta = metaOf(db);
  const format = Number(meta.get('format'));
  const logId = meta.get('logId');
  if (format > FORMAT) {
    throw new StoreError('log-newer', { path });
  }
  if (!logId) throw new StoreError('damaged', { path });
  return { logId };
}

function metaOf(db: DatabaseSync): Map<string, string> {
  const rows = db.prepare('SELECT key, value FROM meta').all();
  return new Map(rows.map((row) => [String(row.key), String(row.value)]));
}

function putMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
}

function checksum(seq: number, body: string): number {
  return crc32(`${seq} ${body}`);
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** SQLite's primary result codes are the low byte of the extended ones. */
function asStoreError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = Number((error as { errcode?: number }).errcode ?? 0) & 0xff;
  if (code === 5 || code === 6 || /locked|busy/i.test(message)) {
    return new StoreError('session-held', { path });
  }
  if (code === 11 || code === 26 || /malformed|not a database|no such table/i.test(message)) {
    return new StoreError('damaged', { path, why: message });
  }
  return new StoreError('cannot-write', { path, why: message });
}
