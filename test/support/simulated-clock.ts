import type { Clock } from '../../electron/hub/clock.ts';

export type SimulatedClock = Clock & {
  /** Lets time go by; what falls due is called in order. */
  advance(ms: number): void;
  /** The machine sleeps: its own clock goes on, the hub's stands still and nothing falls due. */
  sleep(ms: number): void;
  /** The process hangs: time goes by and nothing is called. */
  hang(ms: number): void;
};

/** A clock that stands still until it is told otherwise. */
export function simulatedClock(startMs = 1_700_000_000_000): SimulatedClock {
  let nowMs = startMs;
  let wallAheadMs = 0;
  const due = new Set<{ atMs: number; callback: () => void }>();
  return {
    nowMs: () => nowMs,
    wallMs: () => nowMs + wallAheadMs,
    step: (ms) => {
      nowMs += ms;
      wallAheadMs -= ms;
    },
    hang: (ms) => {
      nowMs += ms;
    },
    sleep: (ms) => {
      wallAheadMs += ms;
    },
    after: (delayMs, callback) => {
      const timer = { atMs: nowMs + delayMs, callback };
      due.add(timer);
      return () => due.delete(timer);
    },
    advance: (ms) => {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = [...due].filter((timer) => timer.atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs);
        if (!next) break;
        due.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.callback();
      }
      nowMs = Math.max(nowMs, untilMs);
    },
  };
}
