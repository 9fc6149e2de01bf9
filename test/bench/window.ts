/**
 * `npm run bench:window`: from the start of the desktop app to its first painted console, hub and all, against an Electron
 * window with one word in it; turn about, in the same run. The goal is 1.3 × as long (docs/performance.md). Ends by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { buildIfStale, PROJECT_DIR } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { quantile } from '../../shared/lib/quantile.ts';
import { testRuntime } from '../support/electron-app.ts';
import { startBuiltHub, temporaryFolder } from '../support/hub-process.ts';
import { freePort } from '../support/nats-server.ts';
import { openXDisplay } from '../support/x-display.ts';

const ROUNDS = 7;
const LOOK_MS = 50;
const WINDOW_MS_MAX = 20_000;

const EMPTY_MAIN = `
  const { app, BrowserWindow } = require('electron');
  app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<section aria-label=Floor><h1>Floor</h1></section>'));
`;

await buildIfStale();
const folder = await temporaryFolder();
const display = await openXDisplay();
const { executable } = await testRuntime();

/** Starts a program, and says after how many milliseconds what it shows was painted. */
async function paintedMs(args: readonly string[]): Promise<number> {
  const debugPort = await freePort();
  const profile = join(folder.path, `profile-${debugPort}`);
  const own = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${debugPort}`];
  const startMs = Date.now();
  const child = spawn(executable, [...own, `--user-data-dir=${profile}`, ...args], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
  });
  try {
    return (await largestPaintAtMs(debugPort)) - startMs;
  } finally {
    await end(child);
  }
}

/** When the largest thing of the first window was painted, in epoch milliseconds; asked once it is there. */
async function largestPaintAtMs(debugPort: number): Promise<number> {
  const url = `http://127.0.0.1:${debugPort}`;
  // Playwright does not find a window that comes after it.
  for (let waitedMs = 0; !(await hasPage(url)); waitedMs += LOOK_MS) {
    if (waitedMs > WINDOW_MS_MAX) throw new Error('no window has come');
    await wait(LOOK_MS);
  }
  const browser = await chromium.connectOverCDP(url);
  const page = must(browser.contexts()[0]?.pages()[0], 'a page');
  await page.getByRole('region', { name: 'Floor' }).waitFor();
  const atMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // What is there is painted with the next picture, and told after it.
        const painted = (tell: () => void) => requestAnimationFrame(() => requestAnimationFrame(tell));
        const look = () =>
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1);
            if (last) resolve(performance.timeOrigin + last.startTime);
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        painted(look);
      }),
  );
  await browser.close();
  return atMs;
}

async function hasPage(url: string): Promise<boolean> {
  const targets = await fetch(`${url}/json`).then(
    (answer) => answer.json() as Promise<{ type: string }[]>,
    () => [],
  );
  return targets.some(({ type }) => type === 'page');
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** How the app is started so that it shows the console of a session at once. */
async function atConsole(): Promise<string[]> {
  const [dataDir, port] = [join(folder.path, 'sessions'), await freePort()];
  const hub = await startBuiltHub('--data', dataDir);
  const { hash } = new URL(hub.invites.host);
  await hub.kill();
  const page = `http://127.0.0.1:${port}/?view=console${hash}`;
  return [PROJECT_DIR, `--hub-port=${port}`, `--data-dir=${dataDir}`, `--page-url=${page}`];
}

try {
  const ours = await atConsole();
  const emptyApp = join(folder.path, 'empty');
  await mkdir(emptyApp);
  await writeFile(
    join(emptyApp, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(join(emptyApp, 'main.cjs'), EMPTY_MAIN);
  const ratios: number[] = [];
  // One of each first, so that neither pays for reading the program from the disk.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const emptyMs = await paintedMs([emptyApp]);
    const consoleMs = await paintedMs(ours);
    if (round === 0) continue;
    ratios.push(consoleMs / emptyMs);
    process.stdout.write(
      `console after ${Math.round(consoleMs)} ms, empty window after ${Math.round(emptyMs)} ms\n`,
    );
  }
  const ratio =
    quantile(
      ratios.toSorted((a, b) => a - b),
      0.5,
    ) ?? Number.NaN;
  process.stdout.write(`${JSON.stringify({ bench: 'window', rounds: ROUNDS, ratio })}\n`);
} finally {
  await display.close();
  await folder.remove();
}
