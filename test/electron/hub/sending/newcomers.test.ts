import { expect, test } from 'vitest';
import { Newcomers } from '../../../../electron/hub/sending/newcomers.ts';
import { NEWCOMERS_IN_TURN } from '../../../../shared/lib/limits.ts';

const loopTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('[U22] given many who come at once, when the loop turns, then a few come in in each turn, in order, the staff between them', async () => {
  const newcomers = new Newcomers(async () => undefined);
  const count = 2 * NEWCOMERS_IN_TURN + 1;
  const came: number[] = [];
  const perTurn: number[] = [];
  for (let i = 0; i < count; i += 1) void newcomers.turn().then(() => came.push(i));
  while (came.length < count) {
    const before = came.length;
    await loopTurn();
    perTurn.push(came.length - before);
  }
  expect(came).toEqual(Array.from({ length: count }, (_, i) => i));
  expect(perTurn.filter((some) => some > 0)).toEqual([NEWCOMERS_IN_TURN, NEWCOMERS_IN_TURN, 1]);
});

test('[U22] given a batch that is being written, when somebody comes, then the turn waits for it, also for one who comes after others were let in', async () => {
  const answered: (() => void)[] = [];
  const newcomers = new Newcomers(() => new Promise((resolve) => answered.push(resolve)));
  const came: string[] = [];
  for (const name of ['Ada', 'Grace']) {
    void newcomers.turn().then(() => came.push(name));
    await loopTurn();
    await loopTurn();
    expect(came).not.toContain(name);
    answered.shift()?.();
    await loopTurn();
    await loopTurn();
    expect(came).toContain(name);
  }
});
