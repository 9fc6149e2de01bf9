/** The thread in which SQLite works, so that the disk never blocks the process that serves the sockets. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../../shared/lib/assert.ts';
import { type Damage, StoreError, type StoreErrorParams } from '../event-store.ts';
import type { SqliteFile } from './file.ts';
import { createSqliteFile, openSqliteFile } from './file.ts';
import { loadSqlite } from './module.ts';
import { type RestoreOrder, restoreSqliteFile } from './restore.ts';
import type { Row } from './tables.ts';

/** What the main thread asks for; `file` is the number that `create` or `open` gave. */
export type Request =
  | { op: 'create'; path: string; rows: Row[] }
  | { op: 'open'; path: string; readOnly: boolean }
  | { op: 'read'; file: number; afterSeq: number; limit: number }
  | { op: 'append'; file: number; rows: Row[] }
  | { op: 'saveSnapshot'; file: number; body: string }
  | { op: 'loadSnapshot'; file: number }
  | { op: 'savePulse'; file: number; body: string }
  | { op: 'loadPulse'; file: number }
  | { op: 'putContact'; file: number; contactId: string; body: string }
  | { op: 'eraseContact'; file: number; contactId: string }
  | { op: 'contacts'; file: number }
  | { op: 'copy'; file: number; path: string; contacts: boolean }
  | ({ op: 'restore' } & RestoreOrder)
  | { op: 'close'; file: number };

export type Answer =
  | { id: number; value: unknown }
  | { id: number; error: { code: StoreError['code'] | null; message: string; params: StoreErrorParams } };

const FILES_PER_LIFE = 2 ** 20;

const port = must(parentPort, 'the main thread');
const sqlite = await loadSqlite();
const files = new Map<number, SqliteFile>();
/** No number comes again in a later life of the thread: whoever still holds one must not reach another session's file. */
let lastFile = (workerData as number) * FILES_PER_LIFE;
/** One after the other: of two with the same session the later must find the earlier. */
let restoring: Promise<unknown> = Promise.resolve();

port.on('message', ({ id, ...request }: Request & { id: number }) => {
  try {
    const value = answer(request as Request);
    if (value instanceof Promise) value.then((done) => post(id, done)).catch((error) => fail(id, error));
    else post(id, value);
  } catch (error) {
    fail(id, error);
  }
});
port.postMessage({ id: 0, value: 'ready' } satisfies Answer);

/** What takes long gives a promise, and lets others be answered in between. */
function answer(request: Request): unknown {
  switch (request.op) {
    case 'create':
      return opened(createSqliteFile(sqlite, request.path, request.rows));
    case 'open':
      return opened(openSqliteFile(sqlite, request.path, request.readOnly));
    case 'read':
      return fileOf(request.file).read(request.afterSeq, request.limit);
    case 'append':
      return fileOf(request.file).append(request.rows);
    case 'saveSnapshot':
      return fileOf(request.file).saveSnapshot(request.body);
    case 'loadSnapshot':
      return fileOf(request.file).loadSnapshot();
    case 'savePulse':
      return fileOf(request.file).savePulse(request.body);
    case 'loadPulse':
      return fileOf(request.file).loadPulse();
    case 'putContact':
      return fileOf(request.file).putContact(request.contactId, request.body);
    case 'eraseContact':
      return fileOf(request.file).eraseContact(request.contactId);
    case 'contacts':
      return fileOf(request.file).contacts();
    case 'copy':
      return fileOf(request.file).copy(request.path, request.contacts);
    case 'restore':
      return inTurn(async () => {
        const { sessionId, file } = await restoreSqliteFile(sqlite, request);
        return { sessionId, ...opened(file) };
      });
    case 'close':
      fileOf(request.file).close();
      return files.delete(request.file);
  }
}

function inTurn<T>(restore: () => Promise<T>): Promise<T> {
  const restored = restoring.then(restore);
  restoring = restored.catch(() => undefined);
  return restored;
}

function post(id: number, value: unknown): void {
  port.postMessage({ id, value } satisfies Answer);
}

function fail(id: number, error: unknown): void {
  const { code, params } = error instanceof StoreError ? error : { code: null, params: {} };
  const message = error instanceof Error ? error.message : String(error);
  port.postMessage({ id, error: { code, message, params } } satisfies Answer);
}

function opened(file: SqliteFile): { file: number; logId: string; damage: Damage | null } {
  lastFile += 1;
  files.set(lastFile, file);
  return { file: lastFile, logId: file.logId, damage: file.damage };
}

function fileOf(file: number): SqliteFile {
  return must(files.get(file), 'open file');
}
