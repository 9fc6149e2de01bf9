/** Time for the hub, as something that a test can hold in its hand. */
export type Clock = {
  /** Hub epoch milliseconds, whole. */
  nowMs(): number;
  /** Calls back once after `delayMs`; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
};

/** Monotonic, with the epoch taken once: a wall clock that is set back or forward moves no speaker's time. */
export function systemClock(): Clock {
  const epochMs = Date.now() - performance.now();
  return {
    nowMs: () => Math.round(epochMs + performance.now()),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
