import { join } from 'node:path';
import type { Backend, BackendOptions } from './backend.ts';
import { type EventStore, StoreError } from './event-store.ts';
import { alone } from './peers.ts';
import { fileSecrets, type SecretBox } from './secrets.ts';
import { sqliteStore } from './sqlite.ts';

/** Rejects with StoreError for an address that is none, or where nobody answers. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { address, dataDir, secretBox } = options;
  if (address === 'sqlite:') return embedded(sqliteStore(dataDir), dataDir, secretBox);
  if (!isCluster(address)) throw new StoreError('no-store-address', { path: address });
  // Loaded here and nowhere else: whoever runs one hub needs none of it.
  const { openCluster } = await import('./jetstream/cluster.ts').catch((error: { code?: string }) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StoreError('no-cluster-parts', {});
  });
  return openCluster(options);
}

/** `nats://` or `tls://`, perhaps `user:password@`, and servers with commas between, each with a port or without. */
export function isCluster(address: string): boolean {
  const [, rest] = /^(?:nats|tls):\/\/(\S+)$/.exec(address) ?? [];
  const servers = rest?.slice(rest.lastIndexOf('@') + 1).split(',');
  return servers?.every((server) => URL.canParse(`nats://${server}`) && server !== '') ?? false;
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
