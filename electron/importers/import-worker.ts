/** The thread in which a platform's file is read: twenty megabytes take seconds that nobody who speaks should feel. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../shared/lib/assert.ts';
import { ImportError } from './import/import-error.ts';
import { type ImportOptions, type ReadImport, readImport } from './read-import.ts';

export type ImportOrder = { bytes: Uint8Array; options: ImportOptions };
export type ImportAnswer = { read: ReadImport } | { refused: Pick<ImportError, 'code' | 'params'> };

const { bytes, options } = workerData as ImportOrder;

const answer = await readImport(bytes, options).then(
  (read): ImportAnswer => ({ read }),
  (error: unknown): ImportAnswer => {
    if (!(error instanceof ImportError)) throw error;
    return { refused: { code: error.code, params: error.params } };
  },
);
must(parentPort, 'the main thread').postMessage(answer);
