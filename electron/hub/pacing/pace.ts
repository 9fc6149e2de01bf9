/**
 * How fast one line is read. Nobody means more than some messages a second: what comes faster waits, unread, at its
 * sender's, so that a flood costs the hub little and everybody else nothing.
 */
import { READ_TURN_MS, RESTING_MS_MAX } from '../../../shared/lib/limits.ts';
import type { Clock } from '../clock.ts';
import { type Buckets, buckets, type Rate } from './rate.ts';

export type PaceOptions = {
  rate: Rate;
  clock: Clock;
  /** The line is to be left unread, or read again. */
  rest(isResting: boolean): void;
  serve(text: string): void;
  /** It has been too fast for so long that no page can be behind it. */
  onFlood(): void;
};

export class Pace {
  readonly #options: PaceOptions;
  readonly #bucket: Buckets;
  /** Read already, when the line began to rest: no more than what one read brings. */
  #held: string[] = [];
  #isLifted = false;
  #restingSinceMs = 0;
  #cancel: (() => void) | null = null;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#bucket = buckets(options.rate, 1);
  }

  receive(text: string): void {
    if (this.#isLifted) return this.#options.serve(text);
    this.#held.push(text);
    if (this.#cancel === null) this.#serve();
  }

  /** Whoever it is may send as fast as can be. */
  lift(): void {
    this.#isLifted = true;
    this.#serve();
  }

  stop(): void {
    this.#cancel?.();
    this.#held = [];
  }

  #serve(): void {
    const isResting = this.#cancel !== null;
    this.#cancel?.();
    this.#cancel = null;
    while (this.#held.length > 0 && this.#take()) this.#options.serve(this.#held.shift() ?? '');
    const mustRest = this.#held.length > 0;
    if (mustRest) this.#cancel = this.#options.clock.after(READ_TURN_MS, () => this.#serve());
    if (mustRest !== isResting) this.#rest(mustRest);
    else if (mustRest && this.#options.clock.nowMs() - this.#restingSinceMs > RESTING_MS_MAX) {
      this.#options.onFlood();
    }
  }

  #rest(isResting: boolean): void {
    this.#restingSinceMs = this.#options.clock.nowMs();
    this.#options.rest(isResting);
  }

  #take(): boolean {
    return this.#isLifted || this.#bucket.take('', this.#options.clock.nowMs());
  }
}
