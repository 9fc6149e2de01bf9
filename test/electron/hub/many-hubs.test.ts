import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Hub, type OpenedSession, startHub } from '../../../electron/hub/hub.ts';
import { must } from '../../../shared/lib/assert.ts';
import { PUBLIC_COMMAND_BURST } from '../../../shared/lib/limits.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { planSchema } from '../../../shared/plan.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { CLOSE } from '../../../shared/wire.ts';
import { connect, freshId, type HubClient } from '../../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../../support/hub-process.ts';
import { hand, planOfDiscussion } from '../../support/meeting.ts';
import { type NatsServer, startNatsServer } from '../../support/nats-server.ts';

const PATIENCE = { timeout: 15_000 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: NatsServer;
let hubs: [Hub, Hub];
let opened: [OpenedSession, OpenedSession];
let clients: HubClient[];

/** Those of our own that a page sends along, as its sources name them. */
function headersOfPages(): string[] {
  const pages = join(ROOT, 'renderer');
  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => readFileSync(join(pages, file), 'utf8').match(/(?<=')X-[A-Z][\w-]+(?=')/g) ?? []);
}

beforeEach(async () => {
  folder = await temporaryFolder();
  server = await startNatsServer();
  const start = (name: string) =>
    startHub({
      dataDir: join(folder.path, name),
      webDir: join(ROOT, 'dist/renderer'),
      host: '127.0.0.1',
      port: 0,
      store: server.url,
    });
  hubs = [await start('a'), await start('b')];
  const first = await hubs[0].createSession(planSchema.parse(planOfDiscussion()), 'shared');
  opened = [first, await hubs[1].openSession('shared')];
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.close();
  for (const hub of hubs) await hub.close();
  await server.remove();
  await folder.remove();
});

async function at(hub: 0 | 1, role: Role, clientId = freshId('device-0123456789')): Promise<HubClient> {
  const client = await connect(must(opened[hub].invites[role], role), { clientId });
  clients.push(client);
  return client;
}

type Presence = Extract<HubMessage, { type: 'presence' }>;
const lastPresence = ({ received }: HubClient) =>
  received.filter((message): message is Presence => message.type === 'presence').at(-1);

describe('one session on two hubs', () => {
  test('[M12] given people at either, when the staff looks who is here, then all are, and each hub names both', async () => {
    const [mod, phone] = [await at(0, 'onsite-moderator'), await at(1, 'participant')];
    const both = hubs.map(({ url }) => url).sort();
    expect(phone.welcome.hubs).toEqual(both);
    await expect.poll(() => lastPresence(mod), PATIENCE).toMatchObject({ count: 2, hubs: both });
    expect(
      lastPresence(mod)
        ?.people?.map(({ roles }) => roles[0])
        .sort(),
    ).toEqual(['onsite-moderator', 'participant']);
    await expect.poll(() => lastPresence(phone)?.count, PATIENCE).toBe(2);
    await hubs[1].close();
    await expect.poll(() => lastPresence(mod), PATIENCE).toMatchObject({ count: 1 });
    expect(lastPresence(mod)).not.toHaveProperty('hubs');
  });

  test('[M13] given a command that is sent to both at once, when it is answered, then it was done once and both say where', async () => {
    const [one, two] = [
      await at(0, 'host', 'same-device-0123456789'),
      await at(1, 'host', 'same-device-0123456789'),
    ];
    const args = hand('h1', 'onsite');
    const answers = await Promise.all([one, two].map((line) => line.command('queue/join', args, 'once')));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toHaveProperty('seq');
    expect(one.state.queue.entries).toHaveLength(1);
  });

  test('[M13] given commands of one’s own at each and the same one at both, all at once, when they are answered, then each is there once and both hubs have the state of the log', async () => {
    const device = 'same-device-0123456789';
    const [one, two] = [await at(0, 'host', device), await at(1, 'host', device)];
    let last = 0;
    for (let round = 0; round < 40; round += 1) {
      const join = (line: HubClient, id: string) =>
        line.command('queue/join', hand(`${id}${round}`, 'onsite'), `${id}-${round}`);
      const answers = await Promise.all([join(one, 'x'), join(two, 'y'), join(one, 'z'), join(two, 'z')]);
      for (const answer of answers) last = Math.max(last, 'seq' in answer ? answer.seq : Number.NaN);
    }
    await Promise.all([one, two].map((line) => line.reached(last)));
    const inLog = one.state.queue.entries;
    expect(inLog).toHaveLength(120);
    // Whoever comes now is given what the hub itself holds, and not what it has sent.
    for (const hub of [0, 1] as const) expect((await at(hub, 'host')).state.queue.entries).toEqual(inLog);
    expect(two.state.queue.entries).toEqual(inLog);
  });

  test('[M13] given many who write at both, when all are answered, then each is acknowledged once and both have the same state', async () => {
    const writers = await Promise.all([0, 1, 0, 1].map((hub) => at(hub as 0 | 1, 'online-moderator')));
    const answers = await Promise.all(
      writers.flatMap((writer, w) =>
        Array.from({ length: 40 }, (_, i) => writer.command('queue/join', hand(`w${w}-${i}`, 'online'))),
      ),
    );
    const seqs = answers.map((answer) => ('seq' in answer ? answer.seq : null));
    expect(new Set(seqs).size).toBe(160);
    expect(seqs).not.toContain(null);
    const [one, two] = writers as [HubClient, HubClient];
    await Promise.all([one, two].map((writer) => writer.reached(Math.max(...(seqs as number[])))));
    expect(two.state).toEqual(one.state);
  });

  test('[M14] given an invitation that is revoked at one, when somebody came in by it at the other, then that line closes too', async () => {
    const [host, phone] = [await at(0, 'host'), await at(1, 'participant')];
    const invite = host.state.invites?.find(({ roles }) => roles[0] === 'participant');
    await host.must('invites/revoke', { inviteId: must(invite, 'invitation').inviteId });
    expect(await phone.closed).toMatchObject({ code: CLOSE.revoked });
  });

  test('[M15] given somebody who has sent too much to one, when the other is tried a moment later, then that is too much there too', async () => {
    const device = 'hasty-device-0123456789';
    const [one, two] = [await at(0, 'participant', device), await at(1, 'participant', device)];
    const say = (line: HubClient) => line.command('people/introduce', { name: 'Cy', channel: 'online' });
    for (let i = 0; i < PUBLIC_COMMAND_BURST; i += 1) await say(one);
    await expect.poll(() => say(two), PATIENCE).toMatchObject({ code: 'too-many' });
  });

  test('[M16] given a page of one, when it asks the other over HTTP, then it may; a page from elsewhere may not', async () => {
    const url = `${hubs[1].url}/api/v1/state`;
    const token = must(opened[1].invites.host?.split('#')[1], 'token');
    const headers = (origin: string) => ({ Origin: origin, Authorization: `Bearer ${token}` });
    const asked = await fetch(url, { headers: headers(hubs[0].url) });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-origin')).toBe(hubs[0].url);
    const before = await fetch(url, { method: 'OPTIONS', headers: { Origin: hubs[0].url } });
    expect(before.status).toBe(204);
    const allowed = before.headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['Authorization', ...headersOfPages()]));
    const foreign = await fetch(url, { headers: headers('http://elsewhere.test') });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('[M4] given the line of the hubs is cut, when somebody acts, then it is refused and the staff is told; when it is back, all goes on', async () => {
    const [one, two] = [await at(0, 'host'), await at(1, 'onsite-moderator')];
    await server.kill();
    await expect.poll(() => lastPresence(one), PATIENCE).toMatchObject({ cannotWrite: true, lineCut: true });
    expect(await one.command('queue/join', hand('h1', 'onsite'))).toMatchObject({ code: 'hub/cannot-write' });
    await server.start();
    await expect
      .poll(() => one.command('queue/join', hand(freshId('h'), 'onsite')), { timeout: 30_000 })
      .toHaveProperty('seq');
    await expect.poll(() => two.state.queue.entries.length, PATIENCE).toBe(1);
    await expect.poll(() => lastPresence(one), PATIENCE).not.toHaveProperty('cannotWrite');
  });
});
