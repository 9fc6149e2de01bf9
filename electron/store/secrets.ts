/**
 * The secret of each session's invitations, kept apart from the session file, so that a session file that is given
 * away opens no door.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './event-store.ts';
import { makeFolder } from './folder.ts';

export const SECRET_BYTES = 32;

export type SecretStore = {
  /** The session's secret; made on first use. */
  secretOf(sessionId: string): Promise<Buffer>;
  has(sessionId: string): Promise<boolean>;
  /** Whoever was given a link of the session stays outside for good. */
  remove(sessionId: string): Promise<void>;
};

/** Seals a text with something outside the data folder, such as the operating system's key store. */
export type SecretBox = { seal(text: string): string; open(sealed: string): string };

const PLAIN: SecretBox = { seal: (text) => text, open: (sealed) => sealed };

/** One file per session, readable by its owner only. */
export function fileSecrets(folder: string, box: SecretBox = PLAIN): SecretStore {
  const pathOf = (sessionId: string) => join(folder, `${sessionId}.secret`);
  return {
    secretOf: async (sessionId) => {
      const path = pathOf(sessionId);
      const kept = await readSecret(path, box);
      if (kept) return kept;
      await makeFolder(folder, 0o700);
      const made = await writeSecret(path, box);
      // Somebody else was first: theirs counts.
      const secret = made ?? (await readSecret(path, box));
      if (!secret) throw new Error(`The secret ${path} cannot be read.`);
      return secret;
    },
    has: async (sessionId) => existsSync(pathOf(sessionId)),
    remove: (sessionId) => rm(pathOf(sessionId), { force: true }),
  };
}

/** Null without a file. A file that holds anything but a whole secret is refused: half a key opens every door. */
async function readSecret(path: string, box: SecretBox): Promise<Buffer | null> {
  let sealed: string;
  try {
    sealed = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const text = box.open(sealed.trim());
  const secret = Buffer.from(text, 'base64url');
  if (secret.length !== SECRET_BYTES || secret.toString('base64url') !== text) {
    throw new StoreError('secret-damaged', { path });
  }
  return secret;
}

/** Null when the file is there already. Written whole before it has its name, so that nobody reads half of it. */
async function writeSecret(path: string, box: SecretBox): Promise<Buffer | null> {
  const secret = randomBytes(SECRET_BYTES);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`${box.seal(secret.toString('base64url'))}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
