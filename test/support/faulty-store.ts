/** A store whose disk refuses or dawdles as a test says. */
import { setTimeout } from 'node:timers/promises';
import { type EventStore, type SessionLog, StoreError } from '../../electron/store/event-store.ts';

export type Disk = {
  isFull: boolean;
  /** Asked before each write: how long the disk takes. */
  delayMs(): number;
};

export function faultyStore(store: EventStore, disk: Disk): EventStore {
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    const delayMs = disk.delayMs();
    if (delayMs > 0) await setTimeout(delayMs);
    if (disk.isFull) throw new StoreError('cannot-write', { why: 'ENOSPC' });
    return work();
  };
  const faulty = (log: SessionLog): SessionLog => ({
    ...log,
    append: (commits) => write(() => log.append(commits)),
    savePulse: (pulse) => write(() => log.savePulse(pulse)),
    saveSnapshot: (snapshot) => write(() => log.saveSnapshot(snapshot)),
  });
  return {
    ...store,
    create: async (sessionId, first) => faulty(await store.create(sessionId, first)),
    open: async (sessionId, options) => faulty(await store.open(sessionId, options)),
  };
}
