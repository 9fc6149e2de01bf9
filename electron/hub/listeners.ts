/** The ports that this hub listens at: one server for each address, all at the same port. */
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { isWildcard, lanAddresses } from './address.ts';

// An `import` of it makes Node load its HTTP client as well, for the names it re-exports: 13 MB that no hub needs.
const { createServer } = process.getBuiltinModule('node:http');

export type ListenersOptions = {
  /** 0 picks a free one. */
  port: number;
  /** PEM texts. */
  tls: { cert: string; key: string } | undefined;
  handler: RequestListener;
  onServer(server: Server): void;
};

export type Listeners = {
  readonly port: number;
  hosts(): string[];
  /** Rejects with the system's error; an address that is listened at already is left as it is. */
  listen(host: string): Promise<void>;
  /** Under which others find it, without a trailing slash. */
  urlOf(host: string): string;
  close(): void;
};

export function createListeners({ port, tls, handler, onServer }: ListenersOptions): Listeners {
  const servers = new Map<string, Server>();
  let boundPort = port;
  return {
    get port() {
      return boundPort;
    },
    hosts: () => [...servers.keys()],
    listen: async (host) => {
      if (servers.has(host)) return;
      const server = tls ? createTlsServer(tls, handler) : createServer(handler);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(boundPort, host, resolve);
      });
      boundPort = (server.address() as AddressInfo).port;
      servers.set(host, server);
      onServer(server);
    },
    urlOf: (host) => `${tls ? 'https' : 'http'}://${hostInUrl(host)}:${boundPort}`,
    close: () => {
      for (const server of servers.values()) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** A wildcard is no address to go to; IPv6 stands in brackets. */
function hostInUrl(host: string): string {
  const named = isWildcard(host) ? (lanAddresses()[0] ?? '127.0.0.1') : host;
  return named.includes(':') ? `[${named}]` : named;
}
