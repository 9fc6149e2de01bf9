/**
 * One ticker for all clocks of the page. It aligns itself to the hub's quarter seconds, so that the clocks of a
 * screen change together, and stops when nobody looks.
 */
import { useCallback, useSyncExternalStore } from 'react';
import { must } from '../../shared/lib/assert.ts';
import type { State } from '../../shared/state.ts';
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

/** What `select` makes of the meeting and of the time; renders again only when that is another value. */
export function useMeetingNow<T>(select: (state: State, nowMs: number) => T): T {
  const { store } = useSession();
  const ticker = useTicker();
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = [store.subscribe(listener), ticker.subscribe(listener)];
      return () => {
        for (const one of leave) one();
      };
    },
    [store, ticker],
  );
  return useSyncExternalStore(subscribe, () => select(must(store.getState().state, 'state'), ticker.nowMs()));
}

function useTicker(): Ticker {
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
