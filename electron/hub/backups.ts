/**
 * Copies of a session beside the sessions, for whoever loses or spoils its file: made by themselves while it changes.
 * Contacts are in none of them, since what is erased must be gone from every file.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKUP_INTERVAL_MS, BACKUPS_MAX } from '../../shared/lib/limits.ts';
import { type SessionLog, StoreError } from '../store/event-store.ts';
import { makeFolder } from '../store/folder.ts';
import type { SessionClock } from './clock.ts';
import { report } from './report.ts';

export type Backups = {
  /** The session has changed; one is made within the interval. */
  changed(): void;
  /** Makes one unless nothing has changed since the last; never rejects. */
  now(): Promise<void>;
  stop(): void;
};

const SUFFIX = '.evenfloor';

/** `folder` is of this session alone; made with the first backup. */
export function keepBackups(log: SessionLog, folder: string, clock: SessionClock): Backups {
  let cancel: (() => void) | null = null;
  let hasFailed = false;
  let turn: Promise<void> = Promise.resolve();

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  async function make(): Promise<void> {
    try {
      await makeFolder(folder);
      await log.copy(join(folder, stampOf(clock.nowMs()) + SUFFIX), { contacts: false });
      await prune(folder);
    } catch (error) {
      // The session goes on without; a disk that takes no copy will not take the next one either.
      if (!hasFailed) report(`session ${log.sessionId} has no backup`, sentenceOf(error));
      hasFailed = true;
    }
  }

  const now = () => {
    if (cancel) {
      stop();
      turn = turn.then(make);
    }
    return turn;
  };

  return {
    changed: () => {
      cancel ??= clock.after(BACKUP_INTERVAL_MS, () => void now());
    },
    now,
    stop,
  };
}

/** The newest stay; what a crash has left half written goes. */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).toSorted();
  const old = names.filter((name) => name.endsWith(SUFFIX)).slice(0, -BACKUPS_MAX);
  const half = names.filter((name) => name.includes(`${SUFFIX}.`));
  for (const name of [...old, ...half]) await rm(join(folder, name), { force: true });
}

/** UTC to the second, so that names stand in the order of time. */
function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}

function sentenceOf(error: unknown): unknown {
  return error instanceof StoreError ? error.message : error;
}
