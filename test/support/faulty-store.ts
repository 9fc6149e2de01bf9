/** A store whose disk refuses or dawdles as a test says, and whose process may die. */
import { type EventStore, type SessionLog, StoreError } from '../../electron/store/event-store.ts';

export type FaultyDisk = {
  isFull: boolean;
  /** Asked before each write; resolves when the disk has got that far. */
  wait(): Promise<void>;
};

/** Once it is closed, what was on its way is neither written nor answered. */
export function faultyStore(store: EventStore, disk: FaultyDisk): EventStore {
  let isClosed = false;
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    await disk.wait();
    if (isClosed) return new Promise(() => undefined);
    if (disk.isFull) throw new StoreError('cannot-write', { why: 'ENOSPC' });
    return work();
  };
  const faulty = (log: SessionLog): SessionLog => ({
    ...log,
    append: (commits) => write(() => log.append(commits)),
    savePulse: (pulse) => write(() => log.savePulse(pulse)),
    saveSnapshot: (snapshot) => write(() => log.saveSnapshot(snapshot)),
    putContact: (contactId, body) => write(() => log.putContact(contactId, body)),
    eraseContact: (contactId) => write(() => log.eraseContact(contactId)),
  });
  return {
    ...store,
    create: async (sessionId, first) => faulty(await store.create(sessionId, first)),
    open: async (sessionId, options) => faulty(await store.open(sessionId, options)),
    close: () => {
      isClosed = true;
      return store.close();
    },
  };
}
