/**
 * Copies of sessions that this device keeps, the newest of each, for the day on which the hub's computer is gone. In
 * IndexedDB, which a page has without https too.
 */
import { COPIES_MAX, COPY_INTERVAL_MS } from '../../shared/lib/limits.ts';
import type { View } from './view.ts';

export type KeptCopy = {
  sessionId: string;
  /** Of the log that it is a copy of. */
  logId: string;
  /** Of the session. */
  title: string;
  seq: number;
  /** Hub epoch milliseconds. */
  atMs: number;
  /** As the hub calls the file. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
};

const DATABASE = 'evenfloor';
const STORE = 'copies';

/** Null when there is none, or this browser keeps nothing. */
export async function keptCopy(sessionId: string): Promise<KeptCopy | null> {
  return (await inStore<KeptCopy | undefined>('readonly', (store) => store.get(sessionId))) ?? null;
}

/** Of all sessions, the newest first. */
export async function keptCopies(): Promise<KeptCopy[]> {
  const all = await inStore<KeptCopy[]>('readonly', (store) => store.getAll());
  return (all ?? []).toSorted((a, b) => b.atMs - a.atMs);
}

/** Takes the place of the session's last one; of more sessions than are kept the oldest go. */
export async function keepCopy(copy: KeptCopy): Promise<void> {
  await inStore('readwrite', (store) => store.put(copy));
  for (const { sessionId } of (await keptCopies()).slice(COPIES_MAX)) {
    await inStore('readwrite', (store) => store.delete(sessionId));
  }
}

/** `nowMs`: hub time. */
export function isCopyDue(
  copy: KeptCopy | null,
  { at, state }: Pick<View, 'at' | 'state'>,
  nowMs: number,
): boolean {
  if (!at || !state) return false;
  if (copy?.logId !== at.logId) return true;
  if (copy.seq >= at.seq) return false;
  const { endedAtMs } = state.session;
  return nowMs - copy.atMs >= COPY_INTERVAL_MS || (endedAtMs !== null && copy.atMs < endedAtMs);
}

/** Null where a browser keeps nothing. */
async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  if (typeof indexedDB === 'undefined') return null;
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'sessionId' });
  const database = await answered(opening);
  try {
    return await answered(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
