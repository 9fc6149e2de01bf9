/**
 * Many hubs on one session, the pages' own sync at all of them, and hubs and NATS servers that are killed at random. In
 * the end all live again, and what was promised is looked at.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { buildIfStale } from '../../electron/start/build.ts';
import { createSession, type Session } from '../../renderer/store/session.ts';
import { apply } from '../../shared/apply.ts';
import type { SentCommit } from '../../shared/commit.ts';
import { readMessage } from '../../shared/compact.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { INITIAL_STATE, type State } from '../../shared/state.ts';
import { type HubProcess, startBuiltHub, temporaryFolder } from '../support/hub-process.ts';
import { moderated } from '../support/moderated.ts';
import { freePort, type NatsCluster, startNatsCluster } from '../support/nats-server.ts';
import { recount, sums } from '../support/recount.ts';
import { sendingTwice, type Told } from './at-two-hubs.ts';
import { realWorld } from './line.ts';

export type HubsOptions = { hubs: number; servers: number; seconds: number; seed: number };
export type HubsReport = {
  commits: number;
  acknowledged: number;
  kills: { hubs: number; servers: number };
  broken: string[];
};

const ROLES: Role[] = [
  'host',
  'onsite-moderator',
  'online-moderator',
  'onsite-moderator',
  'liaison',
  'online-moderator',
];
const ACT_MS = 60;
const STRIKE_MS = 2_500;
const DOWN_MS = 1_500;
const SETTLE_MS_MAX = 90_000;

type Screen = { session: Session; acks: Map<string, number>; refused: Set<string> };

type Machines = {
  /** Those that live at the moment. */
  hubs: HubProcess[];
  cluster: NatsCluster;
  /** One that was killed, where it was. */
  start(index: number): Promise<HubProcess>;
};

export async function hubChaos(options: HubsOptions): Promise<HubsReport> {
  await buildIfStale();
  const { hubs: size, servers } = options;
  const folder = await temporaryFolder();
  const cluster = await startNatsCluster(servers);
  const ports = await Promise.all(Array.from({ length: size }, freePort));
  const start = (index: number) =>
    startBuiltHub(
      ...['--port', String(ports[index]), '--data', `${folder.path}/${index}`],
      ...['--store', cluster.url, '--session', 'chaos'],
    );
  const hubs: HubProcess[] = [];
  try {
    for (let index = 0; index < size; index += 1) hubs.push(await start(index));
    return await storm({ hubs, cluster, start }, options);
  } finally {
    for (const hub of hubs) await hub.kill();
    await cluster.remove();
    await folder.remove();
  }
}

async function storm(
  { hubs, cluster, start }: Machines,
  { hubs: size, servers, seconds, seed }: HubsOptions,
): Promise<HubsReport> {
  const random = seededRandom(seed);
  const screens = ROLES.map((role, index) => screenAt(must(hubs[index % size], 'hub'), role, index, random));
  const kills = { hubs: 0, servers: 0 };

  const strikeHub = async () => {
    const index = Math.floor(size * random());
    kills.hubs += 1;
    await must(hubs[index], 'hub').kill();
    await sleep(DOWN_MS * random());
    hubs[index] = await start(index);
  };
  const strikeServer = async (meanwhile: () => Promise<void>) => {
    const server = must(cluster.servers[Math.floor(servers * random())], 'server');
    kills.servers += 1;
    await server.kill();
    await meanwhile();
    await server.start();
  };
  const strike = async () => {
    const chance = random();
    if (chance < 0.5) return strikeHub();
    // A hub that comes back finds two servers of three.
    const isBoth = chance < 0.7 && servers >= 3;
    return strikeServer(isBoth ? strikeHub : () => sleep(DOWN_MS * random()));
  };
  let isOver = false;
  const failed: string[] = [];
  const striking = (async () => {
    while (!isOver) {
      await sleep(STRIKE_MS * random());
      await strike();
    }
  })().catch((error) => failed.push(String(error)));
  const twice = sendingTwice(hubs, random);
  const endMs = performance.now() + seconds * 1_000;
  while (performance.now() < endMs) {
    for (const { session } of screens) act(session, random);
    await sleep(ACT_MS);
  }
  isOver = true;
  await striking;
  await twice.stop();
  const seen = await lookedAt(screens, hubs, twice.told).catch((error) => [String(error)]);
  const broken = [...failed, ...seen];
  const commits = screens[0]?.session.store.getState().at?.seq ?? 0;
  const acknowledgedTwice = [...twice.told.values()].filter(({ places }) => places.size > 0).length;
  const acknowledged = screens.reduce((sum, { acks }) => sum + acks.size, acknowledgedTwice);
  for (const { session } of screens) session.stop();
  return { commits, acknowledged, kills, broken };
}

function screenAt(hub: HubProcess, role: Role, index: number, random: () => number): Screen {
  const acks = new Map<string, number>();
  const refused = new Set<string>();
  const sentTo = new Map<string, Set<string>>();
  const world = realWorld(random);
  const token = must(hub.invites[role].split('#')[1], 'token');
  const session = createSession({
    url: `${hub.url.replace('http', 'ws')}/ws`,
    identity: { token, clientId: `chaos-${index}-0123456789` },
    environment: {
      ...world,
      openSocket: (url, protocol, handlers) => {
        const socket = world.openSocket(url, protocol, {
          ...handlers,
          received: (text) => {
            handlers.received(text);
            const message = readMessage(text);
            if (message.type === 'ack') acks.set(message.commandId, message.seq);
            if (message.type !== 'rejected') return;
            // A hub that is cut off from the log cannot know what another one has done that was sent the same.
            const isUnknown =
              message.code === 'hub/cannot-write' && sentTo.get(message.commandId)?.size !== 1;
            if (!isUnknown) refused.add(message.commandId);
          },
        });
        return {
          ...socket,
          send: (text) => {
            const { commandId } = JSON.parse(text) as { commandId?: string };
            if (commandId) sentTo.set(commandId, (sentTo.get(commandId) ?? new Set()).add(url));
            socket.send(text);
          },
        };
      },
    },
  });
  session.start();
  return { session, acks, refused };
}

function act(session: Session, random: () => number): void {
  const command = moderated(session, random);
  if (command) session.submit(command);
  for (const { commandId } of session.store.getState().aside) session.discardAside(commandId);
}

async function lookedAt(
  screens: readonly Screen[],
  hubs: readonly HubProcess[],
  twice: ReadonlyMap<string, Told>,
): Promise<string[]> {
  const views = () => screens.map(({ session }) => session.store.getState());
  const isSettled = () => {
    const [first] = views();
    return views().every(
      ({ at, pending, link }) => link.phase === 'live' && pending.length === 0 && at?.seq === first?.at?.seq,
    );
  };
  await Promise.race([changedTo(isSettled, screens), sleep(SETTLE_MS_MAX, undefined, { ref: false })]);
  const broken: string[] = [];
  const promised = (isKept: boolean, what: string) => isKept || broken.push(what);
  promised(
    isSettled(),
    `not settled: ${JSON.stringify(views().map(({ at, link, pending }) => [at?.seq, link, pending.length]))}`,
  );
  const ends = await endsOf(hubs);
  promised(new Set(ends).size === 1, `the hubs are not at one place: ${ends.join(', ')}`);
  const log = await logOf(must(hubs[0], 'hub'));
  const taken = new Set(log.map(({ commandId }) => commandId));
  promised(taken.size === log.length, 'a command is in the log twice');
  for (const { acks, refused } of screens) {
    for (const [commandId, seq] of acks) {
      promised(log[seq - 1]?.commandId === commandId, `${commandId} is not at ${seq}`);
    }
    for (const commandId of refused) promised(!taken.has(commandId), `${commandId} was refused and done`);
  }
  for (const [commandId, { places, isRefused }] of twice) {
    const [place = 0] = places;
    const isThere = places.size === 1 && log[place - 1]?.commandId === commandId;
    promised(isThere || (isRefused && places.size === 0), `${commandId} is not at ${[...places].join(', ')}`);
    promised(!isRefused || !taken.has(commandId), `${commandId} was refused by one hub and is done`);
  }
  const both = [...twice.values()].filter(({ times }) => times === 2);
  promised(both.length > 0, 'no command was answered by two hubs');
  const folded: unknown = JSON.parse(JSON.stringify(log.reduce(apply, INITIAL_STATE)));
  for (const [index, hub] of hubs.entries()) {
    const held = await heldBy(hub).catch(String);
    promised(isDeepStrictEqual(held, folded), `hub ${index} holds another state than the log`);
  }
  const staff = views().slice(1);
  for (const view of staff) {
    promised(isDeepStrictEqual(view.confirmed, staff[0]?.confirmed), 'two screens show different states');
  }
  promised(
    isDeepStrictEqual(recount(log), sums(staff[0]?.confirmed?.turns ?? [])),
    'the log comes to other sums',
  );
  return broken;
}

/** Resolves when it is so. */
function changedTo(isSo: () => boolean, screens: readonly Screen[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => isSo() && resolve();
    for (const { session } of screens) session.store.subscribe(look);
    look();
  });
}

async function logOf(hub: HubProcess): Promise<SentCommit[]> {
  const { commits } = (await asked(hub, 'log.json')) as { commits: SentCommit[] };
  return commits;
}

/** The last seq of each hub: the same, or different ones after as long as screens are waited for. */
async function endsOf(hubs: readonly HubProcess[]): Promise<number[]> {
  const untilMs = performance.now() + SETTLE_MS_MAX;
  for (;;) {
    const states = (await Promise.all(hubs.map((hub) => asked(hub, 'state')))) as { seq: number }[];
    const ends = states.map(({ seq }) => seq);
    if (new Set(ends).size === 1 || performance.now() > untilMs) return ends;
    await sleep(250);
  }
}

/** What the hub itself holds, and not what it has sent. */
async function heldBy(hub: HubProcess): Promise<State> {
  const { state } = (await asked(hub, 'state')) as { state: State };
  return state;
}

async function asked(hub: HubProcess, what: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${hub.invites.host.split('#')[1]}` };
  const answer = await fetch(`${hub.url}/api/v1/${what}`, { headers });
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
