import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Commit } from '../../../shared/commit.ts';
import { must } from '../../../shared/lib/assert.ts';
import { SESSION_LOCK_RETRY_MS, SESSION_LOCK_WAIT_MS } from '../../../shared/lib/limits.ts';
import { decodeCommit, decodePulse } from '../decode.ts';
import type { AppendResult, ContactRow, Damage, EventStore, SessionLog, Snapshot } from '../event-store.ts';
import { StoreError } from '../event-store.ts';
import { makeFolder } from '../folder.ts';
import { mustBeSqlite } from './header.ts';
import type { Answer, Request } from './sqlite-worker.ts';
import { type Row, SIDE_FILES, SUFFIX } from './tables.ts';

/** It keeps next to nothing for long; left to itself the engine would set aside many times as much. */
const WORKER_YOUNG_MB = 4;

/** Sessions as files `<sessionId>.evenfloor` in `folder`, which is made when the first session is. */
export function sqliteStore(folder: string): EventStore {
  const thread = workerThread();
  const pathOf = (sessionId: string) => join(folder, sessionId + SUFFIX);
  return {
    create: async (sessionId, first = []) => {
      await makeFolder(folder);
      const opened = await thread.ask({ op: 'create', path: pathOf(sessionId), rows: first.map(rowOf) });
      return sessionLog(thread, sessionId, opened as Opened);
    },
    open: async (sessionId, options) => {
      const readOnly = options?.readOnly ?? false;
      const opened = await whenFree(() => thread.ask({ op: 'open', path: pathOf(sessionId), readOnly }));
      return sessionLog(thread, sessionId, opened as Opened);
    },
    restore: async (path, otherId, options) => {
      await mustBeSqlite(path);
      await makeFolder(folder);
      const restored = await thread.ask({ op: 'restore', from: path, folder, otherId, ...options });
      const { sessionId, ...opened } = restored as Opened & { sessionId: string };
      return sessionLog(thread, sessionId, opened);
    },
    remove: async (sessionId) => {
      for (const suffix of ['', ...SIDE_FILES]) await rm(pathOf(sessionId) + suffix, { force: true });
    },
    has: async (sessionId) => existsSync(pathOf(sessionId)),
    list: async () => {
      const names = existsSync(folder) ? await readdir(folder) : [];
      const files = names.filter((name) => name.endsWith(SUFFIX));
      const times = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mtimeMs));
      return files
        .map((name, index) => ({ sessionId: name.slice(0, -SUFFIX.length), at: times[index] ?? 0 }))
        .toSorted((a, b) => b.at - a.at)
        .map(({ sessionId }) => sessionId);
    },
    close: () => thread.stop(),
  };
}

/** Another process may be about to let go of the file; meanwhile the thread serves the other sessions. */
async function whenFree(open: () => Promise<unknown>): Promise<unknown> {
  for (let waitedMs = 0; ; waitedMs += SESSION_LOCK_RETRY_MS) {
    try {
      return await open();
    } catch (error) {
      const isHeld = error instanceof StoreError && error.code === 'session-held';
      if (!isHeld || waitedMs >= SESSION_LOCK_WAIT_MS) throw error;
      await setTimeout(SESSION_LOCK_RETRY_MS);
    }
  }
}

type Opened = { file: number; logId: string; damage: Damage | null };
type Thread = { ask(request: Request): Promise<unknown>; stop(): Promise<void> };

function sessionLog(thread: Thread, sessionId: string, { file, logId, damage }: Opened): SessionLog {
  const following = new Set<(commits: readonly Commit[]) => void>();
  return {
    sessionId,
    logId,
    damage,
    read: async (afterSeq, limit) => {
      const bodies = (await thread.ask({ op: 'read', file, afterSeq, limit })) as string[];
      return bodies.map((body, index) => decodeCommit(body, afterSeq + index + 1));
    },
    append: async (commits) => {
      const rows = commits.map(rowOf);
      const result = (await thread.ask({ op: 'append', file, rows })) as AppendResult;
      if (result.kind === 'appended') for (const listener of following) listener(commits);
      return result;
    },
    follow: (listener) => {
      following.add(listener);
      return () => following.delete(listener);
    },
    saveSnapshot: async (snapshot) => {
      await thread.ask({ op: 'saveSnapshot', file, body: JSON.stringify(snapshot) });
    },
    loadSnapshot: async () => {
      const body = (await thread.ask({ op: 'loadSnapshot', file })) as string | null;
      return body === null ? null : (JSON.parse(body) as Snapshot);
    },
    savePulse: async (pulse) => {
      await thread.ask({ op: 'savePulse', file, body: JSON.stringify(pulse) });
    },
    loadPulse: async () => {
      const body = (await thread.ask({ op: 'loadPulse', file })) as string | null;
      return body === null ? null : decodePulse(body);
    },
    putContact: async (contactId, body) => {
      await thread.ask({ op: 'putContact', file, contactId, body });
    },
    eraseContact: async (contactId) => {
      await thread.ask({ op: 'eraseContact', file, contactId });
    },
    contacts: async () => (await thread.ask({ op: 'contacts', file })) as ContactRow[],
    copy: async (path, { contacts }) => {
      await thread.ask({ op: 'copy', file, path, contacts });
    },
    close: async () => {
      await thread.ask({ op: 'close', file });
    },
  };
}

function rowOf(commit: Commit): Row {
  return { seq: commit.seq, commandId: commit.commandId, body: JSON.stringify(commit) };
}

/** Without a code it is no trouble with a file but a bug, or a thread that has lost its files. */
function errorOf({ code, message, params }: Extract<Answer, { error: unknown }>['error']): Error {
  return code === null ? new Error(message) : new StoreError(code, params);
}

const stopped = () => new StoreError('cannot-write', { why: 'closed' });

/**
 * The worker, and the answers it still owes. It takes 80 ms to start: at once, or whoever comes first waits for it. One
 * that has died is started again with the next request.
 */
function workerThread(): Thread {
  let isStopped = false;
  let lastId = 0;
  let lives = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let worker: Worker | null = start();

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = null;
  }

  function start(): Worker {
    lives += 1;
    // The same module runs as TypeScript from the sources and as JavaScript from the build.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const started = new Worker(new URL(`./sqlite-worker.${extension}`, import.meta.url), {
      workerData: lives,
      resourceLimits: { maxYoungGenerationSizeMb: WORKER_YOUNG_MB },
    });
    started.on('message', (answer: Answer) => {
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) request?.reject(errorOf(answer.error));
      else request?.resolve(answer.value);
    });
    const died = (why: unknown) => {
      if (worker === started)
        failAll(isStopped ? stopped() : new StoreError('cannot-write', { why: String(why) }));
    };
    started.on('error', died);
    started.on('exit', died);
    return started;
  }

  return {
    ask: (request) => {
      if (isStopped) return Promise.reject(stopped());
      worker ??= start();
      const thread = must(worker, 'worker');
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, ...request });
      });
    },
    stop: async () => {
      isStopped = true;
      await worker?.terminate();
    },
  };
}
