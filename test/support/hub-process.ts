/** The real hub in a process of its own, as `npm run hub` starts it, from the sources. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Role } from '../../shared/lib/vocabulary.ts';

export const ROOT = join(import.meta.dirname, '../..');

export type HubProcess = {
  url: string;
  sessionId: string;
  /** Full links by role. */
  invites: Record<Role, string>;
  process: ChildProcess;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C would; gives the exit code. */
  stop(): Promise<number | null>;
};

/** Starts a hub on a free port; rejects with its stderr when it ends before it listens. */
export function startHubProcess(...args: string[]): Promise<HubProcess> {
  return startProgram('electron/serve.ts', args);
}

/** As people run it: the build, which must be there. */
export function startBuiltHub(...args: string[]): Promise<HubProcess> {
  return startProgram('dist/electron/serve.js', args);
}

async function startProgram(file: string, args: string[]): Promise<HubProcess> {
  const child = spawn(process.execPath, [join(ROOT, file), '--port', '0', '--json', ...args]);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [line] = await Promise.race([
    new Promise<[string]>((resolve) => createInterface(child.stdout).once('line', (text) => resolve([text]))),
    ended.then((code) => Promise.reject(new Error(`the hub ended with ${code}: ${stderr}`))),
  ]);
  const { url, sessionId, invites } = JSON.parse(line);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    sessionId,
    invites,
    process: child,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the hub to its end, for command lines that it must refuse. */
export function runHub(...args: string[]): Promise<Ended> {
  return runProgram('electron/serve.ts', args);
}

/** Runs a program of ours to its end, in the environment of the tests with what `env` changes. */
export async function runProgram(
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, file), ...args], { env: { ...process.env, ...env } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}

/** A folder of its own for one test, taken away by `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'evenfloor-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
