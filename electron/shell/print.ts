/** Printing in the desktop app: by a window of its own that nobody sees. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { PRINT_MS_MAX } from '../../shared/lib/limits.ts';
import { ExportError } from '../exporters/export-error.ts';
import type { Printer } from '../exporters/pdf/printer.ts';

export function windowPrinter(): Printer {
  return async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'evenfloor-print-'));
    try {
      const page = join(folder, 'report.html');
      await writeFile(page, html);
      return await printFile(page);
    } catch (cause) {
      throw new ExportError('cannot-print', { cause });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function printFile(path: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    // Nothing of the app's own session, and no script: it is a page to be printed.
    webPreferences: { sandbox: true, javascript: false, partition: 'print' },
  });
  const tooLong = setTimeout(() => window.destroy(), PRINT_MS_MAX);
  try {
    await window.loadFile(path);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    clearTimeout(tooLong);
    if (!window.isDestroyed()) window.destroy();
  }
}
