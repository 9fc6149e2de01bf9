/** Runs a helper program to its end. Nothing of it reaches our stdout, which belongs to the hub's ready line. */
import { spawn } from 'node:child_process';
import { terminalWords } from '../words/words.ts';

const OUTPUT_CHARS_MAX = 4_000;

/** Resolves when it went well, else throws one sentence with the end of what it said. Killed after `waitMsMax`. */
export async function run(program: string, args: string[], cwd: string, waitMsMax: number): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: waitMsMax });
  const { start: words } = terminalWords();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-OUTPUT_CHARS_MAX);
    });
  }
  const failure = await new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(words.isInstalled(error.message)));
    child.once('close', (code, signal) => resolve(code === 0 ? null : (signal ?? words.exitCode(code))));
  });
  if (failure) throw new Error(words.failed(program, failure, output.trim()));
}
