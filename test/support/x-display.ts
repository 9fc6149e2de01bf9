/** A display of our own for the tests that open windows, so that they never flash up on somebody's screen. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export type XDisplay = { name: string; close: () => Promise<void> };

/** Xvfb picks a free number itself and writes it to fd 3 once it answers. */
export async function openXDisplay(): Promise<XDisplay> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    const pipe = child.stdio[3] as Readable;
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', () => reject(new Error('The window tests need Xvfb: `apt-get install xvfb`.')));
    child.once('close', (code) => reject(new Error(`Xvfb ended at once, exit code ${code}.`)));
  });
  return { name: `:${number}`, close: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('close', resolve);
    child.kill('SIGTERM');
  });
}
