/** What the time is where the messages are stored, so that all hubs of one store have the same. */
import type { Streams } from './streams.ts';

/** By turns: each makes the last one old. */
const KEY = 'now';
const SAMPLES_AT_FIRST = 5;
const SAMPLES_KEPT = 8;
const SAMPLE_INTERVAL_MS = 30_000;

type Sample = { aheadMs: number; roundTripMs: number };

/** The offset of the sample with the shortest round trip of the last few: wrong by half of that at most. */
export async function storeTime({ pulses }: Streams): Promise<{ aheadMs(): number; stop(): void }> {
  let samples: Sample[] = [];

  async function sample(): Promise<void> {
    const asked = performance.now();
    // As the hub's own clock has it, whatever the machine's is set to meanwhile.
    const askedMs = performance.timeOrigin + asked;
    const revision = await pulses.put(KEY, '');
    const roundTripMs = performance.now() - asked;
    const entry = await pulses.get(KEY, { revision });
    // Another hub may have asked in between.
    if (!entry) return;
    const aheadMs = entry.created.getTime() - (askedMs + roundTripMs / 2);
    samples = [...samples, { aheadMs, roundTripMs }].slice(-SAMPLES_KEPT);
  }

  for (let i = 0; i < SAMPLES_AT_FIRST; i += 1) await sample();
  const timer = setInterval(() => void sample().catch(() => undefined), SAMPLE_INTERVAL_MS);
  timer.unref();
  return {
    aheadMs: () => {
      const best = samples.toSorted((a, b) => a.roundTripMs - b.roundTripMs)[0];
      return Math.round(best?.aheadMs ?? 0);
    },
    stop: () => clearInterval(timer),
  };
}
