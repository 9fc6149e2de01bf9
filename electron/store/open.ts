import { join } from 'node:path';
import { type EventStore, StoreError } from './event-store.ts';
import { alone, type Peers } from './peers.ts';
import { fileSecrets, type SecretBox, type SecretStore } from './secrets.ts';
import { sqliteStore } from './sqlite.ts';

/** What the time is where the messages are kept, epoch milliseconds, as far as is known. */
export type StoreTime = {
  nowMs(): number;
  /** This machine seems to have slept for so long, its clock with it: so it is taken to be until the answer is here. */
  step(ms: number): void;
};

/** Everything that outlives a hub, or that it shares with others. */
export type Backend = {
  store: EventStore;
  secrets: SecretStore;
  peers: Peers;
  /** Null where the store's clock is this machine's. */
  time: StoreTime | null;
  /** Last of all: store and peers too. */
  close(): Promise<void>;
};

export type BackendOptions = {
  /** `sqlite:` keeps the sessions as files in `dataDir`; `nats://` and `tls://` name servers, with commas between. */
  address: string;
  dataDir: string;
  secretBox?: SecretBox | undefined;
  /** Files of a cluster's: a key to come in with, and who signs its certificates. */
  creds?: string | undefined;
  ca?: string | undefined;
};

/** Rejects with StoreError for an address that is none, or where nobody answers. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { address, dataDir, secretBox } = options;
  if (address === 'sqlite:') return embedded(sqliteStore(dataDir), dataDir, secretBox);
  if (!isCluster(address)) throw new StoreError('cannot-write', { path: address });
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
