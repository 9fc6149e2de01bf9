/**
 * The second part of `npm run bench:hubs`: 1,000 phones at 1, 2 and 4 hubs of one nats-server, 20 commits a second. What
 * a commit costs each process and a delivery costs the hubs, and when the last phone has it: the figures of the model in
 * docs/many-machines.md. Reads processor times from Linux' /proc. Ends by itself.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { quantile } from '../../shared/lib/quantile.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { type HubProcess, startBuiltHub, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';
import { startNatsServer } from '../support/nats-server.ts';
import { type Crowd, Deliveries, gather, type Manners } from './sockets/crowd.ts';
import { hubManners } from './sockets/phones.ts';

const PHONES = 1_000;
const SIZES = [1, 2, 4];
const ROUNDS = 3;
const COMMITS = 200;
const EVERY_MS = 50;
const SETTLE_MS_MAX = 10_000;
const TICKS_PER_SECOND = 100;

type Cost = {
  hubs: number;
  /** Microseconds of the hubs' processors for one commit on one phone. */
  perDeliveryUs: number;
  /** Milliseconds for one commit: of all hubs together, and of the nats-server. */
  hubsMs: number;
  serverMs: number;
  bytes: number;
  ackP50: number;
  lastP50: number;
  lastP99: number;
};

/** Milliseconds of processor time so far. */
async function cpuMs(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(
    pids.map(async (pid) => {
      // After the name in brackets, which may hold anything: user and system ticks are 14th and 15th of all.
      const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
      return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
    }),
  );
  return each.reduce((sum, ms) => sum + ms, 0);
}

function phoneOf(hub: HubProcess): Manners {
  const token = must(must(hub.invites.participant, 'link').split('/#')[1], 'token');
  return hubManners(token, (member) => `phone-${hub.url}-${member}`);
}

/** Joins and leaves by turns, one every so often; what each took to be acknowledged. */
async function trickle(writer: HubClient, onSaid: (seq: number, atMs: number) => void): Promise<number[]> {
  const acks: Promise<number>[] = [];
  const startMs = performance.now();
  for (let n = 0; n < COMMITS; n += 1) {
    await wait(Math.max(0, startMs + n * EVERY_MS - performance.now()));
    const entryId = `e${n >> 1}`;
    const saidMs = performance.now();
    const args = n % 2 === 0 ? hand(entryId, 'online') : { entryId };
    const ack = writer.must(n % 2 === 0 ? 'queue/join' : 'queue/leave', args).then((seq) => {
      onSaid(seq, saidMs);
      return performance.now() - saidMs;
    });
    acks.push(ack);
  }
  return Promise.all(acks);
}

async function costOf(size: number): Promise<Cost> {
  const [folder, server] = [await temporaryFolder(), await startNatsServer()];
  const hubs: HubProcess[] = [];
  for (let index = 0; index < size; index += 1) {
    hubs.push(
      await startBuiltHub(
        ...['--data', `${folder.path}/${index}`],
        ...['--store', server.url, '--session', 'bench'],
      ),
    );
  }
  const writer = await connect(must(must(hubs[0], 'hub').invites['online-moderator'], 'link'));
  const lastAt = new Map<number, number>();
  const saidAt = new Map<number, number>();
  const deliveries = new Deliveries(PHONES, writer.seq, (seq) => lastAt.set(seq, performance.now()));
  const crowds: Crowd[] = [];
  for (const [index, hub] of hubs.entries()) {
    const [port, share] = [Number(new URL(hub.url).port), PHONES / size];
    crowds.push(
      await gather(port, share, phoneOf(hub), (member, seq) =>
        deliveries.reached(index * share + member, seq),
      ),
    );
  }
  // What a hub tells everybody about newcomers belongs to the joins.
  await wait(2_000);
  const bytes = () => crowds.reduce((sum, crowd) => sum + crowd.bytes(), 0);
  const pids = hubs.map((hub) => must(hub.process.pid, 'pid'));
  const before = { hubs: await cpuMs(pids), server: await cpuMs([server.pid()]), bytes: bytes() };
  const acks = await trickle(writer, (seq, atMs) => saidAt.set(seq, atMs));
  for (let waitedMs = 0; lastAt.size < COMMITS && waitedMs < SETTLE_MS_MAX; waitedMs += 50) await wait(50);
  if (lastAt.size < COMMITS) throw new Error(`${lastAt.size} of ${COMMITS} commits reached every phone`);
  const hubsMs = (await cpuMs(pids)) - before.hubs;
  const serverMs = (await cpuMs([server.pid()])) - before.server;
  const took = [...saidAt].map(([seq, atMs]) => (lastAt.get(seq) ?? Number.NaN) - atMs);
  const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  const cost = {
    hubs: size,
    perDeliveryUs: (hubsMs * 1_000) / deliveries.count,
    hubsMs: hubsMs / COMMITS,
    serverMs: serverMs / COMMITS,
    bytes: (bytes() - before.bytes) / deliveries.count,
    ackP50: quantile(sorted(acks), 0.5) ?? Number.NaN,
    lastP50: quantile(sorted(took), 0.5) ?? Number.NaN,
    lastP99: quantile(sorted(took), 0.99) ?? Number.NaN,
  };
  writer.close();
  for (const crowd of crowds) crowd.close();
  for (const hub of hubs) await hub.kill();
  await server.remove();
  await folder.remove();
  return cost;
}

function median(rows: readonly Cost[], field: keyof Cost): number {
  return rows.map((row) => row[field]).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)] ?? Number.NaN;
}

await buildIfStale();
const rows: Cost[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const size of SIZES) rows.push(await costOf(size));
}
for (const size of SIZES) {
  const of = (field: keyof Cost, digits: number) =>
    median(
      rows.filter(({ hubs }) => hubs === size),
      field,
    ).toFixed(digits);
  process.stdout.write(
    `${size} hubs, ${PHONES} phones: ${of('perDeliveryUs', 1)} µs a delivery, ${of('hubsMs', 2)} ms a commit of all hubs, ${of('serverMs', 2)} ms of the server, ${of('bytes', 0)} bytes, ack p50 ${of('ackP50', 1)} ms, last phone p50 ${of('lastP50', 1)} ms, p99 ${of('lastP99', 1)} ms\n`,
  );
}
process.stdout.write(`${JSON.stringify({ bench: 'hub-screens', phones: PHONES, rounds: ROUNDS, rows })}\n`);
