/**
 * Servers of JetStream as a hub meets them, in simulated time: they choose a leader and answer nobody meanwhile, take
 * what is late, lose answers, forget who listens, and take two messages at one place as 2.9 does. What they have taken
 * they keep.
 */
import { JetStreamApiError } from '@nats-io/jetstream';
import { LOG_STREAM } from '../../electron/store/jetstream/streams.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export type Kept = { seq: number; subject: string; messageId: string; data: Uint8Array };
export type Publish = {
  stream: string;
  subject: string;
  data: Uint8Array;
  messageId?: string | undefined;
  expected?: number | undefined;
};
/** Told of what a stream has taken, in order. */
export type Reader = { stream: string; subject: string; wake(): void };

/** https://github.com/nats-io/nats-server/blob/main/server/errors.json */
const WRONG_LAST_SEQUENCE = 10_071;
const BAD_REQUEST = 400;
const WAY_MS_MAX = 5;

export class SimulatedServers {
  readonly clock: SimulatedClock;
  readonly random: () => number;
  readonly #streams = new Map<string, Kept[]>();
  readonly #seenIds = new Map<string, number>();
  readonly #readers = new Set<Reader>();
  readonly #buckets = new Map<string, Map<string, { revision: number; value: string | Uint8Array }>>();
  #leaderlessUntilMs = 0;
  #carelessUntilMs = 0;
  #forgetfulUntilMs = 0;
  #revision = 0;

  constructor(clock: SimulatedClock, random: () => number) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Nobody leads for so long. What comes meanwhile is lost, or taken when somebody does. Whoever leads then may not know
   * which messages came twice.
   */
  loseLeader(ms: number): void {
    this.#leaderlessUntilMs = this.clock.nowMs() + ms;
    if (this.random() < 0.5) this.#seenIds.clear();
  }

  /** For so long what is expected of the last sequence is not looked at. */
  beCareless(ms: number): void {
    this.#carelessUntilMs = this.clock.nowMs() + ms;
  }

  /** For so long one answer in four is never heard. */
  loseAnswers(ms: number): void {
    this.#forgetfulUntilMs = this.clock.nowMs() + ms;
  }

  get forgetsAnswer(): boolean {
    return this.clock.nowMs() < this.#forgetfulUntilMs && this.random() < 0.25;
  }

  get isLed(): boolean {
    return this.clock.nowMs() >= this.#leaderlessUntilMs;
  }

  wayMs(): number {
    return 1 + Math.floor(WAY_MS_MAX * this.random());
  }

  /** Does the work once somebody leads, or never. */
  serve(work: () => void): void {
    if (this.isLed) return work();
    if (this.random() < 0.5) return;
    this.clock.after(this.#leaderlessUntilMs - this.clock.nowMs() + this.wayMs(), () => this.serve(work));
  }

  publish({ stream, subject, data, messageId = '', expected }: Publish): {
    seq: number;
    duplicate: boolean;
  } {
    const kept = this.messages(stream);
    const seen = this.#seenIds.get(messageId);
    if (seen !== undefined) return { seq: seen, duplicate: true };
    const last = kept.findLast((message) => message.subject === subject)?.seq ?? 0;
    if (expected !== undefined && expected !== last && this.clock.nowMs() >= this.#carelessUntilMs) {
      const description = `wrong last sequence: ${last}`;
      throw new JetStreamApiError({ code: BAD_REQUEST, err_code: WRONG_LAST_SEQUENCE, description });
    }
    const seq = (kept.at(-1)?.seq ?? 0) + 1;
    kept.push({ seq, subject, messageId, data });
    if (messageId !== '') this.#seenIds.set(messageId, seq);
    for (const reader of this.#readers) if (reader.stream === stream) reader.wake();
    return { seq, duplicate: false };
  }

  messages(stream: string): Kept[] {
    return entryOf(this.#streams, stream, () => []);
  }

  /** Another session's. */
  writeElsewhere(): void {
    this.publish({ stream: LOG_STREAM, subject: 'evenfloor.log.another', data: Buffer.from('{}') });
  }

  read(reader: Reader): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  put(bucket: string, key: string, value: string | Uint8Array): number {
    this.#revision += 1;
    entryOf(this.#buckets, bucket, () => new Map()).set(key, { revision: this.#revision, value });
    return this.#revision;
  }

  get(bucket: string, key: string) {
    return this.#buckets.get(bucket)?.get(key) ?? null;
  }
}

/** `>` and `*` at the end stand for whatever comes. */
export function fits(subject: string, filter: string): boolean {
  return /[>*]$/.test(filter) ? subject.startsWith(filter.slice(0, -1)) : subject === filter;
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
