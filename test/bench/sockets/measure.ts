/** One server under load: what a join costs, a lone command, a steady trickle, and how much it takes at most. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Crowd, Deliveries, gather } from './crowd.ts';
import { Line } from './line.ts';
import { entryOf, type Served } from './subjects.ts';

/** `null` = it was not measured; times in milliseconds. */
export type Measured = {
  joinMs: number;
  joinCpuMs: number;
  joinBytes: number;
  rssMb: number;
  loneAckP50: number;
  ackP50: number;
  lastP50: number;
  lastP99: number;
  cpuUsPerDelivery: number;
  bytesPerCommit: number;
  highestRate: number;
};

const LONE_COMMANDS = 60;
const TRICKLE_PER_SECOND = 20;
const STEP_MS = 1_500;
const FAN_OUT_P99_MS_MAX = 250;
/** A step whose commands have not all arrived by then has failed. */
const DRAIN_MS = 4_000;
/** A hub refuses what would pile up beyond this. */
const UNANSWERED_MAX = 4_000;
const RATE_MIN = 20;
/** At the highest rate: of one person the hub takes 500 a second. */
const RATE_WRITERS = 40;
const RATE_MAX = 20_000;

/** Live load on one server: numbers every command, and knows when it was said, acknowledged and delivered. */
export class Load {
  readonly #served: Served;
  readonly #writers: Line[] = [];
  readonly #deliveries: Deliveries;
  readonly #saidAt: number[] = [];
  readonly #ackedAt: number[] = [];
  /** By the server's own number. */
  readonly #commandOf = new Map<number, number>();
  readonly #lastAt = new Map<number, number>();
  #acked = 0;
  #seq = 0;
  #settled = 0;
  #onChange: () => void = () => undefined;
  #failure: Error | null = null;
  crowd!: Crowd;

  private constructor(served: Served, size: number, firstSeq: number) {
    this.#served = served;
    this.#deliveries = new Deliveries(size, firstSeq, (seq) => {
      this.#lastAt.set(seq, performance.now());
      this.#settled += 1;
      this.#onChange();
    });
  }

  /** `firstSeq`: the number that everybody has when the crowd is complete. */
  static async begin(served: Served, size: number, writers: number, firstSeq: number): Promise<Load> {
    const load = new Load(served, size, firstSeq);
    load.crowd = await gather(served.port, size, served.crowd, (member, seq) =>
      load.#deliveries.reached(member, seq),
    );
    await load.hire(writers);
    return load;
  }

  /** So many writers from now on. */
  async hire(writers: number): Promise<void> {
    while (this.#writers.length < writers) this.#writers.push(await this.#writer(this.#writers.length));
  }

  #writer(member: number): Promise<Line> {
    const { port, writer } = this.#served;
    return new Promise((resolve, reject) => {
      const isSilent = writer.greet === undefined && writer.path(member) === '/writer';
      let isJoined = isSilent;
      const line: Line = new Line({
        port,
        path: writer.path(member),
        ...(writer.protocol !== undefined && { protocol: writer.protocol }),
        onOpen: (opened) => {
          writer.greet?.(opened, member);
          if (isSilent) resolve(opened);
        },
        onFrame: (payload, isBinary) => {
          if (isJoined) return this.#answer(payload);
          isJoined = writer.isJoined(line, payload, isBinary);
          if (isJoined) resolve(line);
        },
        onClose: () => reject(new Error('a writer was cut off')),
      });
    });
  }

  #answer(payload: Buffer): void {
    try {
      const ack = this.#served.ackOf(payload);
      if (!ack) return;
      this.#ackedAt[ack.command] = performance.now();
      this.#commandOf.set(ack.seq, ack.command);
      this.#seq = Math.max(this.#seq, ack.seq);
      this.#acked += 1;
      this.#onChange();
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  get deliveries(): number {
    return this.#deliveries.count;
  }

  /** The highest number that the server has given so far. */
  get seq(): number {
    return this.#seq;
  }

  get said(): number {
    return this.#saidAt.length;
  }

  /** `atMs`: when it was due, which is when its clock starts. */
  say(atMs = performance.now()): void {
    const number = this.#saidAt.length;
    this.#saidAt.push(atMs);
    this.#served.write(this.#writers[entryOf(number) % this.#writers.length] as Line, number);
  }

  /** False when not all that was said is acknowledged and with everybody in time. */
  async settle(withinMs: number): Promise<boolean> {
    const isSettled = () => this.#acked >= this.said && this.#settled >= this.said;
    const late = AbortSignal.timeout(withinMs);
    await new Promise<void>((resolve) => {
      late.addEventListener('abort', () => resolve());
      this.#onChange = () => {
        if (isSettled()) resolve();
      };
      this.#onChange();
    });
    if (this.#failure) throw this.#failure;
    return isSettled();
  }

  /** Of the commands from `from` on. */
  latencies(from: number): { ack: number[]; last: number[] } {
    const ack: number[] = [];
    const last: number[] = [];
    for (const [seq, command] of this.#commandOf) {
      if (command < from) continue;
      const saidAt = this.#saidAt[command] ?? 0;
      ack.push((this.#ackedAt[command] ?? 0) - saidAt);
      const lastAt = this.#lastAt.get(seq);
      if (lastAt !== undefined) last.push(lastAt - saidAt);
    }
    return { ack: ack.toSorted(ascending), last: last.toSorted(ascending) };
  }

  /**
   * Says `perSecond` for `ms`, whatever the server does; stops, and says false, once it is hopelessly behind. `oddly`
   * (0 to 1) moves each within its own share of the time.
   */
  async openLoop(perSecond: number, ms: number, oddly = () => 0): Promise<boolean> {
    const startMs = performance.now();
    const total = Math.round((perSecond * ms) / 1_000);
    const dueMs = Array.from({ length: total }, (_, i) => ((i + oddly()) * 1_000) / perSecond);
    for (let i = 0; i < total; ) {
      const nowMs = performance.now() - startMs;
      for (; i < total && (dueMs[i] ?? 0) <= nowMs; i += 1) {
        if (this.said - this.#acked > UNANSWERED_MAX) return false;
        this.say(startMs + (dueMs[i] ?? 0));
      }
      await wait(1);
    }
    return true;
  }

  close(): void {
    for (const writer of this.#writers) writer.close();
    this.crowd.close();
  }
}

const ascending = (a: number, b: number) => a - b;

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export type Plan = { size: number; writers: number; trickleMs: number; isRateSought: boolean; guess: number };

/** From the first connection to the last command; the server is left running. */
export async function measure(served: Served, firstSeq: number, plan: Plan): Promise<Measured> {
  const before = await served.usage();
  const startMs = performance.now();
  const load = await Load.begin(served, plan.size, plan.writers, firstSeq);
  const joinMs = performance.now() - startMs;
  // What a server tells everybody about newcomers belongs to the joins.
  await wait(1_500);
  const joined = await served.usage();
  const joinBytes = load.crowd.bytes() / plan.size;
  try {
    const lone = await loneCommands(load);
    const steady = await trickle(served, load, plan);
    return {
      joinMs,
      joinCpuMs: joined.cpuMs - before.cpuMs,
      joinBytes,
      rssMb: joined.rssBytes / 1024 / 1024,
      loneAckP50: lone,
      ...steady,
      highestRate: plan.isRateSought ? await highestRate(load, plan.guess) : Number.NaN,
    };
  } finally {
    load.close();
  }
}

export async function mustSettle(load: Load, withinMs = 30_000): Promise<void> {
  if (!(await load.settle(withinMs))) throw new Error(`not all commands arrived within ${withinMs} ms`);
}

async function loneCommands(load: Load): Promise<number> {
  const from = load.said;
  for (let i = 0; i < LONE_COMMANDS; i += 1) {
    load.say();
    await mustSettle(load);
  }
  return quantile(load.latencies(from).ack, 0.5);
}

async function trickle(served: Served, load: Load, { trickleMs, size }: Plan) {
  const [from, deliveries, bytes] = [load.said, load.deliveries, load.crowd.bytes()];
  const before = await served.usage();
  await load.openLoop(TRICKLE_PER_SECOND, trickleMs);
  await mustSettle(load);
  const after = await served.usage();
  const { ack, last } = load.latencies(from);
  return {
    ackP50: quantile(ack, 0.5),
    lastP50: quantile(last, 0.5),
    lastP99: quantile(last, 0.99),
    cpuUsPerDelivery: ((after.cpuMs - before.cpuMs) * 1_000) / (load.deliveries - deliveries),
    bytesPerCommit: (load.crowd.bytes() - bytes) / size / (load.said - from),
  };
}

/** Commands a second; the last step that everybody got in time. Coarse steps from the guess, then finer ones. */
async function highestRate(load: Load, guess: number): Promise<number> {
  await load.hire(RATE_WRITERS);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let rate = Math.max(RATE_MIN, guess);
  for (let factor = 2; factor > 1.08; ) {
    const isKept = await keeps(load, rate);
    if (isKept) low = rate;
    else high = rate;
    if (high === Number.POSITIVE_INFINITY) rate *= factor;
    else if (low === 0) rate /= factor;
    else {
      factor = Math.sqrt(high / low);
      rate = low * factor;
    }
    if (rate < RATE_MIN / 4 || rate > RATE_MAX) break;
  }
  return low;
}

async function keeps(load: Load, rate: number): Promise<boolean> {
  const from = load.said;
  const isSaid = await load.openLoop(rate, STEP_MS);
  const isSettled = (await load.settle(DRAIN_MS)) && isSaid;
  // What is still on its way would spoil the next step.
  if (!isSettled) await mustSettle(load, 120_000);
  return isSettled && quantile(load.latencies(from).last, 0.99) <= FAN_OUT_P99_MS_MAX;
}
