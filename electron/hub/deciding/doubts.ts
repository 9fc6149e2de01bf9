/**
 * Commands that this hub would refuse, of a log that others write too. It may be behind, or have begun what will never
 * be, and the sender may come from another hub that has done the command or what made it possible: so they are held until
 * it is known what the log holds, and behind them, in their order, whatever else the same sender sends.
 */
import { StoreError } from '../../store/event-store.ts';

type Held = { actor: { personId: string } };

export type DoubtsOptions<R> = {
  /** See `SessionLog`. */
  catchUp(): Promise<void>;
  /** What they asked for is to be decided now; unless `isKnown` the store has not said what the log holds. */
  decide(requests: readonly R[], isKnown: boolean): void;
  /** A bug of ours. */
  onBroken(error: unknown): void;
};

export class Doubts<R extends Held> {
  readonly #options: DoubtsOptions<R>;
  /** In the order in which they came. */
  #held: R[] = [];
  #forbidden: R[] = [];
  #isAsking = false;

  constructor(options: DoubtsOptions<R>) {
    this.#options = options;
  }

  hold(request: R): void {
    this.#held.push(request);
    if (!this.#isAsking) void this.#ask();
  }

  /** One that own commands alone forbid: it waits until they are durable. */
  forbid(request: R): void {
    this.#forbidden.push(request);
  }

  /** For when the own commands are durable, or never will be. */
  takeForbidden(): R[] {
    return this.#forbidden.splice(0);
  }

  isHolding(personId: string): boolean {
    return this.#held.some(({ actor }) => actor.personId === personId) || this.isForbidding(personId);
  }

  isForbidding(personId: string): boolean {
    return this.#forbidden.some(({ actor }) => actor.personId === personId);
  }

  /** One question for all who came while the last one was answered. */
  async #ask(): Promise<void> {
    this.#isAsking = true;
    while (this.#held.length > 0) {
      const count = this.#held.length;
      const isKnown = await this.#options.catchUp().then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof StoreError)) this.#options.onBroken(error);
          return false;
        },
      );
      this.#options.decide(this.#held.splice(0, count), isKnown);
    }
    this.#isAsking = false;
  }
}
