/** Token buckets: so many a second on average, so many more at once. */
export type Rate = { perSecond: number; burst: number };

/** One bucket for each sender, full at the beginning. */
export type Buckets = {
  /** False when it is empty. */
  take(key: string, nowMs: number): boolean;
  /** What was taken elsewhere; an empty one stays empty. */
  charge(key: string, count: number, nowMs: number): void;
  /** How many are kept; full ones are forgotten, since a new one is the same. */
  readonly size: number;
};

type Bucket = { tokens: number; atMs: number };

/** `keptMax`: with more than these, the full ones are looked for and forgotten. */
export function buckets({ perSecond, burst }: Rate, keptMax: number): Buckets {
  const kept = new Map<string, Bucket>();
  let forgetAt = keptMax;
  const tokensAt = ({ tokens, atMs }: Bucket, nowMs: number) =>
    Math.min(burst, tokens + (Math.max(0, nowMs - atMs) / 1_000) * perSecond);

  function forgetFull(nowMs: number): void {
    for (const [key, bucket] of kept) if (tokensAt(bucket, nowMs) >= burst) kept.delete(key);
    // In a flood few are full: looked for anew only when there are twice as many.
    forgetAt = Math.max(keptMax, 2 * kept.size);
  }

  function keep(key: string, tokens: number, nowMs: number): void {
    kept.set(key, { tokens, atMs: nowMs });
    if (kept.size > forgetAt) forgetFull(nowMs);
  }

  return {
    take: (key, nowMs) => {
      const bucket = kept.get(key);
      const tokens = bucket ? tokensAt(bucket, nowMs) : burst;
      const isThere = tokens >= 1;
      keep(key, isThere ? tokens - 1 : tokens, nowMs);
      return isThere;
    },
    charge: (key, count, nowMs) => {
      const bucket = kept.get(key);
      const tokens = (bucket ? tokensAt(bucket, nowMs) : burst) - count;
      keep(key, Math.max(0, tokens), nowMs);
    },
    get size() {
      return kept.size;
    },
  };
}
