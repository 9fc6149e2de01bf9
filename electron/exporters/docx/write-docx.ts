import { Worker } from 'node:worker_threads';
import type { Language } from '../../../shared/words/languages.ts';
import type { ReportText } from '../document.ts';
import type { DocxOrder } from './docx-worker.ts';

/** Writes in a thread that is there for this one document: nothing of the library is loaded before or kept after. */
export function writeDocx(text: ReportText, language: Language): Promise<Uint8Array> {
  // The same module runs as TypeScript from the sources and as JavaScript from the build.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./docx-worker.${extension}`, import.meta.url);
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: { text, language } satisfies DocxOrder });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}
