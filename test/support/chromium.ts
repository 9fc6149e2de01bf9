/** A real browser for the end-to-end tests: the system's own, since none is downloaded. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'];

/** CHROMIUM_PATH, or where Debian puts it. Throws a sentence that says how to get one. */
export function findChromium(
  env: Record<string, string | undefined> = process.env,
  exists: (path: string) => boolean = existsSync,
): string {
  const asked = env.CHROMIUM_PATH;
  if (asked && !exists(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, but there is no such file.`);
  const found = asked || USUAL_PATHS.find(exists);
  if (found) return found;
  throw new Error(
    'The end-to-end tests need Chromium: `apt-get install chromium`, or set CHROMIUM_PATH to its program.',
  );
}

/** Headless, and silent on the network. `extraArgs` for such things as `--host-resolver-rules`. */
export function launchChromium(extraArgs: string[] = []): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // As root, and in containers, Chromium's own sandbox cannot start.
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet, ...extraArgs];
  return chromium.launch({ executablePath: findChromium(), args });
}
