/** An open session as a file for elsewhere. */
import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { Commit } from '../../../shared/commit.ts';
import { READ_COMMITS_MAX } from '../../../shared/lib/limits.ts';
import { type Snapshot, StoreError } from '../event-store.ts';
import { withoutContacts } from '../without-contacts.ts';
import type { SqliteModule } from './module.ts';
import {
  BRIDGED,
  checksum,
  contactsOf,
  loadSnapshot,
  makeTables,
  metaOf,
  PULSE,
  PULSE_SUM,
  putContact,
  putMeta,
  rowWriter,
  saveSnapshot,
} from './tables.ts';

/** What of `meta` goes along; the `logId` does not. */
const KEPT_META = [PULSE, PULSE_SUM, BRIDGED];

/**
 * Written anew row by row: no page of what was erased goes along, and each sum is looked at on the way. One file
 * without a write-ahead log, which can be sent and read from any medium; it has its name once it is whole. What is
 * appended meanwhile waits for a slice of it at most, and is not in it.
 */
export async function copySqliteFile(
  sqlite: SqliteModule,
  from: DatabaseSync,
  { path, contacts }: { path: string; contacts: boolean },
): Promise<void> {
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  try {
    const to = new sqlite.DatabaseSync(draft);
    try {
      to.exec('BEGIN IMMEDIATE');
      makeTables(to);
      await copyCommits(from, to, contacts);
      copyBeside(from, to, contacts);
      to.exec('COMMIT');
    } finally {
      to.close();
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Those that are there when it begins. */
async function copyCommits(from: DatabaseSync, to: DatabaseSync, contacts: boolean): Promise<void> {
  const write = rowWriter(to);
  const slice = from.prepare(
    'SELECT seq, command_id, body, sum FROM commits WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
  );
  const lastSeq = Number(from.prepare('SELECT max(seq) AS seq FROM commits').get()?.seq ?? 0);
  for (let done = 0; done < lastSeq; await setImmediate()) {
    for (const row of slice.all(done, lastSeq, READ_COMMITS_MAX)) {
      const [seq, commandId, body] = [Number(row.seq), String(row.command_id), String(row.body)];
      if (Number(row.sum) !== checksum(seq, body)) throw new StoreError('damaged', { seq });
      write({ seq, commandId, body: contacts ? body : bodyWithoutContacts(body) });
      done = seq;
    }
  }
}

function copyBeside(from: DatabaseSync, to: DatabaseSync, contacts: boolean): void {
  const meta = metaOf(from);
  for (const key of KEPT_META) {
    const value = meta.get(key);
    if (value !== undefined) putMeta(to, key, value);
  }
  // Elsewhere the state is folded anew; only a snapshot that stands in for lost commits is more than a cache.
  const snapshot = meta.has(BRIDGED) ? loadSnapshot(from) : null;
  if (snapshot !== null) saveSnapshot(to, contacts ? snapshot : snapshotWithoutContacts(snapshot));
  if (contacts) for (const { contactId, body } of contactsOf(from)) putContact(to, contactId, body);
}

/** Nearly every commit has nothing of it, and need not be parsed. */
function bodyWithoutContacts(body: string): string {
  return body.includes('"contacts/') ? JSON.stringify(withoutContacts(JSON.parse(body) as Commit)) : body;
}

function snapshotWithoutContacts(body: string): string {
  const snapshot = JSON.parse(body) as Snapshot;
  const commands = snapshot.commands.map(({ commandId }) => ({ commandId, personId: '' }));
  return JSON.stringify({ ...snapshot, commands, state: { ...snapshot.state, contacts: [] } });
}
