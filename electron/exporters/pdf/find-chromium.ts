import { existsSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Record<string, string | undefined>;

/** CHROMIUM_PATH, or a browser of the family where the system usually puts it; null where there is none. */
export function findChromium(
  env: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const asked = env.CHROMIUM_PATH;
  if (asked) return exists(asked) ? asked : null;
  return usualPaths(platform, env).find(exists) ?? null;
}

function usualPaths(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => join(root, program)));
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ];
}
