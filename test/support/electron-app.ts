/** The real desktop app under Playwright, on a display, with a profile and sessions of its own. */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { buildIfStale, PROJECT_DIR } from '../../electron/start/build.ts';
import { findRuntime, type Runtime } from '../../electron/start/runtime.ts';
import { openXDisplay } from './x-display.ts';

export type DesktopApp = {
  app: ElectronApplication;
  page: Page;
  /** Its profile: a second start with the same one meets the first. */
  profile: string;
  /** How to start that program once more on the same display: for tests of the second start. */
  command: { file: string; args: string[]; env: Record<string, string> };
  close: () => Promise<void>;
};

export type LaunchOptions = {
  /** A packaged app instead of the project's folder. */
  executablePath?: string;
  args?: string[];
  /** Keeps the sessions of an earlier launch. */
  dataDir?: string;
};

/** Builds what is missing, launches, and waits for the first window. Always `close()` it. */
export async function launchDesktop(options: LaunchOptions = {}): Promise<DesktopApp> {
  if (!options.executablePath) await buildIfStale();
  const executablePath = options.executablePath ?? (await testRuntime()).executable;
  const display = await openXDisplay();
  const profile = await mkdtemp(join(tmpdir(), 'evenfloor-profile-'));
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    ...(options.executablePath ? [] : [PROJECT_DIR]),
    '--hub-port=0',
    `--data-dir=${options.dataDir ?? join(profile, 'sessions')}`,
    ...(options.args ?? []),
  ];
  const env = { ...environment(), DISPLAY: display.name };
  const app = await _electron.launch({ executablePath, args, env }).catch(async (error: unknown) => {
    await display.close();
    throw error;
  });
  // Now: an app that has ended by itself cannot be asked for it any more.
  const child = app.process();
  const close = async () => {
    await end(app, child);
    await display.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const page = await app.firstWindow();
  return { app, page, profile, command: { file: executablePath, args, env }, close };
}

/** By a signal: a polite close would ask about a running session, with nobody there to answer. */
async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  await app.close();
}

/** The runtime that can be driven. Throws the sentence that says why there is none. */
export async function testRuntime(): Promise<Runtime> {
  const runtime = await findRuntime('test');
  if ('missing' in runtime) throw new Error(runtime.missing);
  return runtime;
}

// Node options of the test runner, such as a loader, must not reach the app.
function environment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'NODE_OPTIONS' && name !== 'WAYLAND_DISPLAY') kept[name] = value;
  }
  return kept;
}
