/**
 * Three hubs on one session in JetStream, and many who do anything at whichever of them answers, while servers choose a
 * leader, lines to them are cut and go deaf, and hubs die: by a seed, in simulated time. In the end all is well again,
 * and what was promised is looked at.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Wire } from '../../electron/hub/peer.ts';
import { type EventStore, type SessionLog, StoreError } from '../../electron/store/event-store.ts';
import { type WatchedLine, watchLine } from '../../electron/store/jetstream/line.ts';
import { jetStreamStore } from '../../electron/store/jetstream/store.ts';
import { apply } from '../../shared/apply.ts';
import { readMessage } from '../../shared/compact.ts';
import { must } from '../../shared/lib/assert.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { INITIAL_STATE } from '../../shared/state.ts';
import { type SimulatedClock, simulatedClock } from './simulated-clock.ts';
import { type SimulatedHub, simulatedHub } from './simulated-hub.ts';
import { SimulatedServers } from './simulated-jetstream.ts';
import { type SimulatedNats, simulatedNats } from './simulated-nats.ts';
import type { Screen } from './simulated-screen.ts';
import { act, lookedAt, one, screensAt } from './storm.ts';
import { unframed } from './unframed.ts';

export type HubStormReport = { commits: number; acknowledged: number; deaths: number; broken: string[] };

const HUBS = 3;
/** Of each step, and of one in ten. */
const ACTS = 3;
const ACTS_AT_ONCE = 12;
const CALM_MS = 180_000;
/** So often the clock is moved on for what is under way. */
const LOOK_MS = 100;
/** Longer than anything is waited for. */
const WORK_MS_MAX = 600_000;
const LOST = 1006;
const RESTART_MS = 1_000;

/** One of the hubs, through its lives. */
type Seat = {
  hub: SimulatedHub;
  nats: SimulatedNats;
  line: WatchedLine;
  /** The ids of commands that it has refused while its line was down, as it knew itself, in any of its lives. */
  refusedBlindly: Set<string>;
  isUp: boolean;
  wires: Set<Wire>;
};

/** `steps`: each is a command or a fault; they take about half a second of the meeting each. */
export async function hubStorm(seed: number, steps: number): Promise<HubStormReport> {
  const random = seededRandom(seed);
  const clock = simulatedClock();
  const servers = new SimulatedServers(clock, random);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `hub-${ids}`;
  };
  const seats: Seat[] = [];
  while (seats.length < HUBS) seats.push(await under(clock, opened(clock, servers, newId)));
  const screens = screensAt({ clock, hub: anyOf(seats, random), random }, { delayMs: 50, skewMs: 0 });
  await clock.pass(5_000);
  let deaths = 0;
  const restarts: Promise<void>[] = [];
  for (let step = 0; step < steps; step += 1) {
    const acts = random() < 0.1 ? ACTS_AT_ONCE : ACTS;
    for (let count = 0; count < acts; count += 1) act({ screens, random });
    if (random() < 0.08) strike(servers, one(seats, random));
    if (random() < 0.1) moved(clock, one(screens, random));
    const seat = one(seats, random);
    if (random() < 0.02 && seat.isUp && seats.filter(({ isUp }) => isUp).length > 1) {
      deaths += 1;
      restarts.push(died(clock, seat, 4_000 * random()));
    }
    await clock.pass(Math.round(1_000 * random()));
  }
  await under(clock, Promise.all(restarts));
  await clock.pass(CALM_MS);
  const broken = await under(clock, looked(clock, seats, screens));
  const acknowledged = screens.reduce((sum, { acks }) => sum + acks.size, 0);
  const report = { commits: must(seats[0], 'a hub').hub.room.seq, acknowledged, deaths, broken };
  await under(clock, Promise.all(seats.map((seat) => seat.hub.close())));
  return report;
}

/** A hub on a line of its own; each of its lives has another one. */
async function opened(clock: SimulatedClock, servers: SimulatedServers, newId: () => string): Promise<Seat> {
  const life = () => {
    const nats = simulatedNats(servers);
    const surroundings = { nowMs: clock.nowMs, after: clock.after, newId };
    return { nats, line: watchLine(nats.connection, surroundings) };
  };
  let now = life();
  const openStore = (): EventStore => {
    now = life();
    const { nats: ours, line } = now;
    const store = jetStreamStore(ours.streams, line);
    return {
      ...store,
      create: (...args) => store.create(...args).then(withoutBackups),
      open: (...args) => store.open(...args).then(withoutBackups),
      close: async () => {
        ours.die();
        await store.close();
      },
    };
  };
  const hub = await simulatedHub(clock, openStore);
  return {
    hub,
    get nats() {
      return now.nats;
    },
    get line() {
      return now.line;
    },
    refusedBlindly: new Set(),
    isUp: true,
    wires: new Set(),
  };
}

/** They are files, and take real time. */
const withoutBackups = (log: SessionLog): SessionLog => ({ ...log, copy: async () => undefined });

/** Whichever lives answers whoever dials in; that is how a page finds another hub. */
function anyOf(seats: readonly Seat[], random: () => number): SimulatedHub {
  const first = must(seats[0], 'a hub').hub;
  return {
    ...first,
    get room() {
      return must(
        seats.find(({ isUp }) => isUp),
        'a hub that lives',
      ).hub.room;
    },
    answer: (wire) => {
      const seat = one(
        seats.filter(({ isUp }) => isUp),
        random,
      );
      seat.wires.add(wire);
      return seat.hub.answer({
        ...wire,
        send: (frame) => {
          if (!seat.line.isUp) noteRefusals(frame, seat.refusedBlindly);
          wire.send(frame);
        },
      });
    },
  };
}

/** One of the troubles. */
function strike(servers: SimulatedServers, { nats }: Seat): void {
  const { random } = servers;
  const troubles = [
    () => servers.loseLeader(4_000 * random()),
    () => {
      servers.loseLeader(2_000 * random());
      servers.beCareless(4_000);
    },
    () => servers.loseAnswers(2_000),
    () => nats.cut(15_000 * random()),
    () => nats.deafen(5_000 * random()),
    () => servers.writeElsewhere(),
  ];
  one(troubles, random)();
}

/** Goes to another hub, or the same, and sends again what is not answered; the first may have it on its way. */
function moved(clock: SimulatedClock, { line }: Screen): void {
  line.cut();
  clock.after(1, line.mend);
}

/** Whoever was there loses the line; after a while the hub is back. */
async function died(clock: SimulatedClock, seat: Seat, downMs: number): Promise<void> {
  seat.isUp = false;
  seat.nats.die();
  for (const wire of seat.wires) wire.close(LOST, '');
  seat.wires.clear();
  await pause(clock, downMs);
  // One that cannot reach the servers ends, and is started again.
  while (!(await seat.hub.restart('killed').then(() => true, isCut))) await pause(clock, RESTART_MS);
  seat.isUp = true;
}

function noteRefusals(frame: Buffer, commandIds: Set<string>): void {
  for (const { text } of unframed(frame)) {
    const message = readMessage(text);
    if (message.type === 'rejected') commandIds.add(message.commandId);
  }
}

function isCut(error: unknown): false {
  if (error instanceof StoreError && error.code === 'line-cut') return false;
  throw error;
}

const pause = (clock: SimulatedClock, ms: number) =>
  new Promise<void>((resolve) => void clock.after(ms, resolve));

async function looked(clock: SimulatedClock, seats: readonly Seat[], screens: Screen[]): Promise<string[]> {
  const broken: string[] = [];
  // A hub that is cut off from the log cannot know what another one has done that was sent the same.
  for (const { refused } of screens) {
    for (const [commandId, code] of refused) {
      const isBlind = seats.some(({ refusedBlindly }) => refusedBlindly.has(commandId));
      if (code === 'hub/cannot-write' && isBlind) refused.delete(commandId);
    }
  }
  for (const [index, { hub }] of seats.entries()) {
    const seen = await lookedAt({ hub, clock, screens });
    broken.push(...seen.map((what) => `hub ${index}: ${what}`));
    const folded = (await hub.room.log('keeper')).reduce(apply, INITIAL_STATE);
    if (!isDeepStrictEqual(hub.room.state, folded)) broken.push(`hub ${index}: another state than its log's`);
  }
  const logs = await Promise.all(seats.map(({ hub }) => hub.room.log('keeper')));
  for (const log of logs) if (!isDeepStrictEqual(log, logs[0])) broken.push('two hubs have different logs');
  return broken;
}

/** What is under way needs the clock. */
async function under<T>(clock: SimulatedClock, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  for (let waitedMs = 0; !isOver; waitedMs += LOOK_MS) {
    if (waitedMs > WORK_MS_MAX) throw new Error('what is under way never ends');
    await clock.pass(LOOK_MS);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}
