/**
 * `npm run bench:hubs`: 4 hubs, 40 writers, one session on one nats-server; each writer says the next when the last was
 * answered. The floor of the same run: one writer who publishes one message after another with the expected
 * sequence, which is the most that JetStream does of it; and, for comparison, as many writers over 4 connections, who try
 * again when somebody else was first. Ends by itself.
 */
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect as connectNats } from '@nats-io/transport-node';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { quantile } from '../../shared/lib/quantile.ts';
import { SUBPROTOCOL } from '../../shared/wire.ts';
import { type HubProcess, startBuiltHub, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';
import { startNatsServer } from '../support/nats-server.ts';
import { Line } from './sockets/line.ts';

const WRITERS = 40;
const MS = 6_000;
const ROUNDS = 3;
/** What a hub's message holds when one command is in it. */
const BODY = 'x'.repeat(300);

type Rate = { perSecond: number; refused: number; p50: number; p99: number };

/** Each says the next when the last was answered. */
async function closedLoop(writers: readonly ((n: number) => Promise<boolean>)[]): Promise<Rate> {
  const untilMs = performance.now() + MS;
  const tookMs: number[] = [];
  let refused = 0;
  await Promise.all(
    writers.map(async (write) => {
      for (let n = 0; performance.now() < untilMs; n += 1) {
        const startMs = performance.now();
        if (await write(n)) tookMs.push(performance.now() - startMs);
        else refused += 1;
      }
    }),
  );
  const sorted = tookMs.toSorted((a, b) => a - b);
  return {
    perSecond: (tookMs.length * 1_000) / MS,
    refused,
    p50: quantile(sorted, 0.5) ?? Number.NaN,
    p99: quantile(sorted, 0.99) ?? Number.NaN,
  };
}

async function ofHubs(size: number): Promise<Rate> {
  const [folder, server] = [await temporaryFolder(), await startNatsServer()];
  const start = (name: number) =>
    startBuiltHub('--data', `${folder.path}/${name}`, '--store', server.url, '--session', 'bench');
  const hubs: HubProcess[] = [];
  for (let index = 0; index < size; index += 1) hubs.push(await start(index));
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, (_, w) =>
      writerAt(must(hubs[w % size], 'hub').invites['online-moderator'], w),
    ),
  );
  const rate = await closedLoop(writers.map(({ write }) => write));
  for (const { line } of writers) line.close();
  for (const hub of hubs) await hub.kill();
  await server.remove();
  await folder.remove();
  return rate;
}

/** Reads its own answers and nothing else: what it costs to follow the session is the phones' affair. */
function writerAt(link: string, w: number) {
  const [url = '', token] = link.split('/#');
  let answered: (text: string) => void = () => undefined;
  const line = new Line({
    port: Number(new URL(url).port),
    path: '/ws',
    protocol: SUBPROTOCOL,
    onOpen: (opened) =>
      opened.send(
        JSON.stringify({ type: 'hello', token, clientId: `writer-${w}-0123456789`, afterSeq: null }),
      ),
    onFrame: (payload) => {
      const head = payload.subarray(0, 20).toString('latin1');
      if (!/"(?:ack|rejected|commits|presence|own)/.test(head) || /"(?:ack|rejected)/.test(head)) {
        answered(head);
      }
    },
  });
  const answer = () => new Promise<string>((resolve) => (answered = resolve));
  const write = async (n: number) => {
    const entryId = `w${w}-${n >> 1}`;
    const command =
      n % 2 === 0
        ? { name: 'queue/join', args: { ...hand(entryId, 'online'), entryId } }
        : { name: 'queue/leave', args: { entryId } };
    const said = answer();
    line.send(JSON.stringify({ type: 'command', commandId: `c${w}-${n}`, ...command }));
    return (await said).includes('"ack"');
  };
  return answer().then(() => ({ line, write }));
}

async function bare(connections: number, writers: number): Promise<Rate> {
  const server = await startNatsServer();
  const all = await Promise.all(
    Array.from({ length: connections }, () => connectNats({ servers: server.url })),
  );
  const jsm = await jetstreamManager(must(all[0], 'connection'));
  await jsm.streams.add({ name: 'bare', subjects: ['bare.one'], storage: 'file' });
  let last = 0;
  const rate = await closedLoop(
    Array.from({ length: writers }, (_, w) => {
      const js = jetstream(must(all[w % connections], 'connection'));
      return async () => {
        for (;;) {
          try {
            const { seq } = await js.publish('bare.one', BODY, { expect: { lastSubjectSequence: last } });
            last = Math.max(last, seq);
            return true;
          } catch {
            // Somebody else was first, and has said so meanwhile.
          }
        }
      };
    }),
  );
  for (const connection of all) await connection.close();
  await server.remove();
  return rate;
}

const shown = ({ perSecond, refused, p50, p99 }: Rate) =>
  `${perSecond.toFixed(0)} a second, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${refused} refused`;

await buildIfStale();
const ratios: number[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  const contended = await bare(4, WRITERS);
  process.stdout.write(`bare, ${WRITERS} writers over 4 connections: ${shown(contended)}\n`);
  const floor = await bare(1, 1);
  process.stdout.write(`bare, one writer: ${shown(floor)}\n`);
  for (const size of [1, 2, 4]) {
    const rate = await ofHubs(size);
    if (size === 4) ratios.push(rate.perSecond / floor.perSecond);
    process.stdout.write(
      `${size} hubs: ${shown(rate)}; ${(rate.perSecond / floor.perSecond).toFixed(2)} x bare\n`,
    );
  }
}
const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
process.stdout.write(`${JSON.stringify({ bench: 'hubs', writers: WRITERS, ratioOf4: median })}\n`);
