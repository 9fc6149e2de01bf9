/** Where sessions are kept, as the command line names it: `sqlite:`, or the servers of a cluster. */
import { isIPv6 } from 'node:net';

export type Cluster = {
  isTls: boolean;
  /** Host, and port or not. */
  servers: string[];
  account: { user: string; pass: string } | { token: string } | null;
};

/**
 * `nats://user:password@one:4222,two:4222`, or a token in place of user and password, or `tls://`; the scheme may stand
 * before each server. Null for whatever else.
 */
export function clusterOf(address: string): Cluster | null {
  const [, scheme, rest = ''] = /^(nats|tls):\/\/(\S+)$/.exec(address) ?? [];
  const at = rest.lastIndexOf('@');
  const servers = rest
    .slice(at + 1)
    .split(',')
    .map((server) => server.replace(/^(?:nats|tls):\/\//, ''));
  if (!scheme || !servers.every(isServer)) return null;
  return { isTls: scheme === 'tls', servers, account: at < 0 ? null : accountOf(rest.slice(0, at)) };
}

/** The address as it may be shown: without the key to it. */
export function shown(address: string): string {
  return address.replace(/\/\/.*@/, '//');
}

function isServer(text: string): boolean {
  return isIPv6(text) || (/^[^/?#@]+$/.test(text) && URL.canParse(`nats://${text}`));
}

function accountOf(text: string): Cluster['account'] {
  const at = text.indexOf(':');
  if (at < 0) return { token: decoded(text) };
  return { user: decoded(text.slice(0, at)), pass: decoded(text.slice(at + 1)) };
}

/** A password with a `%` that nobody has encoded is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
