import { memoryStore } from '../../../electron/store/memory.ts';
import { sqliteStore } from '../../../electron/store/sqlite/store.ts';
import { eventStoreContract } from '../../support/event-store-contract.ts';
import { temporaryFolder } from '../../support/hub-process.ts';

eventStoreContract('memory', 'one', async () => ({ store: memoryStore(), remove: async () => undefined }));

eventStoreContract('sqlite', 'one', async () => {
  const { path, remove } = await temporaryFolder();
  return { store: sqliteStore(path), remove };
});
