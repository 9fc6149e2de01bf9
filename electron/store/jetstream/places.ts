/** A message's place in the stream, and the seq of its first commit. */
export type Place = { seq: number; streamSeq: number };

const BEGINNING: Place = { seq: 1, streamSeq: 1 };

/** Where the messages of one log stand, as far as they were seen: reading on begins at the nearest. */
export class Places {
  /** By place. */
  readonly #known: Place[] = [];

  note(place: Place): void {
    const at = this.#known.findLastIndex(({ streamSeq }) => streamSeq <= place.streamSeq);
    if (this.#known[at]?.streamSeq !== place.streamSeq) this.#known.splice(at + 1, 0, place);
  }

  /** The last known one at or before the message with commit `seq`. */
  of(seq: number): Place {
    return this.#known.findLast((place) => place.seq <= seq) ?? BEGINNING;
  }
}
