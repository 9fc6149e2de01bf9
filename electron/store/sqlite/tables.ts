/** What stands in a session file, and how a row is told from a damaged one. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { type ContactRow, StoreError } from '../event-store.ts';
import { SEAL } from './seal.ts';

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

/** In `meta`: up to this commit some may be missing, the snapshot stands in for them. */
export const BRIDGED = 'bridgedTo';
/** In `meta`: when a hub lived last, and the sum of it. */
export const PULSE = 'pulse';
export const PULSE_SUM = 'pulseSum';

/** Session files end so. */
export const SUFFIX = '.evenfloor';

/** What stands beside a file: SQLite's own while it is open, and the seal (seal.ts) while it is closed. */
export const SIDE_FILES = ['-wal', '-shm', SEAL];

/** A commit as it goes through the worker: the JSON is made and read by the other side. */
export type Row = { seq: number; commandId: string; body: string };

/** Empty tables, and a `logId` of their own: whatever is put into them is another log than any before. */
export function makeTables(db: DatabaseSync): void {
  db.exec(TABLES);
  // Twice, so that one changed byte does not make a newer file of it; files of older versions have it once.
  db.exec(`PRAGMA user_version = ${FORMAT}`);
  putMeta(db, 'format', String(FORMAT));
  putMeta(db, 'logId', randomBytes(16).toString('base64url'));
}

/** Throws StoreError for a file that is newer, or none of ours. */
export function readLogId(db: DatabaseSync, path: string): string {
  const meta = metaOf(db);
  const logId = meta.get('logId');
  const format = Number(meta.get('format'));
  const again = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (format > FORMAT && again !== FORMAT) throw new StoreError('log-newer', { path });
  if (!logId || (format !== again && again !== 0)) throw new StoreError('damaged', { path, why: 'format' });
  return logId;
}

export function metaOf(db: DatabaseSync): Map<string, string> {
  const rows = db.prepare('SELECT key, value FROM meta').all();
  return new Map(rows.map((row) => [String(row.key), String(row.value)]));
}

export function putMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
}

export function rowWriter(db: DatabaseSync): (row: Row) => void {
  const insert = db.prepare('INSERT INTO commits (seq, command_id, body, sum) VALUES (?, ?, ?, ?)');
  return ({ seq, commandId, body }) => void insert.run(seq, commandId, body, checksum(seq, body));
}

export function putContact(db: DatabaseSync, contactId: string, body: string): void {
  db.exec(CONTACTS);
  db.prepare('INSERT OR REPLACE INTO contacts (contact_id, body) VALUES (?, ?)').run(contactId, body);
}

export function contactsOf(db: DatabaseSync): ContactRow[] {
  if (!hasContacts(db)) return [];
  const rows = db.prepare('SELECT contact_id, body FROM contacts ORDER BY rowid').all();
  return rows.map((row) => ({ contactId: String(row.contact_id), body: String(row.body) }));
}

export function hasContacts(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'contacts'").get() !== undefined;
}

export function saveSnapshot(db: DatabaseSync, body: string): void {
  const put = db.prepare('INSERT OR REPLACE INTO snapshot (id, body, sum) VALUES (1, ?, ?)');
  put.run(body, checksum(0, body));
}

/** Null when there is none, or one that was changed. */
export function loadSnapshot(db: DatabaseSync): string | null {
  const row = db.prepare('SELECT body, sum FROM snapshot').get();
  const body = String(row?.body);
  return row && Number(row.sum) === checksum(0, body) ? body : null;
}

/** CRC-32 of `seq body`. */
export function checksum(seq: number, body: string): number {
  return crc32(body, crc32(`${seq} `));
}

export function transaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction !== false) db.exec('ROLLBACK');
    throw error;
  }
}
