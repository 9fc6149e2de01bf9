import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate, OrderRule } from '../../../shared/domain/fairness/order.ts';
import {
  compareCandidates,
  firstFew,
  firstToCall,
  speakingOrder,
} from '../../../shared/domain/fairness/order.ts';
import type { Tags } from '../../../shared/domain/fairness/tags.ts';
import { charged, foldTags, START } from '../../../shared/domain/fairness/tags.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { otherChannel, perChannel } from '../../../shared/lib/vocabulary.ts';
import { RUNS } from '../../support/any-meeting.ts';

const RULE: OrderRule = {
  weights: { onsite: 0.5, online: 0.5 },
  creditSeconds: 120,
  policy: 'evenfloor',
  agingMs: 300_000,
  windowMs: 0,
  groupSeconds: new Map<string, number>(),
  assumedSeconds: 120,
};
const WINDOW: OrderRule = {
  ...RULE,
  windowMs: 60_000,
  groupSeconds: new Map([
    ['loud', 90],
    ['heard', 60],
  ]),
};
const SIDES = ['onsite', 'online'] as const;

type More = Partial<Omit<Candidate, 'entryId' | 'channel'>>;
const asks = (entryId: string, channel: Channel, joinedAtMs: number, more: More = {}): Candidate => ({
  entryId,
  channel,
  kind: 'topic',
  joinedAtMs,
  turnsHad: 0,
  ...more,
});
const room = (entryId: string, joinedAtMs: number, more?: More) => asks(entryId, 'onsite', joinedAtMs, more);

const forecast = (list: Candidate[], rule: OrderRule = RULE, tags: Tags = START, onDeck: string[] = []) =>
  speakingOrder(list, onDeck, tags, rule).map((one) => one.entryId);

/** The order, after making sure that a proposal made without it is its head, however the list is sorted. */
function order(list: Candidate[], rule: OrderRule = RULE, tags: Tags = START, onDeck: string[] = []) {
  const ids = forecast(list, rule, tags, onDeck);
  expect(firstToCall(list, onDeck, tags, rule)?.entryId).toBe(ids[0]);
  return ids;
}

/** What a forecast forecasts: proposal after proposal, each followed and charged. */
function oneByOne(list: Candidate[], onDeck: string[], tags: Tags, rule: OrderRule): string[] {
  const ids: string[] = [];
  let [rest, now] = [list, tags];
  while (rest.length > 0) {
    const next = must(firstToCall(rest, onDeck, now, rule), 'proposal');
    const waiting = perChannel((side) => rest.some((one) => one.channel === side));
    now = charged(now, { channel: next.channel, seconds: rule.assumedSeconds, waiting }, rule);
    rest = rest.filter((one) => one !== next);
    ids.push(next.entryId);
  }
  return ids;
}

/** Few different times and groups, so that ties and edges are everywhere. */
const anyTiedQueue = fc
  .array(
    fc.record({
      channel: fc.constantFrom(...SIDES),
      kind: fc.constantFrom('topic', 'topic', 'topic', 'point-of-order'),
      joinedAtMs: fc.nat(5).map((n) => n * 60_000),
      turnsHad: fc.nat(2),
      missedCalls: fc.constantFrom(0, 0, 1, 2),
      group: fc.constantFrom(undefined, 'loud', 'heard', 'new', 'silent'),
      placedAtMs: fc.option(
        fc.nat(5).map((n) => n * 60_000),
        { nil: undefined, freq: 3 },
      ),
    }),
    { maxLength: 12, size: 'max' },
  )
  .map((list): Candidate[] => list.map((one, index) => ({ ...one, entryId: `e${index}` })));

const anyTurns = fc.array(
  fc.record({
    channel: fc.constantFrom(...SIDES),
    seconds: fc.constantFrom(60, 120, 300),
    waiting: fc.record({ onsite: fc.boolean(), online: fc.boolean() }),
  }),
  { maxLength: 6 },
);

const anyRule = fc.record({
  policy: fc.constantFrom('evenfloor' as const, 'evenfloor' as const, 'alternate' as const, 'fifo' as const),
  windowMs: fc.constantFrom(0, 60_000, 120_000),
  agingMs: fc.constantFrom(0, 60_000),
  creditSeconds: fc.constantFrom(0, 120),
});

describe('the forecast', () => {
  test('[B3] for any queue with ties: the order is what would be proposed one after the other', () => {
    fc.assert(
      fc.property(
        anyTiedQueue,
        anyTurns,
        fc.array(fc.nat(12), { maxLength: 2 }),
        anyRule,
        (list, turns, deck, more) => {
          const rule = { ...WINDOW, ...more };
          const onDeck = [...new Set(deck.map((index) => `e${index}`))];
          const tags = foldTags(turns, rule);
          const ids = forecast(list, rule, tags, onDeck);
          expect(ids).toEqual(oneByOne(list, onDeck, tags, rule));
          for (const max of [0, 1, 3, list.length + 1]) {
            const few = firstFew(list, onDeck, tags, rule, max);
            expect(few.map((one) => one.entryId)).toEqual(ids.slice(0, max));
          }
        },
      ),
      { numRuns: RUNS / 5 },
    );
  });

  test('[B6] given a side that comes back, when the order is forecast, then its credit is claimed once, not at each turn', () => {
    for (const back of SIDES) {
      const there = otherChannel(back);
      const alone = { onsite: there === 'onsite', online: there === 'online' };
      const rule = { ...RULE, creditSeconds: 0 };
      const tags = foldTags(
        [300, 300, 300].map((seconds) => ({ channel: there, seconds, waiting: alone })),
        rule,
      );
      const list = [1, 2, 3, 4].flatMap((n) => [asks(`b${n}`, back, n), asks(`t${n}`, there, n)]);
      // Lifted to 1,200 once, with 240 for each turn, and 1,800 are on the other side.
      expect(order(list, rule, tags).slice(0, 5)).toEqual(['b1', 'b2', 'b3', 't1', 'b4']);
    }
  });

  test('[B9] given somebody on deck, gone, urgent or missed twice, when proposed, then the deck holds for who is there', () => {
    const list = [room('a', 1), room('b', 2, { missedCalls: 2 }), asks('c', 'online', 3), room('d', 4)];
    expect(order(list, RULE, START, ['b', 'c'])).toEqual(['b', 'c', 'a', 'd']);
    expect(order(list, RULE, START, ['gone', 'd'])).toEqual(['d', 'c', 'a', 'b']);
    const urgent = [...list, asks('e', 'online', 5, { kind: 'point-of-order' })];
    expect(order(urgent, RULE, START, ['d', 'e'])).toEqual(['e', 'd', 'c', 'a', 'b']);
    expect(firstToCall([], ['a'], START, RULE)).toBeNull();
  });
});

describe('ties', () => {
  test('[B11] given nobody has spoken, when both sides ask, then the earlier request is first, however the list is sorted', () => {
    expect(order([room('r', 20), asks('o', 'online', 10)])).toEqual(['o', 'r']);
    expect(order([asks('o', 'online', 20), room('r', 10)])).toEqual(['r', 'o']);
  });

  test('[B11] given requests of the same moment, when both sides ask, then they stand in the order of the list', () => {
    for (const policy of ['evenfloor', 'alternate', 'fifo'] as const) {
      const rule = { ...RULE, policy };
      expect(order([asks('o', 'online', 10), room('r', 10)], rule)).toEqual(['o', 'r']);
      expect(order([room('r', 10), asks('o', 'online', 10)], rule)).toEqual(['r', 'o']);
    }
  });

  test('[B9] given points of order of the same moment on both sides, when proposed, then in the order of the list', () => {
    const urgent = { kind: 'point-of-order' };
    expect(order([asks('o', 'online', 10, urgent), room('r', 10, urgent)])).toEqual(['o', 'r']);
    expect(order([room('r', 10, urgent), asks('o', 'online', 10, urgent)])).toEqual(['r', 'o']);
    expect(order([room('r', 20, urgent), asks('o', 'online', 10, urgent)])).toEqual(['o', 'r']);
  });

  test('[B4] given equal aged keys, when two of a side ask, then who asked earlier is first, in whatever list', () => {
    const early = room('early', 100, { turnsHad: 1 });
    const late = room('late', 300_100);
    expect(compareCandidates(early, late, RULE)).toBeLessThan(0);
    expect(compareCandidates(late, early, RULE)).toBeGreaterThan(0);
    expect(order([late, early])).toEqual(['early', 'late']);
    expect(order([early, late])).toEqual(['early', 'late']);
    expect(order([room('a', 5), room('b', 5)])).toEqual(['a', 'b']);
  });

  test('[B15] given somebody has spoken, when the sides alternate or the first asked is first, then tags do not matter', () => {
    const list = [room('r1', 30), asks('o1', 'online', 20), room('r2', 10, { turnsHad: 1 })];
    for (const last of SIDES) {
      const tags: Tags = { ...START, tag: { onsite: 0, online: 0, [last]: 600 }, last: otherChannel(last) };
      const next = last === 'onsite' ? 'r1' : 'o1';
      expect(order(list, { ...RULE, policy: 'alternate' }, tags)[0]).toBe(next);
      expect(order(list, { ...RULE, policy: 'fifo', agingMs: 0 }, tags)).toEqual(['r2', 'o1', 'r1']);
      expect(order([room('r1', 1)], { ...RULE, policy: 'alternate' }, tags)).toEqual(['r1']);
      expect(order([asks('o1', 'online', 1)], { ...RULE, policy: 'fifo' }, tags)).toEqual(['o1']);
    }
  });
});

describe('the window', () => {
  const loud = room('loud', 0, { group: 'loud' });

  test('[B13] given a key at the end of the window and one behind it, when groups are balanced, then only the former passes', () => {
    const within = room('within', 60_000, { group: 'new' });
    const behind = room('behind', 60_001, { group: 'new' });
    expect(order([loud, within], WINDOW)).toEqual(['within', 'loud']);
    expect(order([loud, behind], WINDOW)).toEqual(['loud', 'behind']);
    expect(order([behind, loud, within], WINDOW)).toEqual(['within', 'loud', 'behind']);
  });

  test('[B13] given no window, when two of different groups asked at the same moment, then the list stands', () => {
    const list = [loud, room('new', 0, { group: 'new' })];
    expect(order(list, { ...WINDOW, windowMs: 0 })).toEqual(['loud', 'new']);
    expect(order(list, WINDOW)).toEqual(['new', 'loud']);
  });

  test('[B13] given several who may pass, when groups are balanced, then the least heard, of these the earliest', () => {
    const late = room('late', 30_000, { group: 'new' });
    const early = room('early', 20_000, { group: 'new' });
    const heard = room('heard', 10_000, { group: 'heard' });
    for (const list of [
      [loud, late, early, heard],
      [heard, early, loud, late],
      [late, heard, early, loud],
      [early, late, heard, loud],
    ]) {
      expect(order(list, WINDOW)).toEqual(['early', 'late', 'heard', 'loud']);
    }
    const twin = room('twin', 20_000, { group: 'other' });
    expect(order([loud, early, twin], WINDOW)).toEqual(['early', 'twin', 'loud']);
    expect(order([loud, twin, early], WINDOW)).toEqual(['twin', 'early', 'loud']);
  });

  test('[B13] given somebody without group, placed, missed, urgent or of the other side, when balanced, then none of them passes', () => {
    expect(order([loud, room('none', 1)], WINDOW)).toEqual(['loud', 'none']);
    expect(order([room('none', 0), room('new', 1, { group: 'new' })], WINDOW)).toEqual(['none', 'new']);
    const placed = room('placed', 5, { group: 'new', placedAtMs: 1 });
    expect(order([loud, placed], WINDOW)).toEqual(['loud', 'placed']);
    const placedFirst = room('placed', 5, { group: 'loud', placedAtMs: 0 });
    expect(order([placedFirst, room('new', 1, { group: 'new' })], WINDOW)).toEqual(['placed', 'new']);
    const missed = room('missed', 1, { group: 'new', missedCalls: 2 });
    expect(order([loud, missed], WINDOW)).toEqual(['loud', 'missed']);
    const tags = foldTags(
      [{ channel: 'online', seconds: 600, waiting: { onsite: true, online: true } }],
      RULE,
    );
    const online = asks('online', 'online', 1, { group: 'new' });
    expect(order([loud, online], WINDOW, tags)).toEqual(['loud', 'online']);
  });
});
