import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../shared/domain/fairness/order.ts';
import { firstToCall, speakingOrder } from '../../../shared/domain/fairness/order.ts';
import { foldTags, START } from '../../../shared/domain/fairness/tags.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { RUNS } from '../../support/any-meeting.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

const RULE = {
  weights: { onsite: 0.5, online: 0.5 },
  creditSeconds: 120,
  policy: 'evenfloor' as const,
  agingMs: 300_000,
  windowMs: 0,
  groupSeconds: new Map<string, number>(),
  assumedSeconds: 120,
};

const RULES = [
  RULE,
  { ...RULE, policy: 'alternate' as const },
  { ...RULE, policy: 'fifo' as const, agingMs: 0 },
  {
    ...RULE,
    windowMs: 400_000,
    groupSeconds: new Map([
      ['a', 10],
      ['b', 20],
    ]),
  },
];

const anyCandidates = fc
  .array(
    fc.record({
      channel: fc.constantFrom('onsite' as const, 'online' as const),
      kind: fc.constantFrom('topic', 'reply', 'point-of-order'),
      joinedAtMs: fc.integer({ min: 0, max: 2_000_000 }),
      turnsHad: fc.nat(3),
      missedCalls: fc.nat(3),
      group: fc.constantFrom(undefined, 'a', 'b', 'c'),
      placedAtMs: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    }),
    { maxLength: 25 },
  )
  .map((list): Candidate[] => list.map((candidate, index) => ({ ...candidate, entryId: `e${index}` })));

const anyTags = fc
  .array(
    fc.record({
      channel: fc.constantFrom('onsite' as const, 'online' as const),
      seconds: fc.integer({ min: 1, max: 300 }),
      waiting: fc.record({ onsite: fc.boolean(), online: fc.boolean() }),
    }),
    { maxLength: 10 },
  )
  .map((turns) => foldTags(turns, RULE));

const order = (m: ReturnType<typeof meeting>) => fairness(m.state, m.nowMs).next.map((next) => next.entryId);
const codes = (m: ReturnType<typeof meeting>, at = 0) =>
  fairness(m.state, m.nowMs).next[at]?.reasons.map((reason) => reason.code);

describe('order', () => {
  test('[B3] for any queue: if somebody can be called, somebody is proposed, and everybody is in the order once', () => {
    fc.assert(
      fc.property(
        anyCandidates,
        anyTags,
        fc.array(fc.nat(24), { maxLength: 2 }),
        fc.constantFrom(...RULES),
        (candidates, tags, deck, rule) => {
          const onDeck = [...new Set(deck.map((index) => `e${index}`))];
          const first = firstToCall(candidates, onDeck, tags, rule);
          const all = speakingOrder(candidates, onDeck, tags, rule);
          expect(first === null).toBe(candidates.length === 0);
          expect(all[0] ?? null).toBe(first);
          expect(new Set(all).size).toBe(candidates.length);
          expect(all).toHaveLength(candidates.length);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('[B4] for any queue: nobody who asks later than t + P·(n − n′) comes before you on your side', () => {
    const plain = anyCandidates.map((list) =>
      list.map((c) => ({ ...c, kind: 'topic', missedCalls: 0, placedAtMs: undefined })),
    );
    fc.assert(
      fc.property(plain, anyTags, (candidates, tags) => {
        const all = speakingOrder(candidates, [], tags, RULE);
        all.forEach((you, place) => {
          for (const before of all.slice(0, place)) {
            if (before.channel !== you.channel) continue;
            const latest = you.joinedAtMs + RULE.agingMs * (you.turnsHad - before.turnsHad);
            expect(before.joinedAtMs).toBeLessThanOrEqual(latest);
          }
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('[B9] given a point of order, somebody on deck and others, when ordered, then in this order', () => {
    const m = discussion(2, 2);
    m.do('queue/put-on-deck', { entryId: 'o2' });
    m.wait(60).do('queue/join', hand('po', 'onsite', { kind: 'point-of-order' }));
    expect(order(m)).toEqual(['po', 'o2', 'r1', 'o1', 'r2']);
    expect(codes(m, 0)).toContain('point-of-order');
    expect(codes(m, 1)).toContain('on-deck');
    m.wait(1).do('queue/join', hand('po2', 'online', { kind: 'point-of-order' }));
    expect(order(m).slice(0, 3)).toEqual(['po', 'po2', 'o2']);
  });

  test('[B9] given a point of order that is on deck too, when ordered, then it stands once, in front', () => {
    const m = discussion(1, 1);
    m.do('queue/join', hand('po', 'onsite', { kind: 'point-of-order' }));
    m.do('queue/put-on-deck', { entryId: 'po' });
    expect(order(m)).toEqual(['po', 'o1', 'r1']);
  });

  test('[B9] given somebody called twice in vain, when ordered, then the end of the side, with the reason', () => {
    const m = discussion(3);
    m.do('queue/miss', { entryId: 'r1' });
    expect(order(m)).toEqual(['r1', 'r2', 'r3']);
    m.do('queue/miss', { entryId: 'r1' });
    expect(order(m)).toEqual(['r2', 'r3', 'r1']);
    expect(codes(m, 2)).toContain('missed-calls');
  });

  test('[B4] given somebody has had a turn, when asking again, then a turn counts like five minutes of waiting', () => {
    const m = discussion();
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.do('floor/end', { turnId: 't1' });
    m.do('queue/join', { entryId: 'again', personId: 'ana', channel: 'onsite', door: 'room', kind: 'reply' });
    m.wait(299).do('queue/join', hand('early', 'onsite'));
    m.wait(2).do('queue/join', hand('late', 'onsite'));
    expect(order(m)).toEqual(['early', 'again', 'late']);
    expect(codes(m, 1)).toContain('turns-had');
    expect(codes(m, 0)).toContain('first-turn');
  });

  test('[B10] given each situation between the sides, when somebody is proposed, then the reason says which', () => {
    const m = discussion(1);
    expect(fairness(m.state, m.nowMs).next[0]?.reasons).toEqual([
      { code: 'only-side-waiting', params: { channel: 'onsite' } },
      { code: 'first-turn', params: {} },
      { code: 'waited', params: { seconds: 0 } },
    ]);
    m.do('queue/join', hand('o1', 'online'));
    expect(codes(m)?.[0]).toBe('sides-even');
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.do('queue/join', hand('r2', 'onsite'));
    m.wait(60);
    expect(fairness(m.state, m.nowMs).next[0]?.reasons[0]).toEqual({
      code: 'side-behind',
      params: { channel: 'online', seconds: 30 },
    });
    m.do('queue/move', { entryId: 'r2', afterEntryId: null });
    expect(codes(m, 1)).toContain('placed');
    expect(fairness(m.state, m.nowMs, 1).next).toHaveLength(1);
  });

  test('[B7] given turns in unfair items, charged to the panel or to nobody, when summed, then none of them counts', () => {
    const m = meeting();
    m.do('agenda/begin', { itemId: 'speeches', afterItemId: null });
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.wait(480).do('agenda/begin', { itemId: 'talk', afterItemId: 'speeches' });
    const give = (turnId: string, afterTurnId: string, charge?: unknown) =>
      m.do('floor/give', { turnId, person: { personId: 'bo' }, afterTurnId, charge });
    give('t2', 't1', 'panel');
    m.wait(60);
    give('t3', 't2', null);
    m.wait(60);
    give('t4', 't3');
    m.wait(10).do('floor/pause', { turnId: 't4' });
    m.wait(100);
    const { channels } = fairness(m.state, m.nowMs);
    expect(channels.onsite).toEqual({ seconds: 0, turns: 0, waiting: 0 });
    expect(channels.online).toEqual({ seconds: 10, turns: 1, waiting: 0 });
    m.do('floor/end', { turnId: 't4' });
    m.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    expect(fairness(m.state, m.nowMs).channels.online.seconds).toBe(10);
    expect(fairness(m.state, m.nowMs).lagSeconds).toEqual({ onsite: 5, online: -5 });
  });

  test('[B7] given an item that continues another, when it is current, then both count together; else it starts anew', () => {
    const item = (itemId: string, more = {}) => ({
      itemId,
      kind: 'discussion' as const,
      title: itemId,
      minutes: 10,
      ...more,
    });
    const m = meeting(
      planOfDiscussion({
        agenda: [item('a'), item('b', { continuesItemId: 'a' }), item('c', { continuesItemId: 'c' })],
      }),
    );
    m.do('agenda/begin', { itemId: 'a', afterItemId: null });
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.wait(60).do('floor/end', { turnId: 't1' });
    m.do('agenda/begin', { itemId: 'b', afterItemId: 'a' });
    expect(fairness(m.state, m.nowMs).channels.onsite.seconds).toBe(60);
    m.wait(1).do('agenda/begin', { itemId: 'c', afterItemId: 'b' });
    expect(fairness(m.state, m.nowMs).channels.onsite.seconds).toBe(0);
  });

  test('[B7] given a session without any agenda, when people speak, then all of it is one fair item', () => {
    const m = meeting(planOfDiscussion({ agenda: [] }));
    m.do('floor/give', { turnId: 't1', person: { personId: 'bo' }, afterTurnId: null });
    m.wait(20);
    expect(fairness(m.state, m.nowMs).channels.online.seconds).toBe(20);
  });

  test('[B5] given a turn was corrected, when tags are folded, then they are as if it had been so from the start', () => {
    const m = discussion(2, 2);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(90).do('floor/end', { turnId: 't1' });
    const wrong = fairness(m.state, m.nowMs);
    m.do('floor/correct', { turnId: 't1', channel: 'online', spokenMs: 30_000 });
    const right = fairness(m.state, m.nowMs);
    expect(wrong.lagSeconds.online).toBe(45);
    expect(right.lagSeconds.online).toBe(-15);
    expect(right.channels).toMatchObject({ onsite: { seconds: 0 }, online: { seconds: 30, turns: 1 } });
    expect(START.tag).toEqual({ onsite: 0, online: 0 });
  });
});
