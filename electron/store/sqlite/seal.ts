/**
 * A note beside a session file of what it was, byte for byte, when it was closed: one that is still that need not be
 * looked through, commit by commit, when it is opened. A cache: without it opening a long session takes longer.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Files beside a session file end so. */
export const SEAL = '-seal';

/** For a file that nobody has open. */
export function seal(path: string): void {
  // What is still in the write-ahead log is not in the file.
  if (existsSync(`${path}-wal`)) return;
  const draft = `${path}${SEAL}.draft`;
  try {
    writeFileSync(draft, digestOf(path));
    renameSync(draft, path + SEAL);
  } catch {
    // A disk that is full costs the next opening a moment.
    rmSync(draft, { force: true });
  }
}

/** Asked before the file is opened for writing. */
export function isAsSealed(path: string): boolean {
  try {
    if (existsSync(`${path}-wal`)) return false;
    return readFileSync(path + SEAL, 'utf8') === digestOf(path);
  } catch {
    return false;
  }
}

/** It is about to be written to. */
export function breakSeal(path: string): void {
  rmSync(path + SEAL, { force: true });
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('base64url');
}
