import type { Clock } from '../../electron/hub/clock.ts';

export type SimulatedClock = Clock & {
  /** Lets time go by as `advance`, and whatever is promised happen after each thing that falls due. */
  pass(ms: number): Promise<void>;
  /** Lets time go by; what falls due is called in order. */
  advance(ms: number): void;
  /** The machine sleeps: its own clock goes on, the hub's stands still and nothing falls due. */
  sleep(ms: number): void;
  /** The process hangs: time goes by and nothing is called. */
  hang(ms: number): void;
};

/** In which nothing is heard of a file, and whatever waits for the next turn has had it. */
const TURNS_OF_REST = 8;
const MACHINE_WORK = /^(FSReq|CloseReq)/;

/** A clock that stands still until it is told otherwise. */
export function simulatedClock(startMs = 1_700_000_000_000): SimulatedClock {
  let nowMs = startMs;
  let wallAheadMs = 0;
  const due = new Set<{ atMs: number; callback: () => void }>();
  const next = (untilMs: number) => {
    let first: { atMs: number; callback: () => void } | null = null;
    for (const timer of due)
      if (timer.atMs <= untilMs && timer.atMs < (first?.atMs ?? Infinity)) first = timer;
    return first;
  };
  const call = (timer: { atMs: number; callback: () => void }) => {
    due.delete(timer);
    nowMs = Math.max(nowMs, timer.atMs);
    timer.callback();
  };
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
      for (let timer = next(untilMs); timer; timer = next(untilMs)) call(timer);
      nowMs = Math.max(nowMs, untilMs);
    },
    pass: async (ms) => {
      const untilMs = nowMs + ms;
      for (let timer = next(untilMs); timer; timer = next(untilMs)) {
        call(timer);
        await machineWork();
      }
      nowMs = Math.max(nowMs, untilMs);
      await machineWork();
    },
  };
}

/**
 * What the machine does of itself, such as files, takes no time here, nor do turns of the loop: else a run could not be
 * had again.
 */
async function machineWork(): Promise<void> {
  for (let turns = 0; turns < TURNS_OF_REST; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (process.getActiveResourcesInfo().some((name) => MACHINE_WORK.test(name))) turns = 0;
  }
}
