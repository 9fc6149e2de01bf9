/** The hub under plain Node: `npm run hub`. */
import './small-heap.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { SHUTDOWN_MS_MAX } from '../shared/lib/limits.ts';
import { ROLES } from '../shared/lib/vocabulary.ts';
import type { Plan } from '../shared/plan.ts';
import { planSchema } from '../shared/plan.ts';
import { FILE_WORDS } from '../shared/words/file-errors.ts';
import { OptionError } from './arguments.ts';
import type { Hub, OpenedSession } from './hub/hub.ts';
import { startHub } from './hub/hub.ts';
import { PlanError } from './importers/plan-error.ts';
import { planFile } from './importers/plan-file.ts';
import { readOptions, type ServeOptions } from './options.ts';
import { StoreError } from './store/event-store.ts';
import { causeOf, firstLine, terminalLanguage, terminalWords } from './words/words.ts';

const WEB_FOLDER = join(
  import.meta.dirname,
  import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer',
);

const words = terminalWords();
/** Of files that are no plans, and of sessions that cannot be used. */
const fileWords = FILE_WORDS[terminalLanguage(process.env)];

const EMPTY_PLAN = planSchema.parse({ format: 'evenfloor.plan', v: 1, title: words.hub.untitled });

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return say(words.hub.help);
  const tls = await readTls(options);
  const plan = options.plan === undefined ? EMPTY_PLAN : await readPlanFile(options.plan);
  const { metricsTokenFile } = options;
  const hub = await startHub({
    ...options,
    dataDir: options.data,
    webDir: WEB_FOLDER,
    ...(tls && { tls }),
    ...(metricsTokenFile !== undefined && { metricsToken: (await readText(metricsTokenFile)).trim() }),
  });
  try {
    announce(options, hub, await openOrCreate(options, hub, plan));
  } catch (error) {
    await hub.close();
    throw error;
  }
  closeOnSignal(hub);
}

/** `--restore` takes one in; `--session` names one that is there, or the one to be made. */
async function openOrCreate(options: ServeOptions, hub: Hub, plan: Plan): Promise<OpenedSession> {
  const { session, restore } = options;
  if (restore !== undefined) {
    const restored = await hub.restoreSession(restore);
    if (!options.json) say(words.hub.restored(restore, new Date(restored.asOfMs)));
    return restored;
  }
  if (session === undefined || !(await hub.hasSession(session))) {
    try {
      return await hub.createSession(plan, session);
    } catch (error) {
      // Another hub of the same store has just made it.
      const isMade = error instanceof StoreError && error.code === 'session-exists';
      if (session === undefined || !isMade) throw error;
    }
  }
  if (options.plan !== undefined) warn(words.hub.resumed(session));
  return hub.openSession(session);
}

async function readPlanFile(path: string): Promise<Plan> {
  const { fileName, bytes } = await planFile(path).catch((error: unknown) => {
    if (error instanceof PlanError) throw error;
    throw new OptionError(words.options.unreadable(`--plan ${path}`, causeOf(words, error)));
  });
  // Calendars, tables and workbooks are a third of the code, and mostly nobody comes with one.
  const { readPlan } = await import('./importers/read-plan.ts');
  return readPlan(fileName, bytes);
}

async function readTls({ tlsCert, tlsKey }: ServeOptions): Promise<{ cert: string; key: string } | null> {
  if (tlsCert === undefined || tlsKey === undefined) return null;
  const [cert = '', key = ''] = await Promise.all([tlsCert, tlsKey].map(readText));
  try {
    createSecureContext({ cert, key });
  } catch {
    throw new OptionError(words.hub.tlsPair(tlsCert, tlsKey));
  }
  return { cert, key };
}

/** An empty one is none: Node would answer nobody with an empty certificate. */
async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new OptionError(words.options.unreadable(path, causeOf(words, error)));
  });
  if (text.trim() === '') throw new OptionError(words.options.unreadable(path, words.options.isEmpty));
  return text;
}

/** One line for programs; people get the same in words unless the programs asked to be alone. */
function announce(options: ServeOptions, hub: Hub, { sessionId, title, invites }: OpenedSession): void {
  if (!options.json) {
    const { listening, opened, roles, whoHas } = words.hub;
    say(`${listening(hub.url)}\n${opened(sessionId, title)}\n`);
    for (const role of ROLES) if (invites[role]) say(`  ${padded(roles[role], 17)} ${invites[role]}`);
    say(`\n${whoHas}\n`);
  }
  say(JSON.stringify({ event: 'listening', url: hub.url, sessionId, invites }));
}

function closeOnSignal(hub: Hub): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void leave(hub).then((code) => process.exit(code));
    });
  }
}

/** The exit code: 0 when all was let go of in time. */
async function leave(hub: Hub): Promise<number> {
  const isLate = wait(SHUTDOWN_MS_MAX, true);
  const isClosed = hub.drain().then(() => hub.close());
  try {
    return (await Promise.race([isLate, isClosed])) === true ? 1 : 0;
  } catch (error) {
    warn(oneLine(error));
    return 1;
  }
}

/** What the system says of a port that cannot be listened at. */
type ListenError = NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string };

/** What went wrong, in one line: an option, a file, the port, the disk. */
function oneLine(error: unknown): string {
  if (error instanceof OptionError) return error.message;
  if (error instanceof PlanError) return `--plan: ${fileWords.plan[error.code](error.params)}`;
  if (error instanceof StoreError) {
    const { why } = error.params;
    return fileWords.store[error.code](
      why ? { ...error.params, why: words.causes[why] ?? why } : error.params,
    );
  }
  const { code, path, port, address, hostname } = error as ListenError;
  if (code === 'EADDRINUSE' && port !== undefined) return words.hub.portInUse(port);
  if (code === 'EACCES' && port !== undefined) return words.hub.portRights(port);
  if (code === 'EADDRNOTAVAIL') return words.hub.noSuchAddress(String(address));
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return words.hub.unknownHost(String(hostname));
  if (code !== undefined && path !== undefined) return words.hub.unusable(path, causeOf(words, error));
  return words.hub.failed(firstLine(error));
}

/** As padEnd, for a terminal, where a Han character is two columns wide. */
function padded(text: string, columns: number): string {
  const width = [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, columns - width));
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
