/**
 * The hub's clock as this screen knows it. Of the recent pings the one with the shortest round trip is believed
 * (its error is at most half the trip); what is shown slews towards it and never runs backwards.
 */

export type HubClock = {
  /** One exchange: when we asked, what the hub's clock said, when the answer was here. */
  sample(sentAtMs: number, hubTimeMs: number, receivedAtMs: number): void;
  /** Hub epoch milliseconds for the screen. */
  now(): number;
  /** How many samples the present estimate rests on. */
  samples(): number;
};

type Sample = { offsetMs: number; tripMs: number };

const WINDOW = 12;
/** Smaller corrections are spread over time, larger ones are made at once. */
const STEP_MS = 250;
const SLEW_PER_MS = 0.05;
/** A clock that was really set back must not freeze the screen until the old time comes round again. */
const HELD_BACK_MS_MAX = 2_000;

export function createHubClock(localNowMs: () => number): HubClock {
  let window: Sample[] = [];
  let shownOffsetMs = 0;
  let slewedAtMs = localNowMs();
  let lastShownMs = Number.NEGATIVE_INFINITY;

  return {
    sample(sentAtMs, hubTimeMs, receivedAtMs) {
      const tripMs = receivedAtMs - sentAtMs;
      // The local clock was set while the answer was on its way.
      if (tripMs < 0) return;
      const sample = { offsetMs: hubTimeMs - (sentAtMs + receivedAtMs) / 2, tripMs };
      const isFirst = window.length === 0;
      if (window.some((other) => contradicts(other, sample))) window = [];
      window = [...window, sample].slice(-WINDOW);
      if (isFirst) {
        shownOffsetMs = sample.offsetMs;
        lastShownMs = Number.NEGATIVE_INFINITY;
      }
    },
    now() {
      const localMs = localNowMs();
      const wantedMs = best(window)?.offsetMs ?? 0;
      const missingMs = wantedMs - shownOffsetMs;
      const stepMs = Math.max(0, localMs - slewedAtMs) * SLEW_PER_MS;
      slewedAtMs = localMs;
      shownOffsetMs +=
        Math.abs(missingMs) >= STEP_MS
          ? missingMs
          : Math.sign(missingMs) * Math.min(Math.abs(missingMs), stepMs);
      const hubMs = localMs + shownOffsetMs;
      lastShownMs = lastShownMs - hubMs > HELD_BACK_MS_MAX ? hubMs : Math.max(lastShownMs, hubMs);
      return lastShownMs;
    },
    samples: () => window.length,
  };
}

function best(window: readonly Sample[]): Sample | undefined {
  return window.reduce<Sample | undefined>(
    (least, sample) => (least && least.tripMs <= sample.tripMs ? least : sample),
    undefined,
  );
}

/** Both cannot be true of clocks that only drift: one of the two clocks has been set in between. */
function contradicts(a: Sample, b: Sample): boolean {
  return Math.abs(a.offsetMs - b.offsetMs) > (a.tripMs + b.tripMs) / 2 + STEP_MS;
}
