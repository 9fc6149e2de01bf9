import { expect, test } from 'vitest';
import { isCopyDue, type KeptCopy, keepCopy, keptCopies, keptCopy } from '../../../renderer/store/copies.ts';
import { COPY_INTERVAL_MS } from '../../../shared/lib/limits.ts';
import { INITIAL_STATE, type State } from '../../../shared/state.ts';

const copy: KeptCopy = {
  sessionId: 's',
  logId: 'log',
  title: 'A session',
  seq: 40,
  atMs: 1_000,
  name: 'a.evenfloor',
  bytes: new Uint8Array(3),
};
const ended = (endedAtMs: number | null): State => ({
  ...INITIAL_STATE,
  session: { ...INITIAL_STATE.session, endedAtMs },
});
const at = (seq: number, logId = 'log') => ({ seq, logId, atMs: 0 });
const HOUR = 1_000 + COPY_INTERVAL_MS;

test.each([
  ['nothing is known of the session', null, { at: null, state: null }, 9, false],
  ['there is none', null, { at: at(1), state: INITIAL_STATE }, 9, true],
  ['it is of another log', copy, { at: at(3, 'other'), state: INITIAL_STATE }, 9, true],
  ['nothing has changed for hours', copy, { at: at(40), state: INITIAL_STATE }, 9 * HOUR, false],
  ['something has changed within the hour', copy, { at: at(41), state: INITIAL_STATE }, HOUR - 1, false],
  ['something has changed and the hour is over', copy, { at: at(41), state: INITIAL_STATE }, HOUR, true],
  ['the session has ended since', copy, { at: at(41), state: ended(1_001) }, 1_002, true],
  ['the session had ended before', copy, { at: at(41), state: ended(999) }, 1_002, false],
] as const)(
  '[Y6] given %s, when a copy is thought of, then it is due or not',
  (_, kept, view, nowMs, due) => {
    expect(isCopyDue(kept, view, nowMs)).toBe(due);
  },
);

test('[Y6] given a browser that keeps nothing, when a copy is kept, then there is none later and no harm', async () => {
  await keepCopy(copy);
  expect([await keptCopy('s'), await keptCopies()]).toEqual([null, []]);
});
