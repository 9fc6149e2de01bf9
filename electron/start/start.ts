/**
 * What `npm start` does: builds what is missing, finds an Electron and opens the app. Where there is no display or
 * no Electron it says so and becomes the headless hub, which prints its links. Arguments go through to either.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { terminalWords } from '../words/words.ts';
import { buildIfStale, PROJECT_DIR } from './build.ts';
import { missingDisplay, socketAnswers } from './display.ts';
import { findRuntime } from './runtime.ts';

const { start: words } = terminalWords();
/** The loader's own code for a program whose libraries are not there. */
const LIBRARIES_MISSING = 127;

/** Never returns a success before the app or the hub has ended; the exit code is theirs. */
export async function start(args: string[]): Promise<void> {
  await buildIfStale();
  const noDisplay = await missingDisplay({
    platform: process.platform,
    env: process.env,
    answers: socketAnswers,
  });
  if (noDisplay) return startHeadless(noDisplay, args);
  const runtime = await findRuntime('use');
  if ('missing' in runtime) return startHeadless(runtime.missing, args);
  const code = await runElectron(runtime.executable, args);
  if (code === LIBRARIES_MISSING) {
    return startHeadless(words.noLibraries, args);
  }
  process.exitCode = code;
}

/** Becomes the hub instead of spawning it: signals and the exit code are then its own without any passing on. */
async function startHeadless(reason: string, args: string[]): Promise<void> {
  say(`${reason} ${words.headless}`);
  const serve = join(PROJECT_DIR, 'dist', 'electron', 'serve.js');
  process.argv = [process.execPath, serve, ...args];
  await import(pathToFileURL(serve).href);
}

/** Chromium refuses to start its sandbox as root; on Linux people in containers and on live systems are root. */
export function sandboxArgs(platform: NodeJS.Platform, userId: number | undefined): string[] {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : [];
}

function runElectron(executable: string, args: string[]): Promise<number> {
  const sandbox = sandboxArgs(process.platform, process.getuid?.());
  if (sandbox.length > 0) say(words.asRoot);
  const child = spawn(executable, [...sandbox, PROJECT_DIR, ...args], { stdio: 'inherit' });
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the whole group: the app has it already, and a second one would be "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

if (import.meta.main) await start(process.argv.slice(2));
