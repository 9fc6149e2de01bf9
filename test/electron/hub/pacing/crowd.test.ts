import { describe, expect, test } from 'vitest';
import { Crowd } from '../../../../electron/hub/pacing/crowd.ts';
import { CROWD_TURN_MESSAGES } from '../../../../shared/lib/limits.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('what the public sends', () => {
  test('[U22] given many who speak at once, when the loop turns, then a few are served in each turn, in order', async () => {
    const crowd = new Crowd();
    const served: number[] = [];
    for (let i = 0; i < 2 * CROWD_TURN_MESSAGES + 1; i += 1) crowd.push(() => served.push(i));
    expect(served).toEqual([]);
    await nextTurn();
    expect(served).toHaveLength(CROWD_TURN_MESSAGES);
    await nextTurn();
    expect(served).toHaveLength(2 * CROWD_TURN_MESSAGES);
    await nextTurn();
    expect(served).toEqual(Array.from({ length: 2 * CROWD_TURN_MESSAGES + 1 }, (_, i) => i));
  });

  test('[U22] given all were served, when somebody speaks again, also while being served, then that has its turn too', async () => {
    const crowd = new Crowd();
    const served: string[] = [];
    crowd.push(() => {
      served.push('first');
      crowd.push(() => served.push('second'));
    });
    await nextTurn();
    await nextTurn();
    crowd.push(() => served.push('third'));
    await nextTurn();
    expect(served).toEqual(['first', 'second', 'third']);
  });
});
