/**
 * The secret of each session's invitations, kept apart from the session file, so that a session file that is given
 * away opens no door.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type SecretStore = {
  /** The session's secret; made on first use. */
  secretOf(sessionId: string): Promise<Buffer>;
};

/** Seals a text with something outside the data folder, such as the operating system's key store. */
export type SecretBox = { seal(text: string): string; open(sealed: string): string };

const PLAIN: SecretBox = { seal: (text) => text, open: (sealed) => sealed };

/** One file per session, readable by its owner only. */
export function fileSecrets(folder: string, box: SecretBox = PLAIN): SecretStore {
  return {
    secretOf: async (sessionId) => {
      const path = join(folder, `${sessionId}.secret`);
      try {
        return Buffer.from(box.open((await readFile(path, 'utf8')).trim()), 'base64url');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      const secret = randomBytes(32);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile(`${box.seal(secret.toString('base64url'))}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      return secret;
    },
  };
}

/** For tests. */
export function memorySecrets(): SecretStore {
  const secrets = new Map<string, Buffer>();
  return {
    secretOf: async (sessionId) => {
      const secret = secrets.get(sessionId) ?? randomBytes(32);
      secrets.set(sessionId, secret);
      return secret;
    },
  };
}
