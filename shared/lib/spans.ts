/** A stretch of time in hub epoch milliseconds. */
export type Span = { fromMs: number; toMs: number };

/** Milliseconds that both have in common. */
export function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs));
}
