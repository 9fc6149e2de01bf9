import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/decide.ts';
import { WAITING_ENTRIES_MAX } from '../../../shared/lib/limits.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { redactState } from '../../../shared/redact.ts';
import { discussion, HOST, hand, meeting } from '../../support/meeting.ts';

const ids = (m: ReturnType<typeof meeting>) => m.state.queue.entries.map((entry) => entry.entryId);
const order = (m: ReturnType<typeof meeting>) => fairness(m.state, m.nowMs).next.map((next) => next.entryId);
const phone = { door: 'phone', kind: 'topic' };

describe('queue', () => {
  test('[Q1] given a new session, when somebody joins before any item, then the hand waits', () => {
    const m = meeting();
    m.do('queue/join', hand('e1', 'online'));
    expect(ids(m)).toEqual(['e1']);
  });

  test('[Q1] given a closed queue, when hands come, then only a point of order is taken', () => {
    const m = discussion();
    m.do('queue/close');
    expect(m.refusal('queue/close')).toBe('queue/closed');
    expect(m.refusal('queue/join', hand('e1', 'onsite'))).toBe('queue/closed');
    m.do('queue/join', hand('e2', 'onsite', { kind: 'point-of-order' }));
    m.do('queue/open');
    expect(m.refusal('queue/open')).toBe('queue/already-open');
    m.do('queue/join', hand('e1', 'onsite'));
    expect(ids(m)).toEqual(['e2', 'e1']);
  });

  test('[Q2] given a person who waits, when a second hand comes for it, then it is refused with the door', () => {
    const m = discussion();
    m.do('queue/join', { entryId: 'e1', personId: 'ana', channel: 'onsite', door: 'phone', kind: 'topic' });
    expect(
      m.ask('queue/join', { entryId: 'e2', personId: 'ana', channel: 'onsite', door: 'room', kind: 'reply' }),
    ).toEqual({
      code: 'queue/already-waiting',
      params: { name: 'Ana', door: 'phone', entryId: 'e1' },
    });
    m.do('queue/join', { ...hand('e3', 'onsite'), name: 'Row C' });
    m.do('queue/join', { ...hand('e4', 'onsite'), name: 'Row C' });
    expect(ids(m)).toEqual(['e1', 'e3', 'e4']);
  });

  test('[Q2] given an id that is taken, nobody named, or nobody known, when a hand comes, then it is refused', () => {
    const m = discussion(1);
    expect(m.refusal('queue/join', hand('r1', 'onsite'))).toBe('invalid');
    const { name: _, ...nameless } = hand('e1', 'onsite') as { name: string };
    expect(m.refusal('queue/join', nameless)).toBe('invalid');
    expect(m.refusal('queue/join', { ...nameless, personId: 'nobody' })).toBe('people/no-such-person');
  });

  test('[Q3] given a participant, when it touches a hand that is not its own, then that is forbidden', () => {
    const m = discussion(1).as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', topic: 'e-waste', ...phone });
    expect(m.state.queue.entries[1]).toMatchObject({ personId: 'dev-1', unshown: ['name', 'topic'] });
    for (const name of ['queue/leave', 'queue/update'] as const) {
      expect(m.refusal(name, { entryId: 'r1' })).toBe('forbidden');
      expect(m.refusal(name, { entryId: 'nowhere' })).toBe('forbidden');
    }
    expect(m.refusal('queue/join', { entryId: 'e2', personId: 'ana', channel: 'onsite', ...phone })).toBe(
      'forbidden',
    );
    expect(m.refusal('queue/update', { entryId: 'e1', name: 'X' })).toBe('forbidden');
    expect(m.refusal('queue/update', { entryId: 'e1', shown: true })).toBe('forbidden');
    m.do('queue/update', { entryId: 'e1', topic: 'reuse', kind: 'question' });
    expect(m.state.queue.entries[1]).toMatchObject({
      topic: 'reuse',
      kind: 'question',
      unshown: ['name', 'topic'],
    });
    m.do('queue/update', { entryId: 'e1', topic: null });
    expect(m.state.queue.entries[1]).toMatchObject({ unshown: ['name'] });
    m.do('queue/leave', { entryId: 'e1' });
    expect(ids(m)).toEqual(['r1']);
  });

  test('[Q4] given three who wait, when the first is held and returned, then it keeps its place', () => {
    const m = discussion(3);
    m.do('queue/hold', { entryId: 'r1' });
    expect(order(m)).toEqual(['r2', 'r3']);
    expect(m.refusal('queue/hold', { entryId: 'r1' })).toBe('queue/on-hold');
    m.do('queue/return', { entryId: 'r1' });
    expect(m.refusal('queue/return', { entryId: 'r1' })).toBe('queue/not-on-hold');
    expect(order(m)).toEqual(['r1', 'r2', 'r3']);
    expect(m.refusal('queue/hold', { entryId: 'gone' })).toBe('queue/no-such-entry');
  });

  test('[Q5] given somebody on deck, when a moderator moves that hand, then it leaves the deck and stands where it was put', () => {
    const m = discussion(3);
    m.do('queue/put-on-deck', { entryId: 'r1' });
    const seq = m.do('queue/move', { entryId: 'r1', afterEntryId: 'r3' });
    expect(m.state.queue.onDeck).toEqual([]);
    expect(fairness(m.state, m.nowMs).next.map(({ entryId }) => entryId)).toEqual(['r2', 'r3', 'r1']);
    m.do('history/undo', { seq });
    expect(m.state.queue.onDeck).toEqual(['r1']);
  });

  test('[Q5] given four who wait, when one is moved, then it stands right behind the one named', () => {
    const m = discussion(4, 1);
    m.do('queue/move', { entryId: 'r4', afterEntryId: 'r1' });
    const onsite = () => order(m).filter((id) => id.startsWith('r'));
    expect(onsite()).toEqual(['r1', 'r4', 'r2', 'r3']);
    m.do('queue/move', { entryId: 'r3', afterEntryId: null });
    expect(onsite()).toEqual(['r3', 'r1', 'r4', 'r2']);
    m.do('queue/move', { entryId: 'r3', afterEntryId: 'r2' });
    expect(onsite()).toEqual(['r1', 'r4', 'r2', 'r3']);
    m.do('queue/move', { entryId: 'o1', afterEntryId: null });
    expect(m.refusal('queue/move', { entryId: 'r1', afterEntryId: 'o1' })).toBe('queue/other-side');
    expect(m.refusal('queue/move', { entryId: 'gone', afterEntryId: null })).toBe('queue/no-such-entry');
    m.do('queue/hold', { entryId: 'r1' });
    expect(m.refusal('queue/move', { entryId: 'r1', afterEntryId: null })).toBe('queue/on-hold');
  });

  test('[Q5] given a point of order on the side, when somebody is moved to the front, then right behind it', () => {
    const m = discussion(3);
    m.do('queue/join', hand('po', 'onsite', { kind: 'point-of-order' }));
    m.do('queue/move', { entryId: 'r3', afterEntryId: null });
    expect(order(m)).toEqual(['po', 'r3', 'r1', 'r2']);
    m.do('queue/move', { entryId: 'r2', afterEntryId: 'po' });
    expect(order(m)).toEqual(['po', 'r2', 'r3', 'r1']);
    for (let i = 0; i < 2; i += 1) m.do('queue/miss', { entryId: 'r2' });
    m.do('queue/move', { entryId: 'r3', afterEntryId: 'r2' });
    expect(order(m)).toEqual(['po', 'r1', 'r3', 'r2']);
  });

  test('[Q5] given people who asked at the same moment, when one is moved again and again, then it stands there every time', () => {
    const m = discussion();
    for (const id of ['a', 'b', 'c', 'd']) m.do('queue/join', hand(id, 'onsite'));
    m.do('queue/move', { entryId: 'd', afterEntryId: 'a' });
    expect(order(m)).toEqual(['a', 'd', 'b', 'c']);
    for (let i = 0; i < 60; i += 1) {
      const moved = i % 2 ? 'b' : 'c';
      m.do('queue/move', { entryId: moved, afterEntryId: 'a' });
      expect(order(m).slice(0, 2)).toEqual(['a', moved]);
    }
  });

  test('[Q4] given two who mark somebody absent at once, when both name what they saw, then it counts once', () => {
    const m = discussion(1);
    m.do('queue/miss', { entryId: 'r1', missedCalls: 0 });
    expect(m.refusal('queue/miss', { entryId: 'r1', missedCalls: 0 })).toBe('queue/already-missed');
    expect(m.state.queue.entries[0]?.missedCalls).toBe(1);
  });

  test('[Q1] given a closed queue, when a point of order becomes something else, then that is refused', () => {
    const m = discussion();
    m.do('queue/close');
    m.as('dev-1', 'participant').do('queue/join', {
      entryId: 'e1',
      name: 'Cy',
      channel: 'online',
      door: 'phone',
      kind: 'point-of-order',
    });
    expect(m.refusal('queue/update', { entryId: 'e1', kind: 'topic' })).toBe('queue/closed');
    m.do('queue/update', { entryId: 'e1', topic: 'quorum' });
  });

  test('[Q1] given the session is over, when a hand comes, then it is refused', () => {
    const m = discussion();
    m.do('session/end');
    expect(m.refusal('queue/join', hand('e1', 'online'))).toBe('session/ended');
  });

  test('[Q6] given somebody on deck, when staff would change the side, then that is refused', () => {
    const m = discussion(1, 1);
    m.do('queue/put-on-deck', { entryId: 'o1' });
    expect(m.refusal('queue/update', { entryId: 'o1', channel: 'onsite' })).toBe('queue/already-on-deck');
  });

  test('[Q2] given a hand for somebody unknown, when a name comes with it, then it is refused all the same', () => {
    expect(discussion().refusal('queue/join', hand('e1', 'online', { personId: 'nobody' }))).toBe(
      'people/no-such-person',
    );
  });

  test('[Q6] given people on both sides, when they are put on deck, then at most two and not both of one side', () => {
    const m = discussion(3, 2);
    m.do('queue/put-on-deck', { entryId: 'r3' });
    expect(order(m)[0]).toBe('r3');
    expect(m.refusal('queue/put-on-deck', { entryId: 'r3' })).toBe('queue/already-on-deck');
    expect(m.ask('queue/put-on-deck', { entryId: 'r1' })).toEqual({
      code: 'queue/deck-one-sided',
      params: { channel: 'online' },
    });
    m.do('queue/put-on-deck', { entryId: 'o2' });
    expect(order(m).slice(0, 2)).toEqual(['r3', 'o2']);
    expect(m.refusal('queue/put-on-deck', { entryId: 'o1' })).toBe('queue/deck-full');
    m.do('queue/take-off-deck', { entryId: 'r3' });
    expect(m.refusal('queue/take-off-deck', { entryId: 'r3' })).toBe('queue/not-on-deck');
    m.do('queue/hold', { entryId: 'o2' });
    expect(m.state.queue.onDeck).toEqual([]);
    expect(m.refusal('queue/put-on-deck', { entryId: 'o2' })).toBe('queue/on-hold');
    expect(m.refusal('queue/put-on-deck', { entryId: 'gone' })).toBe('queue/no-such-entry');
    m.do('queue/hold', { entryId: 'o1' });
    m.do('queue/put-on-deck', { entryId: 'r1' });
    m.do('queue/put-on-deck', { entryId: 'r2' });
    expect(m.state.queue.onDeck).toEqual(['r1', 'r2']);
  });

  test('[Q7] given hands of every kind, when one is withdrawn by staff, then it is gone with its place on deck', () => {
    const m = discussion(1, 1);
    m.do('queue/put-on-deck', { entryId: 'o1' });
    m.do('queue/leave', { entryId: 'o1', reason: 'left the meeting' });
    expect(m.state.queue).toMatchObject({ onDeck: [], entries: [{ entryId: 'r1' }] });
    expect(m.refusal('queue/leave', { entryId: 'o1' })).toBe('queue/no-such-entry');
    expect(m.refusal('queue/update', { entryId: 'o1' })).toBe('queue/no-such-entry');
  });

  test('[Q7] given an entry, when staff edits it, then side, kind, name and topic are as staff wrote them', () => {
    const m = discussion(1);
    m.do('queue/update', {
      entryId: 'r1',
      name: 'Row C',
      channel: 'online',
      kind: 'question',
      topic: 'Scope 3',
    });
    expect(m.state.queue.entries[0]).toMatchObject({ name: 'Row C', channel: 'online', topic: 'Scope 3' });
    expect(m.state.queue.entries[0]?.unshown).toBeUndefined();
  });

  test('[Q8] given a full queue, when one more hand comes, then it is refused with the limit', () => {
    const m = discussion(1);
    const [first] = m.state.queue.entries;
    const entries = Array.from({ length: WAITING_ENTRIES_MAX }, (_, i) => ({ ...first, entryId: `x${i}` }));
    Object.assign(m.state.queue, { entries });
    expect(m.ask('queue/join', hand('late', 'online'))).toEqual({
      code: 'too-many',
      params: { limit: WAITING_ENTRIES_MAX },
    });
  });
});

describe('what a screen asks in advance', () => {
  test('[Q3] given a public view in which a name is hidden, when decide is asked, then it answers without the name', () => {
    const m = discussion().as('dev-1', 'participant');
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', ...phone });
    const seen = redactState(m.state, 'public');
    const ask = (name: 'queue/put-on-deck' | 'queue/hold' | 'floor/ready', args: object) =>
      decide(seen, { name, args } as never, { actor: HOST, nowMs: m.nowMs });
    const held = {
      ...seen,
      queue: { ...seen.queue, entries: seen.queue.entries.map((e) => ({ ...e, held: true as const })) },
    };
    expect(ask('floor/ready', { entryId: 'e1', readiness: 'ready' })).toMatchObject({ params: { name: '' } });
    expect(
      decide(held, { name: 'queue/hold', args: { entryId: 'e1' } }, { actor: HOST, nowMs: 0 }),
    ).toMatchObject({
      code: 'queue/on-hold',
      params: { name: '' },
    });
  });

  test('[Q5] given the only one of a side, when it is moved to the front, then it stays where it is', () => {
    const m = discussion(0, 1);
    m.do('queue/move', { entryId: 'o1', afterEntryId: null });
    expect(m.state.queue.entries[0]?.placedAtMs).toBe(m.state.queue.entries[0]?.joinedAtMs);
  });

  test('[Q3] given a participant whose introduction is refused, when it joins with a name, then so is the hand', () => {
    const m = discussion();
    m.do('queue/close');
    m.as('dev-9', 'participant');
    expect(m.refusal('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', ...phone })).toBe(
      'queue/closed',
    );
  });
});
