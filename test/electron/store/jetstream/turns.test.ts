import { describe, expect, test } from 'vitest';
import { Turns } from '../../../../electron/store/jetstream/turns.ts';

describe('the turns of hubs that write at once', () => {
  test('[M13] given nobody else writes, when a hub writes again and again, then it waits for nobody', () => {
    const turns = new Turns('b');
    expect(turns.waitMs(0)).toBe(0);
    turns.wrote('b', 0);
    expect(turns.waitMs(1)).toBe(0);
  });

  test('[M13] given three who write, when one has written, then the next by name goes at once, and each later one a moment after', () => {
    const [a, b, c] = [new Turns('a'), new Turns('b'), new Turns('c')];
    for (const writer of ['a', 'c', 'b']) for (const hub of [a, b, c]) hub.wrote(writer, 10);
    expect([c, a, b].map((hub) => hub.waitMs(11))).toEqual([0, 1, 2]);
    for (const hub of [a, b, c]) hub.wrote('c', 12);
    expect([a, b, c].map((hub) => hub.waitMs(13))).toEqual([0, 1, 2]);
  });

  test('[M13] given one that has stopped writing, when a moment has gone by, then nobody waits for it', () => {
    const turns = new Turns('a');
    turns.wrote('b', 0);
    turns.wrote('a', 90);
    expect(turns.waitMs(95)).toBe(1);
    expect(turns.waitMs(101)).toBe(0);
  });
});
