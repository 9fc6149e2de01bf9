import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError } from './event-store.ts';

/**
 * Makes a folder and those above it. One by one, since Node's own recursive mkdir never ends where the system says
 * that a parent which is there is not (Linux' /proc). Rejects with StoreError.
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.push(at);
  for (const path of missing.toReversed()) {
    try {
      await mkdir(path, mode);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      throw new StoreError('cannot-write', { path: folder, why: code ?? String(error) });
    }
  }
}
