/** The options of `npm run hub`, read and checked before anything is made. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSessionId } from './hub/auth.ts';

export type ServeOptions = {
  host: string;
  port: number;
  publicUrl?: string;
  trustProxy: boolean;
  data: string;
  plan?: string;
  session?: string;
  store: string;
  tlsCert?: string;
  tlsKey?: string;
  json: boolean;
  help: boolean;
};

/** Something that the user can mend; its message is one line. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

export const HELP = `Usage: npm run hub -- [options]
  --host ADDRESS      listen here (127.0.0.1: this machine only; 0.0.0.0: everybody who can reach it)
  --port N            listen on this port (7377; 0 picks a free one)
  --public-url URL    what links and QR codes use behind a tunnel or proxy
  --trust-proxy       believe X-Forwarded-Host
  --data DIR          where sessions are kept
  --plan FILE         begin a new session from a plan (JSON, or the text of a workshop proposal)
  --session ID        resume this session, or give the new one this id
  --store ADDRESS     sqlite: (files in DIR)
  --tls-cert F --tls-key F   serve https and wss
  --json              print nothing but the line of JSON that says where it listens`;

/** Throws {@link OptionError} with one sentence for whatever cannot be. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ServeOptions {
  const { values } = parsed(args);
  const options: ServeOptions = {
    host: values.host ?? '127.0.0.1',
    port: portOf(values.port ?? '7377'),
    trustProxy: values['trust-proxy'] ?? false,
    data: values.data ?? defaultDataFolder(env),
    store: values.store ?? 'sqlite:',
    json: values.json ?? false,
    help: values.help ?? false,
    publicUrl: publicUrlOf(values['public-url']),
    plan: values.plan,
    session: values.session,
    tlsCert: values['tls-cert'],
    tlsKey: values['tls-key'],
  };
  if (options.session !== undefined && !isSessionId(options.session)) {
    throw new OptionError(
      `--session ${options.session}: a letter or digit, then letters, digits, - and _, at most 64.`,
    );
  }
  if (options.store !== 'sqlite:') {
    throw new OptionError(`--store ${options.store}: this version keeps sessions as files (sqlite:) only.`);
  }
  if ((options.tlsCert === undefined) !== (options.tlsKey === undefined)) {
    throw new OptionError('--tls-cert and --tls-key go together; give both or none.');
  }
  if (options.host === '')
    throw new OptionError('--host: an address is needed, such as 127.0.0.1 or 0.0.0.0.');
  if (options.data === '') throw new OptionError('--data: the folder must have a name.');
  return options;
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        host: text,
        port: text,
        'public-url': text,
        'trust-proxy': flag,
        data: text,
        plan: text,
        session: text,
        store: text,
        'tls-cert': text,
        'tls-key': text,
        json: flag,
        help: flag,
      },
    });
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new OptionError(`${first} (--help lists the options)`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new OptionError(`--port ${text}: a number from 0 to 65535 is needed.`);
  }
  return port;
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new OptionError(`--public-url ${text}: an address such as https://floor.example is needed.`);
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
