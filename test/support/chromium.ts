/** A real browser for the end-to-end tests: the system's own, since none is downloaded. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../electron/exporters/pdf/find-chromium.ts';

/** Headless, and silent on the network. `extraArgs` for such things as `--host-resolver-rules`. */
export function launchChromium(extraArgs: string[] = []): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // As root, and in containers, Chromium's own sandbox cannot start.
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet, ...extraArgs];
  return chromium.launch({ executablePath: chromiumPath(), args });
}

/** Throws a sentence that says how to get one. */
export function chromiumPath(): string {
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'The end-to-end tests need Chromium: `apt-get install chromium`, or set CHROMIUM_PATH to its program.',
  );
}
