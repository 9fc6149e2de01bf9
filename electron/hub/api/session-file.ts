/** The session itself as a file, to be opened on another computer. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../../shared/domain/session/slice.ts';
import { fileNameOf } from '../../../shared/lib/file-name.ts';
import type { Room } from '../room.ts';

/** Its bytes. Rejects with StoreError. */
export async function sessionFile(room: Room, contacts: boolean): Promise<Buffer> {
  // Only this user can look into it.
  const folder = await mkdtemp(join(tmpdir(), 'evenfloor-'));
  try {
    const path = join(folder, 'session.evenfloor');
    await room.copy(path, contacts);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What it is of and from when, by the hub's clock on the wall. */
export function sessionFileName({ code, title }: Session, atMs: number): string {
  const at = new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000).toISOString();
  return `${fileNameOf(code ?? title)}-${at.slice(0, 10)}-${at.slice(11, 16).replace(':', '')}.evenfloor`;
}
