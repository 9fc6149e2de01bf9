/**
 * One session's log in JetStream, held by any number of hubs. Who appends says after which message: of several who do so
 * at once one wins, the others hear what it wrote and decide again. Servers before 2.10 sometimes take both, when several
 * keep the stream together and one of them has died; so it is the stream's order that decides: a message counts if
 * its commits follow those before it, and whoever wrote one that does not has lost. Own commits count as soon as they are
 * acknowledged, foreign ones as they are delivered; both come to the followers in the order of the stream, each once.
 */
import { DeliverPolicy, JetStreamApiError, type StoredMsg } from '@nats-io/jetstream';
import type { Commit } from '../../../shared/commit.ts';
import { must } from '../../../shared/lib/assert.ts';
import { type AppendResult, StoreError } from '../event-store.ts';
import type { WatchedLine } from './line.ts';
import { type Batch, batchOf, encodeBatch } from './messages.ts';
import { Places } from './places.ts';
import { LOG_STREAM, logSubject, type Streams } from './streams.ts';
import { Turns } from './turns.ts';

/** One try; the next asks whether this one was taken. */
const PUBLISH_MS_MAX = 2_000;
const RETRY_MS = 200;
const READ_TRIES_MAX = 5;
/** Two that are missing, and the reader is set up anew. */
const HEARTBEAT_MS = 1_000;
/** The server forgets a reader that has gone by then. */
const CONSUMER_IDLE_NS = 30_000_000_000;
/** https://github.com/nats-io/nats-server/blob/main/server/errors.json: wrong last sequence. */
const WRONG_LAST_SEQUENCE = 10_071;
/** Others' messages come within milliseconds, unless the reader is being set up anew. */
const DELIVERY_MS_MAX = 100;

type InFlight = { messageId: string; taken(): void };

/** How far the stream was read: the last message, and the last commit that counted by then. */
export type Mark = { streamSeq: number; seq: number };

export class CommitStream {
  readonly #streams: Streams;
  readonly #line: WatchedLine;
  readonly #subject: string;
  readonly #followers = new Set<(commits: readonly Commit[]) => void>();
  readonly #places = new Places();
  readonly #commandIds = new Set<string>();
  /** Of the commits after this one, up to the last when it was opened, the command ids are not known yet. */
  #knownTo = 0;
  #openedAt = 0;
  #last: Mark;
  readonly #writer: string;
  readonly #turns: Turns;
  #messages = 0;
  #inFlight: InFlight | null = null;
  #isClosed = false;
  #stopFollowing: () => void = () => undefined;
  #stopWatching: () => void = () => undefined;
  #awaitDelivery: () => void = () => undefined;

  private constructor(streams: Streams, line: WatchedLine, sessionId: string, from: Mark) {
    this.#streams = streams;
    this.#line = line;
    this.#subject = logSubject(sessionId);
    this.#last = from;
    this.#writer = line.surroundings.newId();
    this.#turns = new Turns(this.#writer);
  }

  /** Reads on from a mark that was saved, or from the beginning, to the present end, and follows from there. */
  static async open(
    streams: Streams,
    line: WatchedLine,
    sessionId: string,
    from: Mark,
  ): Promise<CommitStream> {
    const stream = new CommitStream(streams, line, sessionId, from);
    const query = { last_by_subj: logSubject(sessionId) };
    const end = (await streams.jsm.streams.getMessage(LOG_STREAM, query))?.seq ?? 0;
    const take = (batch: Batch) => {
      stream.#deliver(batch);
      return false;
    };
    if (end > from.streamSeq) await stream.#scan(from.streamSeq + 1, end, take);
    stream.#openedAt = stream.#last.seq;
    // Whoever delivered before may be another server now, or have forgotten.
    stream.#stopWatching = line.onChange(() => line.isUp && stream.#stopFollowing());
    void stream.#followOn();
    return stream;
  }

  follow(listener: (commits: readonly Commit[]) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  /** Up to the very end as it is when this resolves, unless there are more than `limit`. */
  async read(afterSeq: number, limit: number): Promise<Commit[]> {
    const found: Commit[] = [];
    const reached = () => found.at(-1)?.seq ?? afterSeq;
    for (let tries = 0; found.length < limit && reached() < this.#last.seq; ) {
      const before = reached();
      const failure = await this.#readOn(before, limit, found).catch((error: unknown) => error);
      if (reached() > before) continue;
      // A server that has just died does not answer, or breaks off; one that has just begun takes its time.
      tries += 1;
      if (tries > READ_TRIES_MAX) throw failure ?? new StoreError('line-cut', { seq: before + 1 });
      await this.#line.wait(RETRY_MS);
    }
    if (afterSeq <= this.#knownTo) this.#learn(found);
    return found;
  }

  /** Where to read on from, for whoever has all commits up to `seq`. */
  markBefore(seq: number): Mark {
    const place = this.#places.of(seq);
    return { streamSeq: place.streamSeq - 1, seq: place.seq - 1 };
  }

  /** Those of a snapshot, by seq from 1. */
  knowCommands(ids: readonly string[]): void {
    for (const id of ids) this.#commandIds.add(id);
    this.#knownTo = Math.max(this.#knownTo, ids.length);
  }

  /**
   * Once it is out, it is not given up before it is known what became of it: a command that may yet be done must not be
   * refused. While the line is cut nothing goes out.
   */
  async append(commits: readonly Commit[]): Promise<AppendResult> {
    const first = must(commits[0], 'a commit to append');
    if (!this.#line.isUp) throw new StoreError('line-cut', {});
    // Whoever is behind hears what it lacks, whoever is told of a conflict has heard it.
    if (first.seq > this.#last.seq + 1) await this.catchUp();
    if (first.seq !== this.#last.seq + 1) return { kind: 'conflict' };
    while (this.#knownTo < this.#openedAt) await this.read(this.#knownTo, 1_000);
    const twice = commits.find(({ commandId }) => this.#commandIds.has(commandId));
    if (twice) return { kind: 'duplicate', commandId: twice.commandId };
    const waitMs = this.#turns.waitMs(this.#line.surroundings.nowMs());
    if (waitMs > 0) await this.#nextDelivery(waitMs);
    if (first.seq !== this.#last.seq + 1) return { kind: 'conflict' };
    const bytes = await encodeBatch(commits);
    if (bytes.length > this.#streams.bytesMax) throw new StoreError('too-large', { seq: first.seq });
    // Somebody else may have written meanwhile.
    if (first.seq !== this.#last.seq + 1) return { kind: 'conflict' };
    return this.#publish(commits, bytes);
  }

  /** All that is in the stream when this is asked; the delivery may be behind. Rejects with StoreError. */
  async catchUp(): Promise<void> {
    const end = (await this.#stored({ last_by_subj: this.#subject }))?.seq ?? 0;
    while (this.#last.streamSeq < end) {
      const next = { seq: this.#last.streamSeq + 1, next_by_subj: this.#subject };
      // The types know this question for replicas alone.
      const message = await this.#stored(next as unknown as { seq: number });
      if (!message) return;
      this.#deliver(batchOf(message));
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    this.#stopFollowing();
  }

  async #publish(commits: readonly Commit[], bytes: Uint8Array): Promise<AppendResult> {
    this.#messages += 1;
    const messageId = `${this.#writer}.${this.#messages}`;
    const expected = this.#last.streamSeq;
    let isTaken = false;
    /** A try has had no answer: it may yet be taken. */
    let isDoubtful = false;
    this.#inFlight = {
      messageId,
      taken: () => {
        isTaken = true;
      },
    };
    const cancelStuck = this.#line.surroundings.after(PUBLISH_MS_MAX, () => this.#line.note(true));
    try {
      for (;;) {
        try {
          const options = {
            msgID: messageId,
            expect: { lastSubjectSequence: expected },
            timeout: PUBLISH_MS_MAX,
          };
          const { seq } = await this.#streams.js.publish(this.#subject, bytes, options);
          // With nothing in between it counts; else what is in between is looked at first.
          if (seq === expected + 1) this.#deliver({ streamSeq: seq, messageId, commits: [...commits] });
          else await this.#catchUpSurely();
          return { kind: isTaken ? 'appended' : 'conflict' };
        } catch (error) {
          if (isTaken) return { kind: 'appended' };
          if (error instanceof StoreError) throw error;
          if (error instanceof JetStreamApiError && error.code === WRONG_LAST_SEQUENCE) {
            if (!(await this.#delivered(lastSequenceOf(error)))) await this.#catchUpSurely();
            // An earlier try may have been taken, and its answer lost.
            return { kind: isTaken ? 'appended' : 'conflict' };
          }
          if (error instanceof JetStreamApiError && !isDoubtful) {
            throw new StoreError('cannot-write', { why: error.message });
          }
          isDoubtful = true;
          if (this.#isClosed || this.#streams.connection.isClosed()) throw new StoreError('line-cut', {});
          await this.#line.wait(RETRY_MS);
          await this.#line.connected();
        }
      }
    } finally {
      cancelStuck();
      this.#line.note(false);
      this.#inFlight = null;
    }
  }

  /** What is on its way by itself costs the servers nothing; false if it does not come. */
  async #delivered(streamSeq: number): Promise<boolean> {
    const untilMs = this.#line.surroundings.nowMs() + DELIVERY_MS_MAX;
    while (this.#last.streamSeq < streamSeq) {
      const leftMs = untilMs - this.#line.surroundings.nowMs();
      if (leftMs <= 0) return false;
      await this.#nextDelivery(leftMs);
    }
    return true;
  }

  /** Resolves when something has come, or after so long. */
  #nextDelivery(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#line.surroundings.after(waitMs, resolve);
      this.#awaitDelivery = () => {
        cancel();
        resolve();
      };
    });
  }

  /** What is out is decided by what is in the stream: asked for until there is an answer that can be read. */
  async #catchUpSurely(): Promise<void> {
    for (;;) {
      try {
        return await this.catchUp();
      } catch (error) {
        if (isUnreadable(error) || this.#isClosed || this.#streams.connection.isClosed()) throw error;
        await this.#line.wait(RETRY_MS);
        await this.#line.connected();
      }
    }
  }

  /** Asked of the leader, which knows the last. */
  #stored(query: Parameters<Streams['jsm']['streams']['getMessage']>[1]): Promise<StoredMsg | null> {
    return this.#streams.jsm.streams.getMessage(LOG_STREAM, query).catch((error: unknown) => {
      throw new StoreError('line-cut', { why: String(error) });
    });
  }

  #deliver({ streamSeq, messageId, commits }: Batch): void {
    const [first, last] = [must(commits[0], 'a commit'), must(commits.at(-1), 'a commit')];
    if (streamSeq <= this.#last.streamSeq) return;
    if (first.seq !== this.#last.seq + 1) {
      this.#last = { ...this.#last, streamSeq };
      this.#awaitDelivery();
      return;
    }
    this.#last = { streamSeq, seq: last.seq };
    this.#turns.wrote(writerOf(messageId), this.#line.surroundings.nowMs());
    this.#awaitDelivery();
    this.#places.note({ seq: first.seq, streamSeq });
    for (const { commandId } of commits) this.#commandIds.add(commandId);
    if (this.#inFlight?.messageId === messageId) this.#inFlight.taken();
    for (const follower of [...this.#followers]) follower(commits);
  }

  /** For as long as the log is open, whatever becomes of the line. */
  async #followOn(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const messages = await this.#from(this.#last.streamSeq + 1);
        this.#stopFollowing = () => void messages.close();
        if (this.#isClosed) return void messages.close();
        for await (const message of messages) this.#deliver(batchOf(message));
      } catch (error) {
        // Whoever writes next is told so.
        if (isUnreadable(error)) return;
        // Asked for again, from where it was.
      }
      if (this.#streams.connection.isClosed()) return;
      if (!this.#isClosed) await this.#line.wait(RETRY_MS);
    }
  }

  async #from(streamSeq: number) {
    const consumer = await this.#streams.js.consumers.get(LOG_STREAM, {
      filter_subjects: this.#subject,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: streamSeq,
      inactive_threshold: CONSUMER_IDLE_NS,
    });
    return consumer.consume({ idle_heartbeat: HEARTBEAT_MS });
  }

  /** Adds to `found` what comes after `afterSeq`, to the present end or until there are `limit` in all. */
  async #readOn(afterSeq: number, limit: number, found: Commit[]): Promise<void> {
    const place = this.#places.of(afterSeq + 1);
    let reached = place.seq - 1;
    await this.#scan(place.streamSeq, this.#last.streamSeq, ({ commits, streamSeq }) => {
      const first = commits[0]?.seq ?? 0;
      if (first !== reached + 1) return false;
      reached = commits.at(-1)?.seq ?? reached;
      this.#places.note({ seq: first, streamSeq });
      found.push(...commits.filter(({ seq }) => seq > afterSeq).slice(0, limit - found.length));
      return found.length >= limit;
    });
  }

  /** From one place in the stream to another; `visit` says true when it has enough. */
  async #scan(from: number, end: number, visit: (batch: Batch) => boolean): Promise<void> {
    const messages = await this.#from(from).catch((error: unknown) => {
      throw new StoreError('line-cut', { why: String(error) });
    });
    for await (const message of messages) if (visit(batchOf(message)) || message.seq >= end) break;
    await messages.close();
  }

  #learn(commits: readonly Commit[]): void {
    for (const { commandId } of commits) this.#commandIds.add(commandId);
    this.#knownTo = Math.max(this.#knownTo, commits.at(-1)?.seq ?? 0);
  }
}

/** A message's id begins with it. */
function writerOf(messageId: string): string {
  return messageId.split('.')[0] ?? '';
}

/** `wrong last sequence: 5`; Infinity where it does not say so. */
function lastSequenceOf(error: JetStreamApiError): number {
  const [, last] = /: (\d+)$/.exec(error.message) ?? [];
  return last === undefined ? Number.POSITIVE_INFINITY : Number(last);
}

/** Written by a newer version, or by something else: asking again changes nothing. */
function isUnreadable(error: unknown): boolean {
  return error instanceof StoreError && error.code !== 'line-cut';
}
