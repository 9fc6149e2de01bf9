import type { StoreTime } from '../store/backend.ts';

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

/** How much faster or slower a clock runs that has to be put right, so that nobody's turn jumps. */
const SLEW = 0.05;
/** A clock that is wrong by more was moved or stood still: being right at once is better. */
const SLEWED_MS_MAX = 1_000;

/** The time of the store that hubs share: small differences, as they come and go with the line, are slewed. */
export function onStoreTime(clock: Clock, store: StoreTime | null): Clock {
  if (!store) return clock;
  let readMs = clock.nowMs();
  let aheadMs = store.nowMs() - readMs;
  return {
    ...clock,
    nowMs: () => {
      const nowMs = clock.nowMs();
      const wrongMs = store.nowMs() - (nowMs + aheadMs);
      const slewedMs = Math.min(Math.abs(wrongMs), Math.max(0, nowMs - readMs) * SLEW);
      aheadMs += Math.abs(wrongMs) > SLEWED_MS_MAX ? wrongMs : Math.sign(wrongMs) * slewedMs;
      readMs = nowMs;
      return Math.round(nowMs + aheadMs);
    },
    step: (ms) => {
      clock.step(ms);
      store.step(ms);
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
