/**
 * Many who do anything at random, while the disk fills up, dawdles and dies, lines stall, break and go deaf, and clocks
 * are set and sleep: by a seed, in simulated time. In the end all is well again, and what was promised is looked at.
 */
import { isDeepStrictEqual } from 'node:util';
import { audienceOf } from '../../electron/hub/auth.ts';
import { memoryStore } from '../../electron/store/memory.ts';
import { type CommandName, decodeCommand } from '../../shared/command.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { type FaultyDisk, faultyStore } from './faulty-store.ts';
import { commandOf } from './random-meeting.ts';
import { recount, sums } from './recount.ts';
import { type SimulatedClock, simulatedClock } from './simulated-clock.ts';
import { type SimulatedHub, simulatedHub } from './simulated-hub.ts';
import { type Screen, simulatedScreen } from './simulated-screen.ts';

export type StormReport = {
  commits: number;
  turns: number;
  acknowledged: number;
  restarts: number;
  /** Promises that were broken, in words. */
  broken: string[];
};

/** Pages of this version, and one from before commits had a short form. */
const SCREENS: [Role, string, string[]?][] = [
  ['host', 'h'],
  ['onsite-moderator', 'm1'],
  ['online-moderator', 'm2'],
  ['liaison', 'l'],
  ['rapporteur', 'r', ['columns']],
  ['participant', 'p1', ['short', 'columns']],
  ['participant', 'p2', ['short']],
  ['participant', 'p3'],
  ['display', 'd'],
];
/** They would shut the doors for good, or are not known to the recount. */
const LEFT_OUT: CommandName[] = ['invites/revoke', 'session/settle-absence'];
/** Of each step. */
const ACTS = 3;
/** The first so many commands are what a meeting mostly consists of. */
const COMMON = 9;
const END_MS_MAX = 600_000;
const CALM_MS = 120_000;

export type Storm = {
  clock: SimulatedClock;
  hub: SimulatedHub;
  disk: FaultyDisk;
  screens: Screen[];
  random(): number;
};

/** `steps`: each is a command or a fault; they take about a second of the meeting each. */
export async function storm(seed: number, steps: number): Promise<StormReport> {
  const random = seededRandom(seed);
  const clock = simulatedClock();
  let slowUntilMs = 0;
  const disk: FaultyDisk = {
    isFull: false,
    wait: () =>
      new Promise((resolve) =>
        clock.after(clock.nowMs() < slowUntilMs ? Math.round(3_000 * random()) : 1, resolve),
      ),
  };
  const memory = memoryStore();
  const hub = await simulatedHub(clock, () => faultyStore(memory, disk));
  const screens = screensAt({ clock, hub, random }, { delayMs: 100, skewMs: 30_000 });
  const all: Storm = { clock, hub, disk, screens, random };
  await clock.pass(5_000);
  let restarts = 0;
  for (let step = 0; step < steps; step += 1) {
    for (let acts = 0; acts < ACTS; acts += 1) act(all);
    if (random() < 0.01) slowUntilMs = clock.nowMs() + 10_000;
    if (random() < 0.05) strike(all);
    if (random() < 0.01) {
      restarts += 1;
      await die(all);
    }
    await clock.pass(Math.round(2_000 * random()));
  }
  for (const { line } of screens) line.mend();
  await clock.pass(CALM_MS);
  const broken = await lookedAt(all);
  const acknowledged = screens.reduce((sum, { acks }) => sum + acks.size, 0);
  const report = {
    commits: hub.room.seq,
    turns: hub.room.state.turns.length,
    acknowledged,
    restarts,
    broken,
  };
  // Time stands still from here on.
  disk.wait = async () => undefined;
  await hub.close();
  return report;
}

/** At most so late each way, and so wrong at first. */
export function screensAt(
  { clock, hub, random }: Pick<Storm, 'clock' | 'hub' | 'random'>,
  { delayMs, skewMs }: { delayMs: number; skewMs: number },
): Screen[] {
  return SCREENS.map(([role, device, accept]) =>
    simulatedScreen({
      clock,
      hub,
      role,
      device,
      random,
      delayMs: () => Math.round(5 + delayMs * random()),
      skewMs: Math.round(2 * skewMs * (random() - 0.5)),
      driftPpm: 0,
      ...(accept && { accept }),
    }),
  );
}

/** Somebody does something that makes sense on that screen, as most of the time it does. */
export function act({ screens, random }: Pick<Storm, 'screens' | 'random'>): void {
  const screen = one(screens, random);
  const { state, aside } = screen.session.store.getState();
  for (const { commandId } of aside) {
    if (random() < 0.5) screen.session.sendAside(commandId);
    else screen.session.discardAside(commandId);
  }
  if (!state) return;
  const step = {
    who: 0,
    seconds: 0,
    kind: Math.floor((random() < 0.5 ? COMMON : 1_000) * random()),
    pick: Math.floor(10 * random()),
    flag: random() < 0.5,
  };
  const made = commandOf(state, step, screen.session.newId());
  if (!made || LEFT_OUT.includes(made[0])) return;
  const command = decodeCommand(...made);
  if ('name' in command) screen.session.submit(command);
}

/** One of the troubles, for up to so long. */
function strike({ clock, disk, screens, random }: Storm): void {
  const { line, setClock } = one(screens, random);
  const ms = Math.round(25_000 * random());
  const troubles = [
    () => {
      disk.isFull = true;
      clock.after(ms, () => {
        disk.isFull = false;
      });
    },
    () => line.hold(ms),
    () => line.hold(ms, 'there'),
    () => {
      line.cut();
      clock.after(ms, line.mend);
    },
    () => setClock(Math.round(240_000 * (random() - 0.5))),
    () => clock.sleep(ms),
    () => clock.hang(ms),
  ];
  one(troubles, random)();
}

/** Ends in good order, or everybody loses the line and what the disk had on its way is lost with the process. */
async function die({ clock, hub, screens, random }: Storm): Promise<void> {
  const how = random() < 0.5 ? 'ended' : 'killed';
  if (how === 'killed') for (const { line } of screens) line.cut();
  let isBack = false;
  const again = hub.restart(how).then(() => {
    isBack = true;
  });
  // Ending waits for the disk, and the disk for the clock.
  for (let waitedMs = 0; !isBack && waitedMs < END_MS_MAX; waitedMs += 1_000) await clock.pass(1_000);
  if (!isBack) throw new Error('the hub never ended');
  await again;
  for (const { line } of screens) clock.after(Math.round(3_000 * random()), line.mend);
}

export async function lookedAt({
  hub: { room },
  clock,
  screens,
}: Pick<Storm, 'hub' | 'clock' | 'screens'>): Promise<string[]> {
  const broken: string[] = [];
  const log = await room.log('keeper');
  const promised = (isKept: boolean, what: string) => isKept || broken.push(what);
  const taken = new Set(log.map((commit) => commit.commandId));
  promised(taken.size === log.length, 'a command is in the log twice');
  for (const { role, session, acks, refused } of screens) {
    for (const [commandId, code] of refused) {
      promised(!taken.has(commandId), `${role}: ${commandId} was refused (${code}) and done`);
    }
    for (const [commandId, seq] of acks) {
      promised(log[seq - 1]?.commandId === commandId, `${role}: ${commandId} is not at ${seq}`);
    }
    for (const { commandId } of session.store.getState().aside) session.discardAside(commandId);
    const { link, pending, confirmed, state } = session.store.getState();
    promised(
      link.phase === 'live' && pending.length === 0,
      `${role}: ${JSON.stringify(link)}, ${pending.length} pending`,
    );
    promised(
      isDeepStrictEqual(confirmed, room.view(audienceOf([role]))),
      `${role}: another state than the hub's`,
    );
    // What only this person knows is put in where the audience's state has it not.
    const isShown = isDeepStrictEqual(
      { ...state, contacts: confirmed?.contacts },
      { contacts: undefined, ...confirmed },
    );
    promised(role === 'participant' || isShown, `${role}: shows another state`);
    const offMs = Math.abs(session.hubNow() - room.nowMs());
    promised(offMs < 150, `${role}: the time is ${Math.round(offMs)} ms off after ${clock.nowMs()}`);
  }
  promised(isDeepStrictEqual(recount(log), sums(room.state.turns)), 'the log comes to other sums');
  return broken;
}

export function one<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(list.length * random())] as T;
}
