/** Time for the hub, as something that a test can hold in its hand. */
export type Clock = {
  /** Hub epoch milliseconds, whole. */
  nowMs(): number;
  /** What the machine's own clock says; it may be set, and goes on while the machine sleeps. */
  wallMs(): number;
  /** Moves the hub's time forward, after a sleep in which it stood still. */
  step(ms: number): void;
  /** Calls back once after `delayMs`; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
};

/** What one session needs of it. */
export type SessionClock = Pick<Clock, 'nowMs' | 'after'>;

/** The clock of a session whose log is ahead of the hub's: it goes on from there, and no other session's does. */
export function clockAhead(clock: Clock, aheadMs: number): SessionClock {
  return { nowMs: () => clock.nowMs() + aheadMs, after: clock.after };
}

/** The time of the store that hubs share; where it turns out to be behind, this one stands still until it is there. */
export function onStoreTime(clock: Clock, aheadMs: () => number): Clock {
  let lastMs = 0;
  return {
    ...clock,
    nowMs: () => {
      lastMs = Math.max(lastMs, clock.nowMs() + aheadMs());
      return lastMs;
    },
  };
}

/** Monotonic, with the epoch taken once: a wall clock that is set back or forward moves no speaker's time. */
export function systemClock(): Clock {
  let epochMs = Date.now() - performance.now();
  return {
    nowMs: () => Math.round(epochMs + performance.now()),
    wallMs: () => Date.now(),
    step: (ms) => {
      epochMs += ms;
    },
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
