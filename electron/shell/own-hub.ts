/** The app's own hub: the same one as under plain Node, with its sessions in the user's folder. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, safeStorage } from 'electron';
import { type Hub, startHub } from '../hub/hub.ts';
import { beside } from '../store/beside.ts';
import { type Backend, openBackend } from '../store/open.ts';
import type { SecretBox } from '../store/secrets.ts';
import type { ShellOptions } from './options.ts';
import { windowPrinter } from './print.ts';
import { createSecretBox } from './secret-box.ts';

/** The same port every day, so that links on paper and the browsers' settings for the page stay good. */
const USUAL_PORT = 7377;

/** Listens on this computer alone until somebody asks for more. Takes any free port when the usual one is taken. */
export async function startOwnHub(options: ShellOptions): Promise<Hub> {
  const dataDir = options.dataDir ?? join(app.getPath('userData'), 'sessions');
  const secretBox = createSecretBox(safeStorage, process.platform);
  const fixed = {
    dataDir,
    store: await backendOf(options, dataDir, secretBox),
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

/** A cluster's sessions go on alone on this computer when the line to it is cut. */
async function backendOf(options: ShellOptions, dataDir: string, secretBox: SecretBox): Promise<Backend> {
  const own = await openBackend({ address: 'sqlite:', dataDir, secretBox });
  const { store: address, storeCreds, storeCa } = options;
  if (address === null) return own;
  const creds = storeCreds ?? undefined;
  const ca = storeCa ?? undefined;
  return beside(await openBackend({ address, dataDir, creds, ca }), own);
}
