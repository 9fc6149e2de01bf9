/**
 * Builds what is missing or out of date, for every command that needs a build. Says what it does on stderr only:
 * the hub's ready line must be alone on stdout. `--force` builds in any case.
 */
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { terminalWords } from '../words/words.ts';
import { withLock } from './lock.ts';
import { readSources, type Stamp, staleReason, stampOf, stampSchema } from './stale.ts';

/** The project's own folder: what `electron .` opens and where `dist/` lies. */
export const PROJECT_DIR = resolve(import.meta.dirname, '../..');

const DIST = join(PROJECT_DIR, 'dist');
const STAMP = join(DIST, 'stamp.json');

/** Brings `dist/` up to date. Any number may run at once: one builds, the others wait and find it done. */
export async function buildIfStale(options: { force?: boolean } = {}): Promise<void> {
  if (!options.force && !(await currentStaleReason())) return;
  const { start: words } = terminalWords();
  await withLock(join(DIST, '.lock'), async () => {
    const reason = options.force ? words.asAsked : await currentStaleReason();
    if (!reason) return;
    say(words.building(reason));
    await build();
    say(words.built);
  });
}

async function currentStaleReason(): Promise<string | null> {
  return staleReason(await readStamp(), await readSources(PROJECT_DIR));
}

/** Any unreadable stamp means the same: build again. */
async function readStamp(): Promise<Stamp | null> {
  try {
    return stampSchema.parse(JSON.parse(await readFile(STAMP, 'utf8')));
  } catch {
    return null;
  }
}

async function build(): Promise<void> {
  const stamp = stampOf(await readSources(PROJECT_DIR));
  const staging = join(DIST, '.staging');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  await runVite('vite.electron.config.ts', 'production', join(staging, 'electron'));
  await runVite('vite.electron.config.ts', 'preload', join(staging, 'electron'));
  await runVite('vite.config.ts', 'production', join(staging, 'renderer'));
  await rm(STAMP, { force: true });
  for (const part of ['electron', 'renderer']) await swap(join(staging, part), join(DIST, part));
  await writeFile(STAMP, JSON.stringify(stamp));
  await rm(staging, { recursive: true, force: true });
}

// Built aside and renamed: a failed build leaves the last good one, and nobody reads a half-written folder.
async function swap(from: string, to: string): Promise<void> {
  const old = `${to}-old`;
  await rm(old, { recursive: true, force: true });
  const isThere = await access(to).then(
    () => true,
    () => false,
  );
  if (isThere) await rename(to, old);
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

async function runVite(configFile: string, mode: string, outDir: string): Promise<void> {
  // Vite believes the environment before its mode: a build begun by a test would hold React for developers.
  process.env.NODE_ENV = 'production';
  // Loaded late: a build that is up to date costs no start of Vite.
  const vite = await import('vite');
  const customLogger = { ...vite.createLogger('warn'), warn: say, warnOnce: say, error: say };
  await vite.build({
    configFile: join(PROJECT_DIR, configFile),
    mode,
    // At "info" Vite's progress goes straight to stdout, past any logger.
    logLevel: 'warn',
    customLogger,
    build: { outDir, reportCompressedSize: false },
  });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

if (import.meta.main) await buildIfStale({ force: process.argv.includes('--force') });
