/**
 * Newcomers on their way in: a few in each turn of the loop, and between two batches. What they are sent takes a while
 * to make, in which nobody would be acknowledged.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { NEWCOMER_WAIT_MS, NEWCOMERS_IN_TURN } from '../../../shared/lib/limits.ts';

type Turn = { comes: Promise<void>; placesLeft: number };

export class Newcomers {
  /** Resolves between two batches, or after so many milliseconds. */
  readonly #written: (waitMs: number) => Promise<void>;
  #last: Turn = { comes: Promise.resolve(), placesLeft: 0 };

  constructor(written: (waitMs: number) => Promise<void>) {
    this.#written = written;
  }

  /** Resolves when it is one's turn. A slow disk keeps nobody outside. */
  turn(): Promise<void> {
    if (this.#last.placesLeft === 0) this.#last = this.#turnAfter(this.#last);
    this.#last.placesLeft -= 1;
    return this.#last.comes;
  }

  #turnAfter(last: Turn): Turn {
    const comes = last.comes.then(() => this.#written(NEWCOMER_WAIT_MS)).then(() => nextTurn());
    const turn = { comes, placesLeft: NEWCOMERS_IN_TURN };
    // Whoever comes later has the next one.
    const isOver = () => {
      turn.placesLeft = 0;
    };
    comes.then(isOver, isOver);
    return turn;
  }
}
