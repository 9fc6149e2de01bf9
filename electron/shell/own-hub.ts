/** The app's own hub: the same one as under plain Node, with its sessions in the user's folder. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, safeStorage } from 'electron';
import { type Hub, startHub } from '../hub/hub.ts';
import type { Backend } from '../store/backend.ts';
import { beside } from '../store/beside.ts';
import { openBackend } from '../store/open.ts';
import type { ShellOptions } from './options.ts';
import { windowPrinter } from './print.ts';
import { createSecretBox } from './secret-box.ts';

/** The same port every day, so that links on paper and the browsers' settings for the page stay good. */
const USUAL_PORT = 7377;

/**
 * Listens on this computer alone until somebody asks for more. Takes any free port when the usual one is taken. After
 * `ready` only: whoever comes is let in by a secret, which the system's key store opens.
 */
export async function startOwnHub(options: ShellOptions, store: Backend): Promise<Hub> {
  const fixed = {
    dataDir: dataDirOf(options),
    store,
    host: '127.0.0.1',
    webDir: fileURLToPath(new URL('../renderer', import.meta.url)),
    printer: windowPrinter(),
    ...(options.pageUrl ? { publicUrl: new URL(options.pageUrl).origin } : {}),
  };
  if (options.hubPort !== null) return startHub({ ...fixed, port: options.hubPort });
  try {
    return await startHub({ ...fixed, port: USUAL_PORT });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return startHub({ ...fixed, port: 0 });
  }
}

function dataDirOf({ dataDir }: ShellOptions): string {
  return dataDir ?? join(app.getPath('userData'), 'sessions');
}

/**
 * Also before `ready`: the thread that writes takes as long to start as Electron itself. A cluster's sessions go on alone
 * on this computer when the line to it is cut.
 */
export async function openOwnBackend(options: ShellOptions): Promise<Backend> {
  const dataDir = dataDirOf(options);
  const secretBox = createSecretBox(safeStorage, process.platform);
  const own = await openBackend({ address: 'sqlite:', dataDir, secretBox });
  const { store: address, storeCreds, storeCa } = options;
  if (address === null) return own;
  const creds = storeCreds ?? undefined;
  const ca = storeCa ?? undefined;
  return beside(await openBackend({ address, dataDir, creds, ca }), own);
}
