import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PLAN_FILE_BYTES_MAX } from '../../shared/lib/limits.ts';
import { PlanError } from './plan-error.ts';

/**
 * The bytes of a plan on this computer, looked at before they are read: a mistaken path can be a film of many gigabytes,
 * or a device without an end. Rejects with PlanError, or with the system's error when it cannot be read.
 */
export async function planFile(path: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  const fileName = basename(path);
  const file = await stat(path);
  // Reading a folder says best what is wrong with it.
  if (!file.isFile() && !file.isDirectory()) throw new PlanError('binary', { fileName, offset: 0 });
  if (file.size > PLAN_FILE_BYTES_MAX) {
    throw new PlanError('too-large', { fileName, bytes: file.size, bytesMax: PLAN_FILE_BYTES_MAX });
  }
  return { fileName, bytes: await readFile(path) };
}
