/** What a hub keeps its sessions in, as it is opened once. */
import type { EventStore } from './event-store.ts';
import type { Peers } from './peers.ts';
import type { SecretBox, SecretStore } from './secrets.ts';

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
