/** The options of `npm run hub`, read and checked before anything is made. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { OptionError, readArguments } from './arguments.ts';
import { isSessionId } from './hub/auth.ts';
import { clusterOf, shown } from './store/address.ts';
import type { TerminalWords } from './words/en.ts';
import { terminalWords } from './words/words.ts';

export type ServeOptions = {
  host: string;
  port: number;
  publicUrl?: string;
  trustProxy: boolean;
  data: string;
  plan?: string;
  session?: string;
  restore?: string;
  store: string;
  storeCreds?: string;
  storeCa?: string;
  tlsCert?: string;
  tlsKey?: string;
  metricsTokenFile?: string;
  json: boolean;
  help: boolean;
};

const PORT_MAX = 65_535;

const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string' },
  'public-url': { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  data: { type: 'string' },
  plan: { type: 'string' },
  session: { type: 'string' },
  restore: { type: 'string' },
  store: { type: 'string' },
  'store-creds': { type: 'string' },
  'store-ca': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'metrics-token-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Throws {@link OptionError} with one sentence for whatever cannot be. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ServeOptions {
  const words = terminalWords(env);
  const values = readArguments(args, OPTIONS, words);
  const options: ServeOptions = {
    host: values.host ?? '127.0.0.1',
    port: portOf(words, values.port ?? '7377'),
    trustProxy: values['trust-proxy'] ?? false,
    data: values.data ?? defaultDataFolder(env),
    store: values.store ?? 'sqlite:',
    json: values.json ?? false,
    help: values.help ?? false,
    publicUrl: publicUrlOf(words, values['public-url']),
    plan: values.plan,
    session: values.session,
    restore: values.restore,
    storeCreds: values['store-creds'],
    storeCa: values['store-ca'],
    tlsCert: values['tls-cert'],
    tlsKey: values['tls-key'],
    metricsTokenFile: values['metrics-token-file'],
  };
  if (options.session !== undefined && !isSessionId(options.session)) {
    throw new OptionError(words.hub.session(options.session));
  }
  if (options.restore !== undefined && (options.session ?? options.plan) !== undefined) {
    throw new OptionError(words.hub.restoreAlone);
  }
  if (options.store !== 'sqlite:' && !clusterOf(options.store)) {
    throw new OptionError(words.hub.store(shown(options.store)));
  }
  if (options.store === 'sqlite:' && (options.storeCreds ?? options.storeCa) !== undefined) {
    throw new OptionError(words.hub.storeKey);
  }
  if ((options.tlsCert === undefined) !== (options.tlsKey === undefined)) {
    throw new OptionError(words.hub.tls);
  }
  if (options.host === '') throw new OptionError(words.hub.host);
  if (options.data === '') throw new OptionError(words.hub.data);
  return options;
}

function portOf(words: TerminalWords, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > PORT_MAX) {
    throw new OptionError(words.options.number('port', text, 0, PORT_MAX));
  }
  return port;
}

function publicUrlOf({ hub }: TerminalWords, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new OptionError(hub.publicUrl(text));
  }
  return url.origin;
}

function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return join(env.APPDATA ?? homedir(), 'Evenfloor', 'sessions');
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'Evenfloor', 'sessions');
  }
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'evenfloor', 'sessions');
}
