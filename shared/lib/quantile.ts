/** Quantile p of n sorted values is element min(n − 1, ⌊p·n⌋); null of none. */
export function quantile(sorted: readonly number[], p: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? null;
}
