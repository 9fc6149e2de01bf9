/** Printing where there is no window of our own: by a Chromium of the machine, headless and without a network. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PRINT_MS_MAX } from '../../../shared/lib/limits.ts';
import { ExportError } from '../export-error.ts';
import { findChromium } from './find-chromium.ts';
import type { Printer } from './printer.ts';

const run = promisify(execFile);

/** `find` gives the path of the program, or null. */
export function chromiumPrinter(find: () => string | null = findChromium): Printer {
  return async (html) => {
    const program = find();
    if (program === null) throw new ExportError('no-browser');
    const folder = await mkdtemp(join(tmpdir(), 'evenfloor-print-'));
    try {
      return await print(program, html, folder);
    } catch (cause) {
      throw new ExportError('cannot-print', { cause });
    } finally {
      // A process of the browser's may still be writing its last into the profile.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

async function print(program: string, html: string, folder: string): Promise<Uint8Array> {
  const page = join(folder, 'report.html');
  const pdf = join(folder, 'report.pdf');
  // The folder is the user's alone: a report may hold what is not public.
  await writeFile(page, html);
  const options = { timeout: PRINT_MS_MAX, killSignal: 'SIGKILL' as const, windowsHide: true };
  await run(program, [...argumentsFor(folder, pdf), pathToFileURL(page).href], options);
  return readFile(pdf);
}

function argumentsFor(folder: string, pdf: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium's own sandbox cannot start as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
  ];
}
