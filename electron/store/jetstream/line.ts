/** Whether the cluster can be reached and takes what is written, as far as this side knows; and the time to wait by. */
import type { NatsConnection } from '@nats-io/transport-node';
import type { Line } from '../event-store.ts';
import { type Surroundings, THIS_MACHINE } from './surroundings.ts';

export type WatchedLine = Line & {
  /** Something has been under way for too long, or is no more. */
  note(isStuck: boolean): void;
  /** Resolves when the connection is there, or closed for good. */
  connected(): Promise<void>;
  readonly surroundings: Surroundings;
  wait(ms: number): Promise<void>;
};

export function watchLine(
  connection: NatsConnection,
  surroundings: Surroundings = THIS_MACHINE,
): WatchedLine {
  const listeners = new Set<() => void>();
  let isConnected = true;
  let isStuck = false;
  let waiting: (() => void)[] = [];
  const isUp = () => isConnected && !isStuck;

  function change(change: () => void): void {
    const before = isUp();
    change();
    if (isConnected) for (const go of waiting.splice(0)) go();
    if (isUp() !== before) for (const listener of listeners) listener();
  }

  async function follow(): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect' || type === 'staleConnection') change(() => (isConnected = false));
      if (type === 'reconnect') change(() => (isConnected = true));
    }
    // Closed for good: whoever waits finds that out by trying.
    for (const go of waiting) go();
    waiting = [];
  }
  void follow();

  return {
    get isUp() {
      return isUp();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    note: (stuck) => change(() => (isStuck = stuck)),
    connected: () =>
      isConnected || connection.isClosed()
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push(resolve)),
    surroundings,
    wait: (ms) => new Promise((resolve) => void surroundings.after(ms, resolve)),
  };
}
