import { type EventStore, StoreError } from './event-store.ts';
import { sqliteStore } from './sqlite.ts';

/** The store that an address names: `sqlite:` keeps the sessions as files in `dataDir`. */
export function openStore(address: string, dataDir: string): EventStore {
  if (address === 'sqlite:') return sqliteStore(dataDir);
  throw new StoreError('cannot-write', { path: address });
}
