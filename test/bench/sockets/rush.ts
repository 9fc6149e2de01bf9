/**
 * `npm run bench:crowd`: a hall comes in by its phones while the staff works, everybody sees the next speaker called,
 * and a few clients flood the hub. What the staff's commands take is compared with the quiet before, in the same run;
 * what "next" takes to the last phone, with the floor. Ends by itself.
 *
 *   --phones 3000   --per-second 100   --rounds 3
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../../shared/projections/synthetic-hands.ts';
import { Deliveries, gather } from './crowd.ts';
import { Line } from './line.ts';
import { Load, mustSettle, quantile } from './measure.ts';
import { FIRST_SEQ, type Served, SIZES, type Subject, subjects } from './subjects.ts';

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '3000' },
    'per-second': { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
  },
});
const phones = Number(values.phones);
const perSecond = Number(values['per-second']);
const rounds = Number(values.rounds);

/** Whose screens are watched for what the staff's commands take. */
const WATCHERS = 100;
/** Two moderators who are quick: more would measure the fan-out, which the other benchmark does. */
const STAFF_PER_SECOND = 2;
const QUIET_MS = 15_000;
/** Beside a flood it is the slowest one in a hundred that counts, so there are more. */
const BUSY_PER_SECOND = 20;
const CALLS = 15;
const FLOODERS = 50;
const FLOOD_PER_SECOND = 200;
const FLOOD_MS = 20_000;

/** People press at odd moments: in step with the phones, each press would meet one that comes in. */
const random = seededRandom(1);

type Times = { ackP50: number; ackP99: number; lastP50: number; lastP99: number };

function timesOf(load: Load, from: number): Times {
  const { ack, last } = load.latencies(from);
  return {
    ackP50: quantile(ack, 0.5),
    ackP99: quantile(ack, 0.99),
    lastP50: quantile(last, 0.5),
    lastP99: quantile(last, 0.99),
  };
}

/** The staff works for as long as `meanwhile` takes. */
async function working(load: Load, perSecond: number, meanwhile: () => Promise<unknown>): Promise<Times> {
  const from = load.said;
  let isOver = false;
  const over = meanwhile().finally(() => {
    isOver = true;
  });
  while (!isOver) await load.openLoop(perSecond, 1_000, random);
  await over;
  await mustSettle(load);
  return timesOf(load, from);
}

/** From the call to the last of all phones, the median of some. */
async function nextToAll(served: Served, load: Load): Promise<number> {
  let lastMs = 0;
  const deliveries = new Deliveries(phones, load.seq, () => {
    lastMs = performance.now();
  });
  const crowd = await gather(served.port, phones, served.crowd, (member, seq) =>
    deliveries.reached(member, seq),
  );
  await wait(1_000);
  const tookMs: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const [sayMs, before] = [performance.now(), deliveries.count];
    load.say();
    while (deliveries.count < before + phones) await wait(1);
    tookMs.push(lastMs - sayMs);
  }
  crowd.close();
  return quantile(
    tookMs.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Commands that a participant may not send so fast; whoever is cut off comes back. Counts what was sent. */
async function flood(served: Served): Promise<number> {
  let sent = 0;
  let isOver = false;
  const open = (member: number): Line =>
    new Line({
      port: served.port,
      path: served.crowd.path(member),
      ...(served.crowd.protocol !== undefined && { protocol: served.crowd.protocol }),
      onOpen: (line) => served.crowd.greet?.(line, member),
      onFrame: () => undefined,
      onClose: () => {
        if (!isOver) setTimeout(() => lines.set(member, open(member)), 200);
      },
    });
  const lines = new Map<number, Line>();
  for (let i = 0; i < FLOODERS; i += 1) lines.set(i, open(50_000 + i));
  await wait(500);
  const startMs = performance.now();
  while (performance.now() - startMs < FLOOD_MS) {
    const due = ((performance.now() - startMs) / 1_000) * FLOOD_PER_SECOND * FLOODERS;
    for (; sent < due; sent += 1) {
      const args = { entryId: `flood-${sent}`, name: 'x', channel: 'online', door: 'web', kind: 'topic' };
      const text = JSON.stringify({ type: 'command', commandId: `f${sent}`, name: 'queue/join', args });
      lines.get(sent % FLOODERS)?.send(text);
    }
    await wait(2);
  }
  isOver = true;
  for (const line of lines.values()) line.close();
  return sent;
}

type Round = {
  quiet: Times;
  rush?: Times;
  busy?: Times;
  flooded?: Times;
  flooding?: number;
  nextMs: number;
};

async function round(subject: Subject, isOurs: boolean): Promise<Round> {
  const served = await subject.start(SIZES);
  try {
    const load = await Load.begin(served, WATCHERS, 1, FIRST_SEQ[subject.name] ?? 0);
    const quiet = await working(load, STAFF_PER_SECOND, () => wait(QUIET_MS));
    if (!isOurs) return { quiet, nextMs: await nextToAll(served, load) };
    const rush = await working(load, STAFF_PER_SECOND, async () => {
      const hall = await gather(served.port, phones, served.crowd, () => undefined, perSecond);
      hall.close();
    });
    await wait(2_000);
    const busy = await working(load, BUSY_PER_SECOND, () => wait(FLOOD_MS));
    let flooding = 0;
    const flooded = await working(load, BUSY_PER_SECOND, async () => {
      flooding = await flood(served);
    });
    return { quiet, rush, busy, flooded, flooding, nextMs: await nextToAll(served, load) };
  } finally {
    await served.stop();
  }
}

const median = (numbers: readonly number[]) =>
  quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );

const [hub, , floor] = subjects() as [Subject, Subject, Subject];
const ours: Round[] = [];
const theirs: Round[] = [];
for (let i = 0; i < rounds; i += 1) {
  ours.push(await round(hub, true));
  theirs.push(await round(floor, false));
}
const ratio = (of: (one: Round, index: number) => number) => median(ours.map(of)).toFixed(2);
const lines = [
  `${phones} phones come in, ${perSecond} a second; medians of ${rounds} rounds`,
  `staff's ack meanwhile / quiet, p50: ${ratio((one) => (one.rush?.ackP50 ?? Number.NaN) / one.quiet.ackP50)}`,
  `"next" to the last of ${phones} / ${floor.name}: ${ratio((one, i) => one.nextMs / (theirs[i]?.nextMs ?? Number.NaN))}`,
  `${FLOODERS} clients send ${FLOOD_PER_SECOND} a second each (${median(ours.map((one) => one.flooding ?? 0))} in all)`,
  `ack p99 / quiet: ${ratio((one) => (one.flooded?.ackP99 ?? Number.NaN) / (one.busy?.ackP99 ?? Number.NaN))}`,
  `last screen p99 / quiet: ${ratio((one) => (one.flooded?.lastP99 ?? Number.NaN) / (one.busy?.lastP99 ?? Number.NaN))}`,
];
process.stdout.write(`${lines.join('\n')}\n${JSON.stringify({ bench: 'crowd', ours, theirs })}\n`);
