/** The hub under plain Node: `npm run hub`. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PLAN_FILE_BYTES_MAX } from '../shared/lib/limits.ts';
import { ROLES } from '../shared/lib/vocabulary.ts';
import type { Plan } from '../shared/plan.ts';
import { planSchema } from '../shared/plan.ts';
import type { Hub, OpenedSession } from './hub/hub.ts';
import { startHub } from './hub/hub.ts';
import { PlanError } from './importers/plan-error.ts';
import { readPlan } from './importers/read-plan.ts';
import { HELP, OptionError, readOptions, type ServeOptions } from './options.ts';
import { StoreError } from './store/event-store.ts';

const WEB_FOLDER = join(
  import.meta.dirname,
  import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer',
);

const EMPTY_PLAN = planSchema.parse({ format: 'evenfloor.plan', v: 1, title: 'Hybrid meeting' });

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return say(HELP);
  const tls = await readTls(options);
  const plan = options.plan === undefined ? EMPTY_PLAN : await readPlanFile(options.plan);
  const hub = await startHub({ ...options, dataDir: options.data, webDir: WEB_FOLDER, ...(tls && { tls }) });
  try {
    announce(options, hub, await openOrCreate(options, hub, plan));
  } catch (error) {
    await hub.close();
    throw error;
  }
  closeOnSignal(hub);
}

/** `--session` names one that is there, or the one to be made. */
async function openOrCreate(options: ServeOptions, hub: Hub, plan: Plan): Promise<OpenedSession> {
  const { session } = options;
  if (session === undefined || !(await hub.hasSession(session))) return hub.createSession(plan, session);
  if (options.plan !== undefined) warn(`Session ${session} is resumed as it is; --plan is not read into it.`);
  return hub.openSession(session);
}

async function readPlanFile(path: string): Promise<Plan> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > PLAN_FILE_BYTES_MAX) throw new Error(`it has ${size} bytes, more than ${PLAN_FILE_BYTES_MAX}`);
    bytes = await readFile(path);
  } catch (error) {
    throw new OptionError(`--plan ${path} cannot be read: ${describe(error)}.`);
  }
  try {
    return await readPlan(basename(path), bytes);
  } catch (error) {
    if (error instanceof PlanError) throw new OptionError(`--plan ${path}: ${error.message}`);
    throw error;
  }
}

async function readTls({ tlsCert, tlsKey }: ServeOptions): Promise<{ cert: string; key: string } | null> {
  if (tlsCert === undefined || tlsKey === undefined) return null;
  const [cert, key] = await Promise.all(
    [tlsCert, tlsKey].map((path) =>
      readFile(path, 'utf8').catch((error) => {
        throw new OptionError(`${path} cannot be read: ${describe(error)}.`);
      }),
    ),
  );
  return { cert: cert ?? '', key: key ?? '' };
}

/** One line for programs; people get the same in words unless the programs asked to be alone. */
function announce(options: ServeOptions, hub: Hub, { sessionId, title, invites }: OpenedSession): void {
  if (!options.json) {
    say(`Evenfloor is listening at ${hub.url}\nSession ${sessionId}: ${title}\n`);
    for (const role of ROLES) if (invites[role]) say(`  ${role.padEnd(17)} ${invites[role]}`);
    say('\nWho has one of these links has that role. Ctrl-C closes the hub; the session stays.\n');
  }
  say(JSON.stringify({ event: 'listening', url: hub.url, sessionId, invites }));
}

function closeOnSignal(hub: Hub): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void hub.close().then(() => process.exit(0));
    });
  }
}

/** What went wrong, in one line: an option, a file, the port, the disk. */
function oneLine(error: unknown): string {
  if (error instanceof OptionError || error instanceof StoreError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  const { port, address } = error as { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use; close the other program or choose another --port.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} needs more rights; choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `--host ${address}: this machine has no such address.`;
  return describe(error);
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function warn(text: string): void {
  process.stderr.write(`evenfloor: ${text}\n`);
}

main().catch((error: unknown) => {
  warn(oneLine(error));
  process.exit(1);
});
