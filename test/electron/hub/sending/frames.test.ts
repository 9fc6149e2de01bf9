import { describe, expect, test } from 'vitest';
import { outgoing } from '../../../../electron/hub/sending/frames.ts';
import { TAIL_COMMITS_MAX, TAIL_COMMITS_MIN, TAIL_FORGOTTEN_MIN } from '../../../../shared/lib/limits.ts';
import { commitOf } from '../../../support/event-store-contract.ts';

const AFTER_ALL = 3_000;

/** So many commits, one every so many milliseconds. */
function outAfter(count: number, everyMs: number) {
  const out = outgoing(0, []);
  for (let seq = 1; seq <= count; seq += 1) out.add([commitOf(seq, { atMs: seq * everyMs })]);
  return out;
}

const seqsOf = (out: ReturnType<typeof outgoing>, seenSeq: number) =>
  out.tail('staff', seenSeq)?.map(({ seq }) => seq) ?? null;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('what is kept for those who come back', () => {
  test('[U24] given a calm meeting, when somebody comes back, then the last few commits are there, and little more', () => {
    const out = outAfter(AFTER_ALL, 10_000);
    const oldest = AFTER_ALL - TAIL_COMMITS_MIN;
    expect(seqsOf(out, oldest)).toEqual(range(oldest + 1, AFTER_ALL));
    expect(seqsOf(out, oldest - TAIL_FORGOTTEN_MIN)).toBeNull();
    expect(seqsOf(out, AFTER_ALL)).toEqual([]);
  });

  test('[U24] given a busy minute, when somebody reads slowly, then all of it is there, up to the bound', () => {
    expect(seqsOf(outAfter(TAIL_COMMITS_MAX, 10), 0)).toEqual(range(1, TAIL_COMMITS_MAX));
    const out = outAfter(AFTER_ALL, 10);
    const oldest = AFTER_ALL - TAIL_COMMITS_MAX;
    expect(seqsOf(out, oldest)).toEqual(range(oldest + 1, AFTER_ALL));
    expect(seqsOf(out, oldest - TAIL_FORGOTTEN_MIN)).toBeNull();
  });
});
