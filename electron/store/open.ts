import { join } from 'node:path';
import { clusterOf, shown } from './address.ts';
import type { Backend, BackendOptions } from './backend.ts';
import { type EventStore, StoreError } from './event-store.ts';
import { alone } from './peers.ts';
import { fileSecrets, type SecretBox } from './secrets.ts';
import { sqliteStore } from './sqlite/store.ts';

/** Rejects with StoreError for an address that is none, or where nobody answers. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { address, dataDir, secretBox } = options;
  if (address === 'sqlite:') return embedded(sqliteStore(dataDir), dataDir, secretBox);
  if (!clusterOf(address)) throw new StoreError('no-store-address', { path: shown(address) });
  // Loaded here and nowhere else: whoever runs one hub needs none of it.
  const { openCluster } = await import('./jetstream/cluster.ts').catch((error: { code?: string }) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StoreError('no-cluster-parts', {});
  });
  return openCluster(options);
}

/** One machine, one hub: whichever store it is, the secrets lie beside it in `dataDir`. */
export function embedded(store: EventStore, dataDir: string, secretBox?: SecretBox): Backend {
  return {
    store,
    secrets: fileSecrets(join(dataDir, 'secrets'), secretBox),
    peers: alone(),
    time: null,
    close: () => store.close(),
  };
}
