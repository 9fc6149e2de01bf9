import { describe, expect, test } from 'vitest';
import { Pace } from '../../../../electron/hub/pacing/pace.ts';
import { READ_TURN_MS, RESTING_MS_MAX } from '../../../../shared/lib/limits.ts';
import { simulatedClock } from '../../../support/simulated-clock.ts';

const RATE = { perSecond: 10, burst: 3 };

function begin() {
  const clock = simulatedClock();
  const served: string[] = [];
  const rests: boolean[] = [];
  const floods: number[] = [];
  const pace: Pace = new Pace({
    rate: RATE,
    clock,
    rest: (isResting) => rests.push(isResting),
    serve: (text) => served.push(text),
    onFlood: () => {
      floods.push(clock.nowMs());
      pace.stop();
    },
  });
  const flood = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) pace.receive(String(i));
  };
  return { clock, pace, served, rests, floods, flood };
}

describe('how fast one line is read', () => {
  test('[U22] given fewer than the burst, when they come at once, then they are served at once and the line never rests', () => {
    const { served, rests, flood } = begin();
    flood(0, 3);
    expect(served).toEqual(['0', '1', '2']);
    expect(rests).toEqual([]);
  });

  test('[U22] given a flood, when time goes by, then it is served in order at the rate, the line resting until it is done', () => {
    const { clock, served, rests, flood } = begin();
    flood(0, 10);
    expect(served).toHaveLength(3);
    expect(rests).toEqual([true]);
    clock.advance(READ_TURN_MS);
    expect(served).toHaveLength(4);
    flood(10, 12);
    expect(served).toHaveLength(4);
    clock.advance(1_000);
    expect(served).toEqual(Array.from({ length: 12 }, (_, i) => String(i)));
    expect(rests).toEqual([true, false]);
  });

  test('[U22] given a line that rests, when it turns out to be the staff, then all is served and nothing waits any more', () => {
    const { pace, served, rests, flood } = begin();
    flood(0, 10);
    pace.lift();
    flood(10, 40);
    expect(served).toHaveLength(40);
    expect(rests).toEqual([true, false]);
  });

  test('[U22] given a line that never keeps to the rate, when it has rested too long, then it counts as a flood, once', () => {
    const { clock, floods, flood } = begin();
    const fromMs = clock.nowMs();
    flood(0, 1_000);
    clock.advance(RESTING_MS_MAX);
    expect(floods).toEqual([]);
    clock.advance(RESTING_MS_MAX);
    expect(floods).toEqual([fromMs + RESTING_MS_MAX + READ_TURN_MS]);
  });

  test('[U22] given a line that rests, when it is gone, then nothing of it is served later', () => {
    const { clock, pace, served, flood } = begin();
    flood(0, 10);
    pace.stop();
    clock.advance(10_000);
    expect(served).toHaveLength(3);
  });
});
