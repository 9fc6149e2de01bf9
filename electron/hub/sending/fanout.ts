/**
 * Commits on their way to everybody of one audience: one frame, the same bytes for all. A crowd is served in turns,
 * so that the staff's commands come in between; what becomes durable meanwhile goes out together with the next turn.
 * Whoever reads too slowly is passed over until the line is free, and then gets all that was missed in one frame.
 */
import type { SentCommit } from '../../../shared/commit.ts';
import { FAN_OUT_TURN_MEMBERS, LAGGING_BYTES } from '../../../shared/lib/limits.ts';
import { CLOSE } from '../../../shared/wire.ts';

/** A socket, reduced to what commits need of it. */
export type Sink = {
  /** A whole frame (framed.ts). */
  send(frame: Buffer): void;
  /** Handed over and not yet sent. */
  bufferedBytes(): number;
};

/** Whoever is at its other end. */
export type Listener = {
  /**
   * Written to directly, since a crowd pushes everything on the way to its sockets out of the processor's cache. Safe:
   * whoever is closed is deleted here first, and nobody is sent a commit beyond LAGGING_BYTES.
   */
  readonly sink: Sink;
  /** For all else: looked at first, and cut off when far too much is unsent. */
  send(frame: Buffer): void;
  close(code: number, reason: string): void;
};

export type FanoutOptions = {
  /** In turns of FAN_OUT_TURN_MEMBERS; or all of them, as soon as those are answered whose commits they are. */
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

/** Whoever has caught up has a new one. */
type Place<L> = {
  readonly listener: L;
  readonly sink: Sink;
  hasSeq: number;
  /** It is passed over until its line is free; then it needs what came after this. */
  lagsAfter: number | null;
};

type Round<L> = {
  commits: readonly SentCommit[];
  firstSeq: number;
  lastSeq: number;
  frame: Buffer;
  rest: Iterator<Place<L>>;
  afterwards: (() => void)[];
};

export class Fanout<L extends Listener> {
  readonly #options: FanoutOptions;
  readonly #places = new Map<L, Place<L>>();
  #waiting: SentCommit[] = [];
  #afterWaiting: (() => void)[] = [];
  #round: Round<L> | null = null;
  #isTurnDue = false;

  constructor(options: FanoutOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#places.size;
  }

  /** `seq` is what it has: everything so far. */
  add(listener: L, seq: number): void {
    this.#places.set(listener, { listener, sink: listener.sink, hasSeq: seq, lagsAfter: null });
  }

  delete(listener: L): void {
    this.#places.delete(listener);
  }

  /** Something beside the commits, after those so far; who lags will be told another time, who comes later knows more. */
  tellAll(frame: Buffer): void {
    const here = [...this.#places.values()];
    this.afterwards(() => {
      for (const place of here) {
        // Whoever has caught up since knows more as well.
        const isWhereItWas = this.#places.get(place.listener) === place;
        if (isWhereItWas && place.lagsAfter === null) place.listener.send(frame);
      }
    });
  }

  send(commits: readonly SentCommit[]): void {
    if (commits.length === 0 || this.size === 0) return;
    this.#waiting.push(...commits);
    this.#takeTurnSoon();
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

  /** The same, but unless too much is on its way, it need not wait for the others: it is served before its turn. */
  ahead(listener: L, say: () => void): void {
    this.#guarded(() => {
      const round = this.#round ?? this.#begin();
      if (this.#waiting.length > 0) return this.inOrder(listener, say);
      const place = this.#places.get(listener);
      if (round && place) this.#hand(place, round);
      this.#catchUp(listener);
      say();
    });
  }

  /** All that is on its way, now. What cannot be made into a frame is dropped: whoever closes can do nothing about it. */
  flush(): void {
    while (this.#round || this.#waiting.length > 0) {
      try {
        this.#takeTurn(Number.POSITIVE_INFINITY);
      } catch {
        this.#round = null;
      }
    }
  }

  /** Those whose line is free again get what they missed; too much of it, and they begin anew. */
  catchUp(): void {
    for (const { listener, sink, lagsAfter } of this.#places.values()) {
      if (lagsAfter !== null && sink.bufferedBytes() === 0) this.#catchUp(listener);
    }
  }

  #catchUp(listener: L): void {
    const place = this.#places.get(listener);
    if (!place || place.lagsAfter === null) return;
    const missed = this.#options.tail(place.lagsAfter);
    if (!missed) return listener.close(CLOSE.tooSlow, 'too far behind');
    this.add(listener, missed.at(-1)?.seq ?? place.lagsAfter);
    if (missed.length > 0) listener.send(this.#options.encode(missed));
    this.#options.onCaughtUp();
  }

  #takeTurnSoon(): void {
    if (this.#isTurnDue) return;
    this.#isTurnDue = true;
    const { inTurns } = this.#options;
    const take = () => {
      this.#isTurnDue = false;
      this.#guarded(() => {
        this.#takeTurn(inTurns ? FAN_OUT_TURN_MEMBERS : Number.POSITIVE_INFINITY);
        if (this.#round || this.#waiting.length > 0) this.#takeTurnSoon();
      });
    };
    if (inTurns) setImmediate(take);
    else process.nextTick(take);
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.onBroken(error);
    }
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
      this.#hand(value, round);
    }
  }

  #begin(): Round<L> | null {
    const [first, last] = [this.#waiting[0], this.#waiting.at(-1)];
    if (!first || !last) return null;
    const [commits, afterwards] = [this.#waiting, this.#afterWaiting];
    // Before they are encoded: what cannot be is not tried again when the room closes over it.
    this.#waiting = [];
    this.#afterWaiting = [];
    this.#round = {
      commits,
      firstSeq: first.seq,
      lastSeq: last.seq,
      frame: this.#options.encode(commits),
      rest: this.#places.values(),
      afterwards,
    };
    return this.#round;
  }

  #hand(place: Place<L>, { commits, firstSeq, lastSeq, frame }: Round<L>): void {
    const { sink, hasSeq, lagsAfter } = place;
    if (lagsAfter !== null || hasSeq >= lastSeq) return;
    // It came when some of these were on their way.
    const isNewcomer = hasSeq >= firstSeq;
    if (sink.bufferedBytes() > LAGGING_BYTES) {
      place.lagsAfter = hasSeq;
      return;
    }
    place.hasSeq = lastSeq;
    sink.send(isNewcomer ? this.#options.encode(commits.filter(({ seq }) => seq > hasSeq)) : frame);
  }
}
