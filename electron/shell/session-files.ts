/** Session files from elsewhere: chosen in a native dialog, or as bytes that the page already has. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { SESSION_FILE_BYTES_MAX } from '../../shared/lib/limits.ts';
import type { Hub, RestoredSession } from '../hub/hub.ts';
import type { RestoreOptions } from '../store/event-store.ts';
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
  fileName: string,
  bytes: Uint8Array,
  hub: Pick<Hub, 'restoreSession'>,
  options?: RestoreOptions,
): Promise<RestoredSession> {
  const folder = await mkdtemp(join(tmpdir(), 'evenfloor-'));
  try {
    const path = join(folder, basename(fileName));
    await writeFile(path, bytes);
    return await hub.restoreSession(path, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a page may not do itself: it may ask its own hub alone over HTTP. Rejects when there is nothing to be had. */
export async function fetchSession(
  link: string,
): Promise<{ disposition: string | null; bytes: Uint8Array<ArrayBuffer> }> {
  const { origin, hash } = new URL(link);
  const response = await fetch(`${origin}/api/v1/session.evenfloor`, {
    headers: { Authorization: `Bearer ${hash.slice(1)}` },
  });
  const { body, headers } = response;
  if (!response.ok || !body) throw new Error(`HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > SESSION_FILE_BYTES_MAX) throw new Error(`more than ${SESSION_FILE_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return { disposition: headers.get('content-disposition'), bytes: new Uint8Array(Buffer.concat(chunks)) };
}
