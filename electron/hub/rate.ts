/** A token bucket: `perSecond` on average, `burst` at once. */
export type Bucket = { take(nowMs: number): boolean };

export function bucket(perSecond: number, burst: number): Bucket {
  let tokens = burst;
  let lastMs: number | null = null;
  return {
    take: (nowMs) => {
      tokens = Math.min(burst, tokens + (Math.max(0, nowMs - (lastMs ?? nowMs)) / 1_000) * perSecond);
      lastMs = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
