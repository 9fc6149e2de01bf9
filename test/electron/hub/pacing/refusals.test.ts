import { describe, expect, test } from 'vitest';
import { Refusals } from '../../../../electron/hub/pacing/refusals.ts';
import { reject } from '../../../../shared/domain/context.ts';
import { REFUSALS_KEPT_MAX } from '../../../../shared/lib/limits.ts';

const CLOSED = reject('queue/closed');

describe('commands that were refused', () => {
  test('[U23] given a refusal on a newer line, when an older line’s copy comes, then it hears the same; others are decided anew', () => {
    const refusals = new Refusals();
    const [older, newer, newest] = [refusals.open(), refusals.open(), refusals.open()];
    expect(refusals.told('ana', 'c1', older)).toBeNull();
    refusals.note('ana', 'c1', newer, CLOSED);
    expect(refusals.told('ana', 'c1', older)).toEqual(CLOSED);
    expect(refusals.told('ana', 'c1', newer)).toBeNull();
    expect(refusals.told('ana', 'c1', newest)).toBeNull();
    expect(refusals.told('bo', 'c1', older)).toBeNull();
    expect(refusals.told('ana', 'c2', older)).toBeNull();
  });

  test('[U23] given more than are kept, when they are asked for, then the oldest are forgotten', () => {
    const refusals = new Refusals();
    const [older, newer] = [refusals.open(), refusals.open()];
    for (let i = 0; i <= REFUSALS_KEPT_MAX; i += 1) refusals.note('ana', `c${i}`, newer, CLOSED);
    expect(refusals.told('ana', 'c0', older)).toBeNull();
    expect(refusals.told('ana', 'c1', older)).toEqual(CLOSED);
    expect(refusals.told('ana', `c${REFUSALS_KEPT_MAX}`, older)).toEqual(CLOSED);
  });
});
