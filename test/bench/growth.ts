/**
 * What a command as the console sends it costs the hub with its session file, in processor time of all its threads, from
 * the message to the frames: with 10 and 1,000 people waiting, and after 10³, 10⁴ and 10⁵ commits; all of it in the same
 * run and turn about, as ratios to the smallest. Ends by itself; fails where 1,000 waiting cost more than a fifth more, or a
 * longer session a tenth (it should cost nothing, but what is measured twice differs by that).
 * A ninth of the commits is a turn: the longest session has 11,000 of them.
 */

import { sqliteStore } from '../../electron/store/sqlite/store.ts';
import type { Actor } from '../../shared/domain/context.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';
import { type SimulatedClock, simulatedClock } from '../support/simulated-clock.ts';
import { type SimulatedHub, simulatedHub } from '../support/simulated-hub.ts';

const WAITING = [10, 1_000];
const LENGTHS = [1_000, 10_000, 100_000];
const WARM_UP_BLOCKS = 200;
const ROUNDS = 300;
/** As far apart as no limit for haste minds. */
const BLOCK_MS = 500;
const QUEUE_GROWTH_MAX = 1.2;
const LENGTH_GROWTH_MAX = 1.1;
const FILL_CYCLES = 11;

const HOST: Actor = { personId: 'p-host', roles: ['host'] };
const SCREENS: Role[] = ['onsite-moderator', 'participant'];

type Command = [name: string, args: object];
type Hall = {
  hub: SimulatedHub;
  clock: SimulatedClock;
  count: number;
  lastTurnId: string | null;
  close(): Promise<void>;
};

async function hall(): Promise<Hall> {
  const clock = simulatedClock();
  const folder = await temporaryFolder();
  const store = sqliteStore(folder.path);
  const hub = await simulatedHub(clock, () => store);
  for (const role of SCREENS) {
    const peer = hub.answer({
      send: () => undefined,
      close: () => undefined,
      hold: () => undefined,
      bufferedBytes: () => 0,
      roundTripMs: () => 20,
      measure: () => undefined,
      rest: () => undefined,
    });
    const token = hub.tokenOf(role);
    peer.receive(
      JSON.stringify({ type: 'hello', token, clientId: `${role}-0123456789-abc`, afterSeq: null }),
    );
  }
  const close = async () => {
    await hub.close();
    await store.close();
    await folder.remove();
  };
  const one: Hall = { hub, clock, count: 0, lastTurnId: null, close };
  await submit(one, ['agenda/begin', { itemId: 'talk', afterItemId: null }]);
  return one;
}

function submit(hall: Hall, [name, args]: Command): Promise<void> {
  hall.count += 1;
  return hall.hub.room
    .submit({ actor: HOST, inviteId: 'invite-host' }, `c${hall.count}`, name, args)
    .then((answer) => {
      if ('code' in answer) throw new Error(JSON.stringify(answer));
    });
}

/** All together, to get somewhere. */
async function sendAll(hall: Hall, commands: readonly Command[]): Promise<void> {
  await Promise.all(commands.map((command) => submit(hall, command)));
  await hall.clock.pass(BLOCK_MS);
}

/** Each when the last was answered; microseconds of processor time for each. */
async function send(hall: Hall, commands: readonly Command[]): Promise<number> {
  const before = process.cpuUsage();
  for (const command of commands) await submit(hall, command);
  const { user, system } = process.cpuUsage(before);
  await hall.clock.pass(BLOCK_MS);
  return (user + system) / commands.length;
}

/** A turn, and three hands that come and go, again and again: as many wait afterwards as before. */
function block(hall: Hall, cycles: number): Command[] {
  const commands: Command[] = [];
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const n = hall.count + commands.length;
    const [entryId, turnId, other] = [`e${n}`, `t${n}`, `o${n}`];
    commands.push(
      ['queue/join', { ...hand(entryId, 'online'), entryId }],
      ['floor/give', { turnId, entryId, afterTurnId: hall.lastTurnId, proposedEntryId: entryId }],
      ['floor/end', { turnId }],
    );
    hall.lastTurnId = turnId;
    for (const entryId of [`${other}a`, `${other}b`, `${other}c`]) {
      commands.push(['queue/join', { ...hand(entryId, 'onsite'), entryId }], ['queue/leave', { entryId }]);
    }
  }
  return commands;
}

async function fill(hall: Hall, waiting: number): Promise<void> {
  for (let i = 0; i < waiting; i += 1) {
    const entryId = `w${i}`;
    await sendAll(hall, [['queue/join', { ...hand(entryId, i % 2 ? 'online' : 'onsite'), entryId }]]);
  }
}

async function halls(kinds: readonly { waiting: number; commits: number }[]): Promise<Hall[]> {
  const made: Hall[] = [];
  for (const { waiting, commits } of kinds) {
    const one = await hall();
    await fill(one, waiting);
    while (one.hub.room.seq < commits) await sendAll(one, block(one, FILL_CYCLES));
    for (let i = 0; i < WARM_UP_BLOCKS; i += 1) await send(one, block(one, 1));
    made.push(one);
  }
  return made;
}

/** Medians, as microseconds and as ratios to the first. */
async function measured(kinds: readonly { waiting: number; commits: number }[]) {
  const all = await halls(kinds);
  const took: number[][] = all.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, one] of all.entries())
      must(took[index], 'series').push(await send(one, block(one, 1)));
  }
  for (const one of all) await one.close();
  const first = must(took[0], 'series');
  return kinds.map((kind, index) => {
    const series = must(took[index], 'series');
    const ratio = median(series.map((us, round) => us / (first[round] ?? Number.NaN)));
    return { ...kind, us: median(series), ratio };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const byQueue = await measured(WAITING.map((waiting) => ({ waiting, commits: 0 })));
const byLength = await measured(LENGTHS.map((commits) => ({ waiting: 50, commits })));
for (const { waiting, commits, us, ratio } of [...byQueue, ...byLength]) {
  process.stdout.write(
    `${String(waiting).padStart(6)} waiting, after ${String(commits).padStart(7)} commits: ${us.toFixed(1)} µs a command, ${ratio.toFixed(2)} ×\n`,
  );
}
process.stdout.write(`${JSON.stringify({ bench: 'growth', rounds: ROUNDS, byQueue, byLength })}\n`);
const isGrown = (kinds: typeof byQueue, max: number) => kinds.some(({ ratio }) => ratio > max);
if (isGrown(byQueue, QUEUE_GROWTH_MAX) || isGrown(byLength, LENGTH_GROWTH_MAX)) process.exitCode = 1;
