/** Opening the hub to the local network: only when asked, until the app quits. */

import { shellWords } from './words/words.ts';

export type Sharing = { start(): Promise<string[]>; addresses(): Promise<string[]> };

export type SharingOptions = {
  hub: { listenOn(host: string): Promise<string[]> };
  /** This computer's addresses on its networks, as they are at this moment. */
  lanAddresses: () => string[];
};

/**
 * Asked again, it adds the networks that have come since. It listens on each address by itself: a system refuses
 * "all addresses" on a port where this computer's own is taken already, by the app's window.
 */
export function createSharing({ hub, lanAddresses }: SharingOptions): Sharing {
  let known: string[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<string[]> {
    const all = lanAddresses();
    // A laptop's IPv6 address is often reachable from the whole Internet, which is more than was asked for.
    const local = all.filter((address) => !address.includes(':'));
    const hosts = local.length > 0 ? local : all;
    if (hosts.length === 0) throw new Error(shellWords().problems.noNetwork);
    const tries = await Promise.allSettled(hosts.map((host) => hub.listenOn(host)));
    const opened = tries.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const [first] = tries;
    // One address of several may be going away just now; only when none is left it is a failure.
    if (opened.length === 0 && first?.status === 'rejected') throw first.reason;
    known = opened;
    return opened;
  }

  return {
    start() {
      // One after the other: two clicks at once must not try to listen twice in the same place.
      const next = last.then(open);
      last = next.catch(() => undefined);
      return next;
    },
    addresses: async () => known,
  };
}
