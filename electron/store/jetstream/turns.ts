/**
 * Whose turn it is where several hubs write at the same time: one after another, in the order of their names, so that
 * each comes to write and they seldom meet. A courtesy and no lock: whoever does not come in time is passed over, and
 * what is expected of the stream decides as ever.
 */

/** Whoever has not written for so long is not waited for. */
const RECENT_MS = 100;
/** What a write takes, and the shortest that can be waited. */
const SLOT_MS = 1;

export class Turns {
  readonly #own: string;
  readonly #wroteAtMs = new Map<string, number>();
  #last = '';

  constructor(own: string) {
    this.#own = own;
  }

  wrote(writer: string, nowMs: number): void {
    this.#last = writer;
    this.#wroteAtMs.set(writer, nowMs);
  }

  /** For how long the others should be let go first; 0 for whoever is next, and where nobody else writes. */
  waitMs(nowMs: number): number {
    for (const [writer, atMs] of this.#wroteAtMs) {
      if (nowMs - atMs > RECENT_MS) this.#wroteAtMs.delete(writer);
    }
    const writers = [...new Set([...this.#wroteAtMs.keys(), this.#own])].sort();
    const last = writers.indexOf(this.#last);
    if (writers.length === 1 || last < 0) return 0;
    const steps = (writers.indexOf(this.#own) - last + writers.length) % writers.length || writers.length;
    return (steps - 1) * SLOT_MS;
  }
}
