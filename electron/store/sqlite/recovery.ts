/**
 * A session file that a disk or a copy has damaged. What can be read of it goes into a new file in its place, as
 * another log with a `logId` of its own; the damaged file is kept beside it.
 */
import { closeSync, copyFileSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Damage, StoreError } from '../event-store.ts';
import { closedOnError, openForReading, openForWriting } from './connection.ts';
import type { SqliteModule } from './module.ts';
import {
  BRIDGED,
  checksum,
  contactsOf,
  loadSnapshot,
  makeTables,
  metaOf,
  putContact,
  putMeta,
  type Row,
  rowWriter,
  SIDE_FILES,
  saveSnapshot,
  transaction,
} from './tables.ts';

/** https://www.sqlite.org/fileformat.html, 1.3 */
const HEADER_BYTES = 100;
const WRITE_VERSION_AT = 18;
const WAL_VERSION = 2;

/** Looks at every page and every commit; throws StoreError `damaged` with the first commit that is not as it was written. */
export function mustBeWhole(db: DatabaseSync, path: string): void {
  if (!isWritableFormat(path)) throw new StoreError('damaged', { path, why: 'header' });
  const bridged = Number(metaOf(db).get(BRIDGED) ?? 0);
  let last = 0;
  for (const row of db.prepare('SELECT seq, body, sum FROM commits ORDER BY seq').iterate()) {
    const seq = Number(row.seq);
    if (seq !== last + 1 && seq > bridged + 1) throw new StoreError('damaged', { path, seq: last + 1 });
    if (Number(row.sum) !== checksum(seq, String(row.body))) throw new StoreError('damaged', { path, seq });
    last = seq;
  }
  // Whether pages hang together as they should, and no commit at the end is missing from one table of two.
  const found = db.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
  if (found !== 'ok') throw new StoreError('damaged', { path, why: String(found) });
}

/** SQLite takes a file whose header asks for a later way of writing for one that is only to be read. */
function isWritableFormat(path: string): boolean {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  readSync(file, header, 0, HEADER_BYTES, 0);
  closeSync(file);
  return (header[WRITE_VERSION_AT] ?? 0) <= WAL_VERSION;
}

/** Null, and the file is left as it is, when not even the first commit can be read. Throws StoreError when it is held. */
export function recover(sqlite: SqliteModule, path: string): Damage | null {
  const fresh = `${path}.recovering`;
  const to = emptyFile(sqlite, fresh);
  const found = closedOnError(to, () => {
    const from = openForReading(sqlite, path);
    const copied = closedOnError(from, () => copyWhole(from, to));
    from.close();
    return copied;
  });
  to.close();
  if (found.lastSeq === 0) {
    rmSync(fresh);
    return null;
  }
  const kept = `${path}.damaged-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  for (const suffix of ['', ...SIDE_FILES]) {
    if (existsSync(path + suffix)) copyFileSync(path + suffix, kept + suffix);
  }
  // Before the new file is there: what waits in the old one's write-ahead log must not be put into it.
  for (const suffix of SIDE_FILES) rmSync(path + suffix, { force: true });
  renameSync(fresh, path);
  return { ...found, keptAs: basename(kept) };
}

/** Held from now on, so that of two that recover the same file one is refused; what a crash has left is taken away. */
function emptyFile(sqlite: SqliteModule, path: string): DatabaseSync {
  const db = openForWriting(sqlite, path);
  if (db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0) return db;
  db.close();
  rmSync(path);
  return openForWriting(sqlite, path);
}

/** The commits before the damage; every one that can be read, where a snapshot stands in for those that cannot. */
function copyWhole(from: DatabaseSync, to: DatabaseSync): Omit<Damage, 'keptAs'> {
  // One transaction, or each of so many questions would take and give back the lock of the file.
  readable(() => from.exec('BEGIN'));
  const readRow = rowReader(from);
  const rows = rowsFrom(readRow, 1);
  const before = rows.length;
  const snapshot = readable(() => loadSnapshot(from)) ?? null;
  const snapshotSeq = snapshot === null ? 0 : Number(JSON.parse(snapshot).seq);
  const after = snapshotSeq > before ? rowsFrom(readRow, snapshotSeq) : [];
  const isBridged = after.length > 0;
  for (let seq = before + 2; isBridged && seq < snapshotSeq; seq += 1) {
    const row = readRow(seq);
    if (row) rows.push(row);
  }
  const lastSeq = isBridged ? snapshotSeq + after.length - 1 : before;
  transaction(to, () => {
    makeTables(to);
    [...rows, ...after].forEach(rowWriter(to));
    if (snapshot !== null && snapshotSeq <= lastSeq) saveSnapshot(to, snapshot);
    if (isBridged) putMeta(to, BRIDGED, String(snapshotSeq));
    for (const { contactId, body } of readable(() => contactsOf(from)) ?? []) putContact(to, contactId, body);
  });
  return { seq: before + 1, lastSeq };
}

/** The commits from one on, up to the first that cannot be read. */
function rowsFrom(readRow: (seq: number) => Row | null, firstSeq: number): Row[] {
  const rows: Row[] = [];
  for (let row = readRow(firstSeq); row; row = readRow(firstSeq + rows.length)) rows.push(row);
  return rows;
}

/** One by one, since whatever goes through several ends at the first page that cannot be read. */
function rowReader(db: DatabaseSync): (seq: number) => Row | null {
  const find = readable(() => db.prepare('SELECT command_id, body, sum FROM commits WHERE seq = ?'));
  return (seq) => {
    const row = readable(() => find?.get(seq));
    const body = String(row?.body);
    if (!row || Number(row.sum) !== checksum(seq, body)) return null;
    // Of the body, whose sum is right: the column has none.
    return { seq, commandId: String(JSON.parse(body).commandId), body };
  };
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
