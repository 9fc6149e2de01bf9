import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onStoreTime } from '../../../electron/hub/clock.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

/** A hub's clock, and a store's that is ahead of it by as much as is wanted; what is known of it stands still in sleep. */
function clocks(aheadMs: number) {
  const own = simulatedClock();
  const store = { aheadMs };
  let steppedMs = 0;
  const step = (ms: number) => {
    steppedMs += ms;
    own.step(ms);
  };
  const clock = onStoreTime(
    { ...own, step },
    {
      nowMs: () => own.nowMs() - steppedMs + store.aheadMs,
      step: (ms) => {
        store.aheadMs += ms;
      },
    },
  );
  return { own, store, clock };
}

describe('the store’s time', () => {
  test('[M7] given a store with another time, when a hub begins, then it has the store’s; alone it keeps its own', () => {
    const { own, clock } = clocks(12_345);
    expect(clock.nowMs()).toBe(own.nowMs() + 12_345);
    expect(onStoreTime(own, null)).toBe(own);
  });

  test('[M7] given the store is a little ahead or behind, when time goes by, then the hub’s runs by a twentieth faster or slower until it is there', () => {
    for (const wrongMs of [200, -200]) {
      const { own, store, clock } = clocks(0);
      const startMs = clock.nowMs();
      store.aheadMs = wrongMs;
      expect(clock.nowMs()).toBe(startMs);
      own.advance(1_000);
      expect(clock.nowMs() - startMs).toBe(1_000 + Math.sign(wrongMs) * 50);
      own.advance(10_000);
      expect(clock.nowMs() - startMs).toBe(11_000 + wrongMs);
    }
  });

  test('[M7] given a clock that was moved by more than a second, when it is read, then it is right at once', () => {
    const { own, store, clock } = clocks(0);
    store.aheadMs = 60_000;
    expect(clock.nowMs()).toBe(own.nowMs() + 60_000);
    store.aheadMs = 0;
    expect(clock.nowMs()).toBe(own.nowMs());
  });

  test('[M7] given a machine that slept, when its clock is moved on, then the hub’s goes on from there, until the store says otherwise', () => {
    const { store, clock } = clocks(0);
    const beforeMs = clock.nowMs();
    clock.step(60_000);
    expect(clock.nowMs() - beforeMs).toBe(60_000);
    store.aheadMs -= 60_000;
    expect(clock.nowMs() - beforeMs).toBe(0);
  });

  test('[M7] given samples that differ within a second, when the clock is read again and again, then it never goes back', () => {
    const step = fc.record({ byMs: fc.nat(3_000), aheadMs: fc.integer({ min: -499, max: 499 }) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { own, store, clock } = clocks(0);
        let lastMs = clock.nowMs();
        for (const { byMs, aheadMs } of steps) {
          store.aheadMs = aheadMs;
          own.advance(byMs);
          const nowMs = clock.nowMs();
          expect(nowMs).toBeGreaterThanOrEqual(lastMs);
          lastMs = nowMs;
        }
      }),
    );
  });
});
