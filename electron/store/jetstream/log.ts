/**
 * One session's log in JetStream, held by any number of hubs. Who appends says after which message: of several who do so
 * at once one wins, the others hear what it wrote and decide again. Own commits count as soon as they are acknowledged,
 * foreign ones as they are delivered; both come to the followers in the order of the stream, each once.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DeliverPolicy, JetStreamApiError, type StoredMsg } from '@nats-io/jetstream';
import type { Commit } from '../../../shared/commit.ts';
import { must } from '../../../shared/lib/assert.ts';
import { type AppendResult, StoreError } from '../event-store.ts';
import type { WatchedLine } from './line.ts';
import { decodeBatch, encodeBatch } from './messages.ts';
import { LOG_STREAM, logSubject, type Streams } from './streams.ts';

/** One try; the next asks whether this one was taken. */
const PUBLISH_MS_MAX = 2_000;
const RETRY_MS = 200;
/** The server forgets a reader that has gone by then. */
const CONSUMER_IDLE_NS = 30_000_000_000;
/** https://github.com/nats-io/nats-server/blob/main/server/errors.json: wrong last sequence. */
const WRONG_LAST_SEQUENCE = 10_071;
const MESSAGE_ID = 'Nats-Msg-Id';

type Batch = { streamSeq: number; messageId: string; commits: Commit[] };
type InFlight = { messageId: string; taken(): void };

export class CommitStream {
  readonly #streams: Streams;
  readonly #line: WatchedLine;
  readonly #subject: string;
  readonly #followers = new Set<(commits: readonly Commit[]) => void>();
  /** Where messages begin, as far as they were seen: the seq of the first commit, and the place in the stream. */
  readonly #places: { seq: number; streamSeq: number }[] = [];
  readonly #commandIds = new Set<string>();
  /** Of the commits after this one, up to the last when it was opened, the command ids are not known yet. */
  #knownTo = 0;
  readonly #openedAt: number;
  #last: { streamSeq: number; seq: number };
  #inFlight: InFlight | null = null;
  #isClosed = false;
  #stopFollowing: () => void = () => undefined;

  private constructor(streams: Streams, line: WatchedLine, sessionId: string, last: Batch | null) {
    this.#streams = streams;
    this.#line = line;
    this.#subject = logSubject(sessionId);
    this.#last = { streamSeq: last?.streamSeq ?? 0, seq: last?.commits.at(-1)?.seq ?? 0 };
    this.#openedAt = this.#last.seq;
  }

  /** Follows from its present end on. */
  static async open(streams: Streams, line: WatchedLine, sessionId: string): Promise<CommitStream> {
    const query = { last_by_subj: logSubject(sessionId) };
    const last = await streams.jsm.streams.getMessage(LOG_STREAM, query);
    const stream = new CommitStream(streams, line, sessionId, last && batchOf(last));
    void stream.#followOn();
    return stream;
  }

  get lastSeq(): number {
    return this.#last.seq;
  }

  follow(listener: (commits: readonly Commit[]) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  /** Up to the very end as it is when this resolves, unless there are more than `limit`. */
  async read(afterSeq: number, limit: number): Promise<Commit[]> {
    const found: Commit[] = [];
    const reached = () => found.at(-1)?.seq ?? afterSeq;
    while (found.length < limit && reached() < this.#last.seq) {
      const before = reached();
      await this.#readOn(before, limit - found.length, found);
      // Ended by a line that is gone for good, or a log that was taken away.
      if (reached() === before) throw new StoreError('line-cut', { seq: before + 1 });
    }
    if (afterSeq <= this.#knownTo) this.#learn(found);
    return found;
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
    if (first.seq !== this.#last.seq + 1) {
      await this.#catchUp();
      return { kind: 'conflict' };
    }
    while (this.#knownTo < this.#openedAt) await this.read(this.#knownTo, 1_000);
    const twice = commits.find(({ commandId }) => this.#commandIds.has(commandId));
    if (twice) return { kind: 'duplicate', commandId: twice.commandId };
    const bytes = await encodeBatch(commits);
    if (bytes.length > this.#streams.bytesMax) throw new StoreError('too-large', { seq: first.seq });
    // Somebody else may have written meanwhile.
    if (first.seq !== this.#last.seq + 1) return { kind: 'conflict' };
    return this.#publish(commits, bytes);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopFollowing();
  }

  async #publish(commits: readonly Commit[], bytes: Uint8Array): Promise<AppendResult> {
    const messageId = randomBytes(12).toString('base64url');
    const expected = this.#last.streamSeq;
    let isTaken = false;
    this.#inFlight = {
      messageId,
      taken: () => {
        isTaken = true;
      },
    };
    const stuck = setTimeout(() => this.#line.note(true), PUBLISH_MS_MAX);
    try {
      for (;;) {
        try {
          const options = {
            msgID: messageId,
            expect: { lastSubjectSequence: expected },
            timeout: PUBLISH_MS_MAX,
          };
          const { seq } = await this.#streams.js.publish(this.#subject, bytes, options);
          this.#deliver({ streamSeq: seq, messageId, commits: [...commits] });
          return { kind: 'appended' };
        } catch (error) {
          if (isTaken) return { kind: 'appended' };
          if (error instanceof JetStreamApiError) {
            if (error.code !== WRONG_LAST_SEQUENCE)
              throw new StoreError('cannot-write', { why: error.message });
            await this.#catchUp();
            // An earlier try may have been taken, and its answer lost.
            return { kind: isTaken ? 'appended' : 'conflict' };
          }
          if (this.#isClosed || this.#streams.connection.isClosed()) throw new StoreError('line-cut', {});
          await wait(RETRY_MS);
          await this.#line.connected();
        }
      }
    } finally {
      clearTimeout(stuck);
      this.#line.note(false);
      this.#inFlight = null;
    }
  }

  /** All that is in the stream by now; the delivery may be behind. */
  async #catchUp(): Promise<void> {
    for (;;) {
      const next = { seq: this.#last.streamSeq + 1, next_by_subj: this.#subject };
      // Asked of the leader, which knows the last; the types know this question for replicas alone.
      const message = await this.#streams.jsm.streams
        .getMessage(LOG_STREAM, next as unknown as { seq: number })
        .catch((error: unknown) => {
          throw new StoreError('line-cut', { why: String(error) });
        });
      if (!message) return;
      this.#deliver(batchOf(message));
    }
  }

  #deliver({ streamSeq, messageId, commits }: Batch): void {
    const [first, last] = [must(commits[0], 'a commit'), must(commits.at(-1), 'a commit')];
    if (streamSeq <= this.#last.streamSeq) return;
    this.#last = { streamSeq, seq: last.seq };
    this.#notePlace(first.seq, streamSeq);
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
      } catch {
        // Asked for again, from where it was.
      }
      if (this.#streams.connection.isClosed()) return;
      if (!this.#isClosed) await wait(RETRY_MS);
    }
  }

  async #from(streamSeq: number) {
    const consumer = await this.#streams.js.consumers.get(LOG_STREAM, {
      filter_subjects: this.#subject,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: streamSeq,
      inactive_threshold: CONSUMER_IDLE_NS,
    });
    return consumer.consume();
  }

  /** Adds what comes after `afterSeq`, to the end or `limit`. */
  async #readOn(afterSeq: number, limit: number, found: Commit[]): Promise<void> {
    const end = this.#last.streamSeq;
    const messages = await this.#from(this.#placeBefore(afterSeq + 1)).catch((error: unknown) => {
      throw new StoreError('line-cut', { why: String(error) });
    });
    for await (const message of messages) {
      const { commits, streamSeq } = batchOf(message);
      this.#notePlace(commits[0]?.seq ?? 0, streamSeq);
      found.push(...commits.filter(({ seq }) => seq > afterSeq).slice(0, limit - found.length));
      if (found.length >= limit || streamSeq >= end) break;
    }
    await messages.close();
  }

  #learn(commits: readonly Commit[]): void {
    for (const { commandId } of commits) this.#commandIds.add(commandId);
    this.#knownTo = Math.max(this.#knownTo, commits.at(-1)?.seq ?? 0);
  }

  #placeBefore(seq: number): number {
    return this.#places.findLast((place) => place.seq <= seq)?.streamSeq ?? 1;
  }

  #notePlace(seq: number, streamSeq: number): void {
    const at = this.#places.findLastIndex((place) => place.streamSeq <= streamSeq);
    if (this.#places[at]?.streamSeq !== streamSeq) this.#places.splice(at + 1, 0, { seq, streamSeq });
  }
}

function batchOf({ seq, data, ...rest }: Pick<StoredMsg, 'seq' | 'data'> & Partial<Headed>): Batch {
  const headers = rest.headers ?? rest.header;
  return { streamSeq: seq, messageId: headers?.get(MESSAGE_ID) ?? '', commits: decodeBatch(data) };
}

/** Two kinds of messages, with one letter between them. */
type Headed = { headers: { get(name: string): string } | undefined; header: { get(name: string): string } };
