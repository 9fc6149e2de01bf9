import { Worker } from 'node:worker_threads';
import { IMPORT_MEMORY_MB_MAX, IMPORT_WAIT_MS } from '../../shared/lib/limits.ts';
import { ImportError } from './import/import-error.ts';
import type { ImportAnswer, ImportOrder } from './import-worker.ts';
import type { ImportOptions, ReadImport } from './read-import.ts';

/**
 * {@link readImport} in a thread that is there for this one file, within bounds of time and memory whatever the file
 * holds. Rejects with ImportError.
 */
export function importFile(bytes: Uint8Array, options: ImportOptions = {}): Promise<ReadImport> {
  // The same module runs as TypeScript from the sources and as JavaScript from the build.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./import-worker.${extension}`, import.meta.url);
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, {
      workerData: { bytes, options } satisfies ImportOrder,
      resourceLimits: { maxOldGenerationSizeMb: IMPORT_MEMORY_MB_MAX },
    });
    const patience = setTimeout(() => {
      reject(new ImportError('too-slow'));
      void worker.terminate();
    }, IMPORT_WAIT_MS);
    worker.once('message', (answer: ImportAnswer) => {
      if ('read' in answer) resolve(answer.read);
      else reject(new ImportError(answer.refused.code, answer.refused.params));
    });
    worker.once('error', (error) => {
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isTooLarge ? new ImportError('too-slow') : error);
    });
    worker.once('exit', (code) => {
      clearTimeout(patience);
      reject(new Error(`the thread ended with ${code}`));
    });
  });
}
