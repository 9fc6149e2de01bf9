/** Disks that take nothing more, for a hub in a process of its own. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HubProcess, temporaryFolder } from './hub-process.ts';

export type SmallDisk = {
  /** The data folder. */
  path: string;
  fill(hub: HubProcess): void;
  free(hub: HubProcess): void;
  remove(): Promise<void>;
};

const MEGABYTE = 1024 * 1024;

/** A file system of 8 MB in memory, which only root can mount. Null where that is not allowed, as in some containers. */
export async function mountedDisk(): Promise<SmallDisk | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder.path], { stdio: 'ignore' });
  } catch {
    await folder.remove();
    return null;
  }
  const filler = join(folder.path, 'filler');
  return {
    path: folder.path,
    fill: () => {
      const write = (bytes: number) => writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
      // To the last page: what is left of a write that does not fit is not taken back.
      for (const bytes of [MEGABYTE, 4_096]) while (takes(() => write(bytes)));
    },
    free: () => rmSync(filler),
    remove: async () => {
      execFileSync('umount', [folder.path]);
      await folder.remove();
    },
  };
}

/** The system refuses the hub, as anybody may ask it to, every byte by which a file would grow. */
export async function limitedDisk(): Promise<SmallDisk> {
  const folder = await temporaryFolder();
  const limit = (hub: HubProcess, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(hub.process.pid), `--fsize=${bytes}:`]);
  return {
    path: folder.path,
    fill: (hub) => void limit(hub, '1'),
    free: (hub) => void limit(hub, 'unlimited'),
    remove: folder.remove,
  };
}

function takes(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
