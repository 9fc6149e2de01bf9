/** One share of the positions, in a thread of its own with files of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../shared/lib/assert.ts';
import { damagedFiles } from '../support/damaged-file.ts';
import type { Share, Told } from './damage.ts';

const { commits, positions } = workerData as Share;
const port = must(parentPort, 'the main thread');
const files = damagedFiles(commits, Math.floor(commits / 2));
for (const position of positions) {
  try {
    port.postMessage({ outcome: files.open(files.flipped(position)) } satisfies Told);
  } catch (error) {
    port.postMessage({ wrong: `byte ${position}: ${String(error)}` } satisfies Told);
  }
}
files.remove();
