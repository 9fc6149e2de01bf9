/**
 * What the public sends, one after another and a few in each turn of the loop, so that the staff's commands, which do
 * not wait here, come in between however many phones speak at once.
 */
import { CROWD_TURN_MESSAGES } from '../../../shared/lib/limits.ts';

export class Crowd {
  #waiting: (() => void)[] = [];
  #next = 0;
  #isTurnDue = false;

  /** Runs `serve` in its turn; it must not throw. */
  push(serve: () => void): void {
    this.#waiting.push(serve);
    this.#takeTurnSoon();
  }

  #takeTurnSoon(): void {
    if (this.#isTurnDue) return;
    this.#isTurnDue = true;
    setImmediate(() => {
      this.#isTurnDue = false;
      this.#takeTurn();
    });
  }

  #takeTurn(): void {
    for (let i = 0; i < CROWD_TURN_MESSAGES; i += 1) {
      const serve = this.#waiting[this.#next];
      if (!serve) break;
      this.#next += 1;
      serve();
    }
    if (this.#next < this.#waiting.length) return this.#takeTurnSoon();
    this.#waiting = [];
    this.#next = 0;
  }
}
