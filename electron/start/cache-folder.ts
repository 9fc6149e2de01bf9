/** Where downloaded runtimes are kept: a folder of this user's, outside the project and safe to delete. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export type CacheFacts = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string };

/** Follows each system's habit: XDG on Linux, Library/Caches on macOS, LOCALAPPDATA on Windows. */
export function cacheFolder(facts: CacheFacts): string {
  return join(cacheRoot(facts), 'evenfloor');
}

/** {@link cacheFolder} of whoever runs this process. */
export function ownCacheFolder(): string {
  return cacheFolder({ platform: process.platform, env: process.env, home: homedir() });
}

function cacheRoot({ platform, env, home }: CacheFacts): string {
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  return env.XDG_CACHE_HOME || join(home, '.cache');
}
