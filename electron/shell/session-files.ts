/** Session files from elsewhere: chosen in a native dialog, or as bytes that the page already has. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Hub, RestoredSession } from '../hub/hub.ts';
import { shellWords } from './words/words.ts';

/** Asks for a file and takes it in; null when cancelled. Rejects with StoreError for one that is no session. */
export async function pickSession(
  window: BrowserWindow,
  hub: Pick<Hub, 'restoreSession'>,
): Promise<RestoredSession | null> {
  const { plans, sessions: words } = shellWords();
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.open,
    properties: ['openFile'],
    filters: [
      { name: words.kind, extensions: ['evenfloor'] },
      { name: plans.all, extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  return path ? hub.restoreSession(path) : null;
}

export async function restoreBytes(
  bytes: Uint8Array,
  hub: Pick<Hub, 'restoreSession'>,
): Promise<RestoredSession> {
  const folder = await mkdtemp(join(tmpdir(), 'evenfloor-'));
  try {
    const path = join(folder, 'dropped.evenfloor');
    await writeFile(path, bytes);
    return await hub.restoreSession(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
