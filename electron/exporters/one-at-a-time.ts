import { EXPORTS_WAITING_MAX } from '../../shared/lib/limits.ts';
import { ExportError } from './export-error.ts';

/** Runs one piece of heavy work after another. Throws `busy` when too many wait already. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting >= EXPORTS_WAITING_MAX) throw new ExportError('busy');
    waiting += 1;
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      waiting -= 1;
    }
  };
}
