/**
 * Commits on their way to everybody of one audience: one frame, the same bytes for all. A crowd is served in turns,
 * so that the staff's commands come in between; what becomes durable meanwhile goes out together with the next turn.
 * Whoever reads too slowly is passed over until the line is free, and then gets all that was missed in one frame.
 */
import type { SentCommit } from '../../shared/commit.ts';
import { FAN_OUT_TURN_MEMBERS, LAGGING_BYTES } from '../../shared/lib/limits.ts';
import { CLOSE } from '../../shared/wire.ts';

/** A socket's end, reduced to what commits need of it. */
export type Listener = {
  /** A whole frame (framed.ts). */
  send(frame: Buffer): void;
  close(code: number, reason: string): void;
  /** Handed over and not yet sent. */
  bufferedBytes(): number;
};

export type FanoutOptions = {
  /** In turns of FAN_OUT_TURN_MEMBERS, or all at once. */
  inTurns: boolean;
  /** A whole frame. */
  encode(commits: readonly SentCommit[]): Buffer;
  /** What came after `afterSeq`; null when that is too long ago. */
  tail(afterSeq: number): SentCommit[] | null;
  /** Somebody lagged, and does no more. */
  onCaughtUp(): void;
  /** A turn has failed: a bug of ours, in nobody's call. */
  onBroken(error: unknown): void;
};

type Round<L> = {
  commits: readonly SentCommit[];
  firstSeq: number;
  frame: Buffer;
  /** With the seq that each has. */
  rest: Iterator<[L, number]>;
  afterwards: (() => void)[];
};

export class Fanout<L extends Listener> {
  readonly #options: FanoutOptions;
  /** With the seq that each had when it came or had caught up: what was on its way already is not for it. */
  readonly #listeners = new Map<L, number>();
  /** The seq that each of them has. */
  readonly #lagging = new Map<L, number>();
  #waiting: SentCommit[] = [];
  #afterWaiting: (() => void)[] = [];
  #round: Round<L> | null = null;
  #isTurnDue = false;

  constructor(options: FanoutOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** `seq` is what it has: everything so far. */
  add(listener: L, seq: number): void {
    this.#listeners.set(listener, seq);
  }

  delete(listener: L): void {
    this.#listeners.delete(listener);
    this.#lagging.delete(listener);
  }

  /** Something beside the commits, after those so far; who lags will be told another time, who comes later knows more. */
  tellAll(frame: Buffer): void {
    const here = [...this.#listeners];
    this.afterwards(() => {
      for (const [listener, seq] of here) {
        // Whoever has caught up since knows more as well.
        const isWhereItWas = this.#listeners.get(listener) === seq && !this.#lagging.has(listener);
        if (isWhereItWas) listener.send(frame);
      }
    });
  }

  send(commits: readonly SentCommit[]): void {
    if (commits.length === 0 || this.size === 0) return;
    this.#waiting.push(...commits);
    if (!this.#options.inTurns) this.flush();
    else this.#takeTurnSoon();
  }

  /** Runs `say` once all commits so far are handed over; who lags may hear it before them. */
  afterwards(say: () => void): void {
    if (this.#waiting.length > 0) this.#afterWaiting.push(say);
    else if (this.#round) this.#round.afterwards.push(say);
    else say();
  }

  /** The same, but `listener` has them all when it hears it: whoever lags is given what was missed before it. */
  inOrder(listener: L, say: () => void): void {
    this.afterwards(() => {
      this.#catchUp(listener);
      say();
    });
  }

  /** All that is on its way, now. */
  flush(): void {
    while (this.#round || this.#waiting.length > 0) this.#takeTurn(Number.POSITIVE_INFINITY);
  }

  /** Those whose line is free again get what they missed; too much of it, and they begin anew. */
  catchUp(): void {
    for (const listener of this.#lagging.keys()) if (listener.bufferedBytes() === 0) this.#catchUp(listener);
  }

  #catchUp(listener: L): void {
    const seq = this.#lagging.get(listener);
    if (seq === undefined) return;
    this.#lagging.delete(listener);
    const missed = this.#options.tail(seq);
    if (!missed) return listener.close(CLOSE.tooSlow, 'too far behind');
    this.#listeners.set(listener, missed.at(-1)?.seq ?? seq);
    if (missed.length > 0) listener.send(this.#options.encode(missed));
    this.#options.onCaughtUp();
  }

  #takeTurnSoon(): void {
    if (this.#isTurnDue) return;
    this.#isTurnDue = true;
    setImmediate(() => {
      this.#isTurnDue = false;
      try {
        this.#takeTurn(FAN_OUT_TURN_MEMBERS);
      } catch (error) {
        return this.#options.onBroken(error);
      }
      if (this.#round || this.#waiting.length > 0) this.#takeTurnSoon();
    });
  }

  #takeTurn(membersMax: number): void {
    const round = this.#round ?? this.#begin();
    if (!round) return;
    for (let i = 0; i < membersMax; i += 1) {
      const { value, done } = round.rest.next();
      if (done) {
        this.#round = null;
        for (const say of round.afterwards) say();
        return;
      }
      this.#hand(...value, round);
    }
  }

  #begin(): Round<L> | null {
    const [first] = this.#waiting;
    if (!first) return null;
    const [commits, afterwards] = [this.#waiting, this.#afterWaiting];
    // Before they are encoded: what cannot be is not tried again when the room closes over it.
    this.#waiting = [];
    this.#afterWaiting = [];
    this.#round = {
      commits,
      firstSeq: first.seq,
      frame: this.#options.encode(commits),
      rest: this.#listeners.entries(),
      afterwards,
    };
    return this.#round;
  }

  #hand(listener: L, hasSeq: number, { commits, firstSeq, frame }: Round<L>): void {
    if (this.#lagging.has(listener)) return;
    const isNewcomer = hasSeq >= firstSeq;
    const lacking = isNewcomer ? commits.filter(({ seq }) => seq > hasSeq) : commits;
    const [first] = lacking;
    if (!first) return;
    if (listener.bufferedBytes() > LAGGING_BYTES) this.#lagging.set(listener, Math.max(first.prev, hasSeq));
    else listener.send(isNewcomer ? this.#options.encode(lacking) : frame);
  }
}
