/**
 * Whoever has lost the line sends again, on another one, what was not answered; and what the first line still holds may
 * arrive later than that. A command that was refused on the newer line must not be done by the older one's copy: its
 * sender has been told that it was not. Sent again knowingly, on the same line or a later one, it is decided anew.
 */
import type { Rejection } from '../../../shared/domain/context.ts';
import { REFUSALS_KEPT_MAX } from '../../../shared/lib/limits.ts';

export class Refusals {
  #lines = 0;
  /** The oldest first. */
  readonly #kept = new Map<string, { line: number; refusal: Rejection }>();

  /** The number of a line that has just opened; later ones are greater. */
  open(): number {
    this.#lines += 1;
    return this.#lines;
  }

  note(personId: string, commandId: string, line: number, refusal: Rejection): void {
    const key = keyOf(personId, commandId);
    this.#kept.delete(key);
    this.#kept.set(key, { line, refusal });
    if (this.#kept.size <= REFUSALS_KEPT_MAX) return;
    const oldest = this.#kept.keys().next();
    if (!oldest.done) this.#kept.delete(oldest.value);
  }

  /** What the sender was told on a line that opened after this one; null = nothing. */
  told(personId: string, commandId: string, line: number): Rejection | null {
    const known = this.#kept.get(keyOf(personId, commandId));
    return known && known.line > line ? known.refusal : null;
  }
}

function keyOf(personId: string, commandId: string): string {
  return `${personId} ${commandId}`;
}
