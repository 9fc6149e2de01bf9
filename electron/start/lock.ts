/**
 * One at a time, between processes: a folder that only one of them can create. It names its maker, so that the
 * lock of a process that died is taken over instead of waited for.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { terminalWords } from '../words/words.ts';

const LOCK_WAIT_MS_MAX = 180_000;
const LOCK_POLL_MS = 100;
/** A maker writes its number at once; a lock without one after this many looks belongs to nobody. */
const NAMELESS_LOOKS_MAX = 20;

/** Runs `work` while holding `folder`. Waits for a living holder, for three minutes at most. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(folder), { recursive: true });
  await acquire(folder);
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function acquire(folder: string): Promise<void> {
  let nameless = 0;
  for (let waitedMs = 0; waitedMs < LOCK_WAIT_MS_MAX; waitedMs += LOCK_POLL_MS) {
    if (await take(folder)) return;
    const holder = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
    nameless = holder ? 0 : nameless + 1;
    const isOrphan = holder ? !isAlive(holder) : nameless > NAMELESS_LOOKS_MAX;
    if (isOrphan) await discard(folder);
    else await wait(LOCK_POLL_MS);
  }
  throw new Error(terminalWords().start.buildsTooLong(folder));
}

async function take(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(join(folder, 'pid'), String(process.pid));
  return true;
}

/** Renamed first: of two who find the same orphan only one gets it, and nobody deletes a lock that was just taken. */
async function discard(folder: string): Promise<void> {
  const grave = `${folder}-orphan-${process.pid}`;
  await rename(folder, grave).catch(() => undefined);
  await rm(grave, { recursive: true, force: true });
}

/** Whether a process of that number exists, ours or somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
