/**
 * What `npm run dist` does: builds, then packs with electron-builder. `-- --dir` makes the unpacked app in
 * `release/`. `--inspectable` packs the runtime that Playwright can drive; all else goes to electron-builder.
 * Where Electron's own download is blocked the older runtime is packed, good for trying out only.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildIfStale, PROJECT_DIR } from './build.ts';
import { findRuntime, type Runtime } from './runtime.ts';

/** Resolves with electron-builder's exit code. */
export async function dist(args: string[]): Promise<number> {
  await buildIfStale();
  const purpose = args.includes('--inspectable') ? 'test' : 'use';
  const runtime = await findRuntime(purpose);
  if ('missing' in runtime) {
    process.stderr.write(`${runtime.missing}\n`);
    return 1;
  }
  const rest = args.filter((arg) => arg !== '--inspectable');
  return runBuilder([...runtimeArgs(runtime), ...rest]);
}

/** Electron-builder fetches its own copy of the pinned version; only the older one has to be handed to it. */
export function runtimeArgs(runtime: Runtime): string[] {
  if (!runtime.isOlder) return [];
  return [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`];
}

function runBuilder(args: string[]): Promise<number> {
  const require = createRequire(import.meta.url);
  const cli = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js');
  const child = spawn(process.execPath, [cli, '--publish', 'never', ...args], {
    cwd: PROJECT_DIR,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

if (import.meta.main) process.exitCode = await dist(process.argv.slice(2));
