/**
 * What `npm run dev` does: Vite serves the page with hot reload; the hub, and the app where there is a display, is
 * built again and restarted when a source of it changes. The hub listens on 7377, the page on 5173.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { terminalWords } from '../words/words.ts';
import { buildIfStale, PROJECT_DIR } from './build.ts';
import { missingDisplay, socketAnswers } from './display.ts';
import { findRuntime } from './runtime.ts';
import { sandboxArgs } from './start.ts';

const { start: words } = terminalWords();
const PAGE = 'http://127.0.0.1:5173/';
const HUB_PORT = 7377;
/** Editors save in several steps. */
const SETTLE_MS = 200;

const program = await chooseProgram(process.argv.slice(2));
const vite = await createServer({ configFile: join(PROJECT_DIR, 'vite.config.ts') });
await vite.listen();
say(words.page(PAGE));

let child: ChildProcess | null = null;
let changes: Promise<void> = restart();
let timer: NodeJS.Timeout | undefined;
for (const folder of ['electron', 'shared']) {
  watch(join(PROJECT_DIR, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other, and a source that does not build yet must not end the session of work.
      changes = changes.then(restart).catch((error: unknown) => say(String(error)));
    }, SETTLE_MS);
  });
}
const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];
for (const signal of signals) process.once(signal, () => void stop().then(() => process.exit(0)));

async function chooseProgram(args: string[]): Promise<[string, ...string[]]> {
  const hub = join(PROJECT_DIR, 'dist', 'electron', 'serve.js');
  const headless: [string, ...string[]] = [process.execPath, hub, '--port', `${HUB_PORT}`, ...args];
  const { platform, env } = process;
  const noDisplay = await missingDisplay({ platform, env, answers: socketAnswers });
  const runtime = noDisplay ? { missing: noDisplay } : await findRuntime('test');
  if ('missing' in runtime) {
    say(`${runtime.missing} ${words.onlyHub}`);
    return headless;
  }
  const own = [`--hub-port=${HUB_PORT}`, `--page-url=${PAGE}`];
  return [runtime.executable, ...sandboxArgs(platform, process.getuid?.()), PROJECT_DIR, ...own, ...args];
}

async function restart(): Promise<void> {
  await buildIfStale();
  await stop();
  const [file, ...args] = program;
  child = spawn(file, args, { stdio: 'inherit' });
}

async function stop(): Promise<void> {
  const running = child;
  child = null;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  await new Promise((resolve) => {
    running.once('close', resolve);
    running.kill('SIGTERM');
  });
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
