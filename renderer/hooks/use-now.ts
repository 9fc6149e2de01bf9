/**
 * One ticker for all clocks of the page. It aligns itself to the hub's quarter seconds, so that the clocks of a
 * screen change together, and stops when nobody looks.
 */
import { useSyncExternalStore } from 'react';
import type { Session } from '../store/session.ts';
import { browserEnvironment } from '../sync/browser.ts';
import { useSession } from './session.ts';

const TICK_MS = 250;

type Ticker = { subscribe(listener: () => void): () => void; nowMs(): number };

const tickers = new WeakMap<Session, Ticker>();

/** Hub time, as of the last tick. Use it in leaves only: whatever calls this renders four times a second. */
export function useNow(): number {
  const { subscribe, nowMs } = useTicker();
  return useSyncExternalStore(subscribe, nowMs);
}

/** The same in whole seconds, for what is too large to be rendered more often. */
export function useSecond(): number {
  const { subscribe, nowMs } = useTicker();
  return useSyncExternalStore(subscribe, () => Math.floor(nowMs() / 1_000) * 1_000);
}

/** For what combines the time with something else and renders only when the outcome differs. */
export function useTicker(): Ticker {
  const session = useSession();
  let ticker = tickers.get(session);
  if (!ticker) {
    ticker = createTicker(session.hubNow);
    tickers.set(session, ticker);
  }
  return ticker;
}

function createTicker(hubNow: () => number): Ticker {
  const listeners = new Set<() => void>();
  let tickedAtMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWaking = () => {};
  const tick = () => {
    tickedAtMs = hubNow();
    for (const listener of listeners) listener();
    clearTimeout(timer);
    timer = setTimeout(tick, TICK_MS - (tickedAtMs % TICK_MS));
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        tick();
        // Timers of a page that was hidden or frozen come late: nobody is to see the old time meanwhile.
        stopWaking = browserEnvironment.onWake(tick);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        stopWaking();
      };
    },
    nowMs() {
      tickedAtMs ??= hubNow();
      return tickedAtMs;
    },
  };
}
