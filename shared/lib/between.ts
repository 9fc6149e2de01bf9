/** Half way between two keys, or right outside the only one; null when there is no room, undefined without any. */
export function between(low: number | undefined, high: number | undefined): number | null | undefined {
  if (low === undefined) return high === undefined ? undefined : high - 1;
  if (high === undefined) return low + 1;
  const middle = (low + high) / 2;
  return low < middle && middle < high ? middle : null;
}
