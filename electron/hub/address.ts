/** Which addresses this hub answers to. Anything else is another site's page, or a name rebound to us. */
import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

const LAN_KNOWN_MS = 2_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export type AddressBook = {
  /** Whether a request was meant for this hub, by its Host header. */
  isOurs(request: IncomingMessage): boolean;
  isOurOrigin(origin: string): boolean;
  /** Of the same session's hubs: whoever loses one of them goes on at another, with the page that it has. */
  isPeerOrigin(origin: string): boolean;
};

export type AddressOptions = {
  publicUrl: string | undefined;
  /** Believe X-Forwarded-Host, since only a proxy of ours can reach the port. */
  trustProxy: boolean;
  /** The hosts that the hub listens on at present. */
  listening(): readonly string[];
  /** Origins of the hubs that share the store. */
  peers(): readonly string[];
};

export function addressBook({ publicUrl, trustProxy, listening, peers }: AddressOptions): AddressBook {
  const publicHost = publicUrl === undefined ? null : new URL(publicUrl).host;
  /** As last looked up, which takes 50 µs and more: it is asked with every request. */
  let lan: readonly string[] = [];
  let lanUntilMs = 0;
  const isLan = (address: string) => {
    const nowMs = performance.now();
    // One that is new is found at once; one that is gone may be another machine's soon.
    if (nowMs > lanUntilMs || !lan.includes(address)) {
      lan = lanAddresses();
      lanUntilMs = nowMs + LAN_KNOWN_MS;
    }
    return lan.includes(address);
  };
  const isOurUrl = (text: string) => {
    if (!/^https?:\/\/[^/@?#\s]+$/i.test(text) || !URL.canParse(text)) return false;
    const url = new URL(text);
    if (LOOPBACK.has(url.hostname) || url.host === publicHost) return true;
    const address = url.hostname.replace(/^\[|\]$/g, '');
    return listening().some((host) => (isWildcard(host) ? isLan(address) : host === address));
  };
  return {
    isOurs: ({ headers }) => {
      const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined;
      return (
        isOurUrl(`http://${forwarded ?? headers.host ?? ''}`) || isOurUrl(`https://${headers.host ?? ''}`)
      );
    },
    isOurOrigin: isOurUrl,
    isPeerOrigin: (origin) => peers().includes(origin),
  };
}

export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** The addresses under which other machines of the local network may find this one; IPv4 first. */
export function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = all.filter((one) => !one.internal && !one.address.startsWith('fe80:'));
  return outside.toSorted((a, b) => a.family.localeCompare(b.family)).map((one) => one.address);
}
