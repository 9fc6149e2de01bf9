/**
 * `npm run soak`: eight hours of a meeting with 500 clients in fast-forward, through the hub's own peers and rooms and a
 * real session file. Ends with 1 when the hub holds more at the end than a tenth above what it held after the first
 * tenth. `--hours 8`, `--clients 500`, `--seed 1`.
 */
import { memoryUsage } from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { getHeapSpaceStatistics } from 'node:v8';
import { sqliteStore } from '../../electron/store/sqlite/store.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { temporaryFolder } from '../support/hub-process.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { simulatedHub } from '../support/simulated-hub.ts';
import { meetingOf } from './long-meeting.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '8' },
    clients: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});

const STAFF: Role[] = ['host', 'onsite-moderator', 'online-moderator', 'liaison', 'rapporteur', 'display'];
const TENTHS = 10;
/** What is freed by one collection may let go of more. */
const ROUNDS = 5;
const GROWTH_MAX = 1.1;
const MEGABYTE = 1024 * 1024;

const said = (text: string) => process.stdout.write(`${text}\n`);
const gc = must(globalThis.gc, '--expose-gc');

/** Of V8: compiled functions and what belongs to them, more or fewer as it sees fit, and nothing that the hub keeps. */
const CODE_SPACES = ['code_space', 'code_large_object_space', 'trusted_space', 'trusted_large_object_space'];

/** Bytes that are in use, by JavaScript's values and by its buffers, once what is under way has ended. */
async function held(): Promise<number> {
  for (let round = 0; round < ROUNDS; round += 1) {
    gc();
    await nextTurn();
  }
  const { heapUsed, arrayBuffers } = memoryUsage();
  const code = getHeapSpaceStatistics().filter(({ space_name }) => CODE_SPACES.includes(space_name));
  return heapUsed - code.reduce((sum, { space_used_size }) => sum + space_used_size, 0) + arrayBuffers;
}

const shown = (bytes: number) => (bytes / MEGABYTE).toFixed(1);

/** Apart from the loop, which would hold the whole text until it says the next line. */
function happened(): string {
  const { seq, state } = hub.room;
  return `${seq} commits, ${state.turns.length} turns, state of ${shown(JSON.stringify(state).length)} MB`;
}

const folder = await temporaryFolder();
const clock = simulatedClock();
const store = sqliteStore(folder.path);
const hub = await simulatedHub(clock, () => store);
const phones = Number(values.clients) - STAFF.length;
const roles: Role[] = [...STAFF, ...Array.from({ length: phones }, () => 'participant' as const)];
const meeting = await meetingOf(hub, clock, roles, seededRandom(Number(values.seed)));

let firstBytes = 0;
let lastBytes = 0;
for (let tenth = 1; tenth <= TENTHS; tenth += 1) {
  await meeting.goOn((Number(values.hours) * 3_600) / TENTHS);
  lastBytes = await held();
  if (tenth === 1) firstBytes = lastBytes;
  said(`${tenth}/${TENTHS}: ${shown(lastBytes)} MB, ${happened()}, ${meeting.arrivals} arrivals`);
}
const growth = lastBytes / firstBytes;
said(
  `soak: ${values.hours} h, ${values.clients} clients: ${growth.toFixed(2)} × what was held after the first tenth`,
);
await hub.close();
await store.close();
await folder.remove();
if (growth > GROWTH_MAX) process.exitCode = 1;
