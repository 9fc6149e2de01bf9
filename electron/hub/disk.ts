/** Whether the disk, or the cluster at the other end of the line, takes what a session writes, as its last write went. */
import { type SessionLog, StoreError } from '../store/event-store.ts';
import { report } from './report.ts';

export type Disk = { readonly isFailing: boolean; readonly isRemote: boolean };

const WORKS = { line: 'the line to the cluster is back', disk: 'what is written is taken again' };

/** The same log; `onChange` is told when its disk begins to fail, and when it takes something again. */
export function watchDisk(log: SessionLog, onChange: () => void): { log: SessionLog; disk: Disk } {
  const disk = { isFailing: false, isRemote: log.line !== undefined };
  /** `trouble`: why nothing is taken; null when it is. */
  const note = (trouble: string | null) => {
    if (disk.isFailing === (trouble !== null)) return;
    disk.isFailing = trouble !== null;
    report(`session ${log.sessionId}`, trouble ?? WORKS[disk.isRemote ? 'line' : 'disk']);
    onChange();
  };
  // A line says by itself that it is cut; a disk is known by what it is given.
  log.line?.onChange(() => note(log.line?.isUp ? null : new StoreError('line-cut', {}).message));
  async function noted<T>(write: Promise<T>): Promise<T> {
    try {
      const done = await write;
      note(null);
      return done;
    } catch (error) {
      if (error instanceof StoreError) note(error.message);
      throw error;
    }
  }
  const watched: SessionLog = {
    ...log,
    append: (commits) => noted(log.append(commits)),
    savePulse: (pulse) => noted(log.savePulse(pulse)),
  };
  return { log: watched, disk };
}
