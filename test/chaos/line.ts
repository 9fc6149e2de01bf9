/** The pages' own sync over real sockets to a real hub, with a bad line between: two moderators lead a discussion. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { WebSocket } from 'ws';
import { createSession, type Session } from '../../renderer/store/session.ts';
import type { Environment } from '../../renderer/sync/environment.ts';
import type { Commit } from '../../shared/commit.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { farLine } from '../support/far-line.ts';
import { connect } from '../support/hub-client.ts';
import { startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { moderated } from '../support/moderated.ts';

export type LineReport = { turns: number; commits: number; cuts: number; broken: string[] };

const MODERATORS = ['onsite-moderator', 'online-moderator'] as const;
const CUTS = 5;
const CUT_MS = 20_000;
const SETTLE_MS_MAX = 60_000;

/** The hub, how the moderators reach it, and what befalls their line. */
export type FarWorld = {
  url: string;
  invites: Record<Role, string>;
  socketUrl: string;
  cuts: number;
  cutMs: number;
  cut(): void | Promise<void>;
  mend(): void | Promise<void>;
};

/** In real time: about five minutes for 60 turns. */
export async function farDiscussion(turns: number, seed: number): Promise<LineReport> {
  const random = seededRandom(seed);
  const folder = await temporaryFolder();
  const hub = await startHubProcess('--data', folder.path, '--session', 'far');
  // Half of 200 ± 80 ms either way, and 3 % stalls of up to 2 s.
  const delayMs = () => 60 + 80 * random() + (random() < 0.03 ? 2_000 * random() : 0);
  const line = await farLine(Number(new URL(hub.url).port), delayMs);
  const report = await discuss(
    {
      ...hub,
      socketUrl: `ws://127.0.0.1:${line.port}/ws`,
      cuts: CUTS,
      cutMs: CUT_MS,
      cut: line.cut,
      mend: line.mend,
    },
    turns,
    random,
  );
  await line.close();
  await hub.stop();
  await folder.remove();
  return report;
}

/** Two moderators lead it, until there were so many turns and cuts; then all must be as it should. */
export async function discuss(world: FarWorld, turns: number, random: () => number): Promise<LineReport> {
  const { url, invites, socketUrl, cutMs } = world;
  const host = await connect(invites.host);
  await host.must('agenda/edit', {
    items: [{ itemId: 'talk', kind: 'discussion', title: 'Talk', minutes: 60 }],
  });
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  const sessions = MODERATORS.map((role) => {
    const token = must(invites[role].split('#')[1], 'token');
    const identity = { token, clientId: `far-${role}-0123456789` };
    return createSession({ url: socketUrl, identity, environment: realWorld(random) });
  });
  for (const session of sessions) session.start();
  let cuts = 0;
  for (let step = 1; host.state.turns.length < turns || cuts < world.cuts; step += 1) {
    for (const session of sessions) act(session, random);
    await sleep(200 + 600 * random());
    if (step % 30 !== 0 || cuts === world.cuts) continue;
    cuts += 1;
    await world.cut();
    await sleep(cutMs);
    await world.mend();
  }
  const broken = await settled(sessions, () => host.seq);
  const log = await fetch(`${url}/api/v1/log.json`, {
    headers: { Authorization: `Bearer ${invites.host.split('#')[1]}` },
  });
  const { commits } = (await log.json()) as { commits: Commit[] };
  const ids = new Set(commits.map((commit) => commit.commandId));
  if (ids.size !== commits.length) broken.push('a command is in the log twice');
  for (const session of sessions) session.stop();
  host.close();
  return { turns: host.state.turns.length, commits: commits.length, cuts, broken };
}

function act(session: Session, random: () => number): void {
  const command = moderated(session, random);
  if (command) session.submit(command);
  for (const { commandId } of session.store.getState().aside) session.discardAside(commandId);
}

/** Waits until both have all; what is then not as it should be. */
async function settled(sessions: readonly Session[], seq: () => number): Promise<string[]> {
  const views = () => sessions.map((session) => session.store.getState());
  const isThere = () =>
    views().every(
      ({ at, pending, link }) => at?.seq === seq() && pending.length === 0 && link.phase === 'live',
    );
  for (let waitedMs = 0; waitedMs < SETTLE_MS_MAX && !isThere(); waitedMs += 500) await sleep(500);
  const broken = isThere()
    ? []
    : [`not at ${seq()}: ${JSON.stringify(views().map(({ at, link }) => [at, link]))}`];
  const [one, other] = views();
  if (!isDeepStrictEqual(one?.confirmed, other?.confirmed)) broken.push('the two have different states');
  // The hub's clock is this machine's.
  for (const session of sessions) {
    const offMs = Math.abs(session.hubNow() - Date.now());
    if (offMs > 140) broken.push(`a clock is ${Math.round(offMs)} ms off`);
  }
  return broken;
}

/** Real sockets, real time. */
export function realWorld(random: () => number): Environment {
  return {
    nowMs: () => Date.now(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    random,
    accept: [],
    openSocket: (url, protocol, handlers) => {
      const socket = new WebSocket(url, protocol);
      socket.on('open', handlers.opened);
      socket.on('message', (data) => handlers.received(String(data)));
      socket.on('close', (code, reason) => handlers.closed(code, String(reason)));
      // The close that follows says enough.
      socket.on('error', () => undefined);
      return { send: (text) => socket.send(text), close: () => socket.close() };
    },
    onWake: () => () => undefined,
  };
}
