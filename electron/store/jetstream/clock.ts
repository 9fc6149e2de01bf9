/** What the time is where the messages are stored, so that all hubs of one store have the same. */
import type { StoreTime } from '../backend.ts';
import type { Streams } from './streams.ts';

/** By turns: each makes the last one old. No session's id has a dot in it. */
const KEY = 'clock.now';
const SAMPLES_AT_FIRST = 5;
const SAMPLES_KEPT = 8;
const SAMPLE_INTERVAL_MS = 30_000;
/** Samples that differ by more than this and their round trips: a clock was moved, and what was measured before is void. */
const MOVED_MS = 250;

/** `epochMs`: the store's time when this process's own clock began. */
type Sample = { epochMs: number; roundTripMs: number };

/** By the sample with the shortest round trip of the last few: wrong by half of that at most. */
export async function storeTime({ pulses }: Streams): Promise<StoreTime & { stop(): void }> {
  let samples: Sample[] = [];

  async function sample(): Promise<void> {
    const askedMs = performance.now();
    const revision = await pulses.put(KEY, '');
    const roundTripMs = performance.now() - askedMs;
    const entry = await pulses.get(KEY, { revision });
    // Another hub may have asked in between.
    if (!entry) return;
    const epochMs = entry.created.getTime() - (askedMs + roundTripMs / 2);
    const agrees = (one: Sample) =>
      Math.abs(one.epochMs - epochMs) < MOVED_MS + one.roundTripMs + roundTripMs;
    samples = [...samples.filter(agrees), { epochMs, roundTripMs }].slice(-SAMPLES_KEPT);
  }

  for (let i = 0; i < SAMPLES_AT_FIRST || samples.length === 0; i += 1) await sample();
  const look = () => void sample().catch(() => undefined);
  const timer = setInterval(look, SAMPLE_INTERVAL_MS);
  timer.unref();
  return {
    nowMs: () => {
      const best = samples.toSorted((a, b) => a.roundTripMs - b.roundTripMs)[0];
      return (best?.epochMs ?? performance.timeOrigin) + performance.now();
    },
    step: (ms) => {
      samples = samples.map((one) => ({ ...one, epochMs: one.epochMs + ms }));
      look();
    },
    stop: () => clearInterval(timer),
  };
}
