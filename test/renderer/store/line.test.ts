import { describe, expect, test } from 'vitest';
import { lineOf, moveEntry, moveTo, placeOf, reachOf } from '../../../renderer/store/line.ts';
import { firstOfOtherSide } from '../../../renderer/store/moderation.ts';
import { speakingOrder } from '../../../shared/domain/fairness/order.ts';
import { fairnessView } from '../../../shared/domain/fairness/view.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

const lineIn = (m: ReturnType<typeof discussion>) => lineOf(m.state, 'onsite', m.nowMs);
const ids = (m: ReturnType<typeof discussion>) => lineIn(m).map((entry) => entry.entryId);
const reach = (m: ReturnType<typeof discussion>, id: string) => reachOf(m.state, lineIn(m), id);

/** On deck r5; then a point of order, four who wait, one called in vain, one on hold. */
function crowded() {
  const m = discussion(7, 1);
  m.do('queue/put-on-deck', { entryId: 'r5' });
  m.do('queue/join', hand('po', 'onsite', { kind: 'point-of-order' }));
  for (let call = 0; call < 2; call += 1) m.do('queue/miss', { entryId: 'r1' });
  m.do('queue/hold', { entryId: 'r2' });
  return m;
}

describe('the line of one side', () => {
  test('has points of order and those on deck first and the held last; each moves among its own kind only', () => {
    const m = crowded();
    expect(ids(m)).toEqual(['po', 'r5', 'r3', 'r4', 'r6', 'r7', 'r1', 'r2']);
    expect(['r4', 'po', 'r1', 'r5', 'r2', 'gone'].map((id) => reach(m, id))).toEqual([
      [2, 6],
      [0, 1],
      [6, 7],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('stands, after a move to any place, as the place says', () => {
    for (let place = 0; place < 8; place += 1) {
      const m = crowded();
      const command = moveTo(m.state, lineIn(m), 'r6', place);
      if (command) m.do(command.name, command.args);
      expect(ids(m).indexOf('r6'), String(place)).toBe(Math.min(Math.max(place, 2), 5));
    }
  });

  test('moves by one up and down and to the top, and not beyond its ends', () => {
    const m = crowded();
    const go = (id: string, to: 'top' | 'up' | 'down') => {
      const command = moveEntry(m.state, id, to, m.nowMs);
      if (command) m.do(command.name, command.args);
      return command ? ids(m).slice(2, 6) : null;
    };
    expect(go('r7', 'up')).toEqual(['r3', 'r4', 'r7', 'r6']);
    expect(go('r3', 'down')).toEqual(['r4', 'r3', 'r7', 'r6']);
    expect(go('r6', 'top')).toEqual(['r6', 'r4', 'r3', 'r7']);
    expect([go('r6', 'up'), go('r7', 'down'), go('r5', 'down'), go('gone', 'up')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('says which of how many somebody is; nothing of those who could not be called', () => {
    const m = crowded();
    expect(placeOf(m.state, 'r3', m.nowMs)).toMatchObject({ place: 3, count: 7 });
    expect([placeOf(m.state, 'r2', m.nowMs), placeOf(m.state, 'gone', m.nowMs)]).toEqual([null, null]);
  });
});

/** The whole order of the rule, of which a column shows one side. */
function orderOf({ state, nowMs }: ReturnType<typeof meeting>) {
  const { candidates, onDeck, tags, rule } = fairnessView(state, nowMs);
  return speakingOrder(candidates, onDeck, tags, rule);
}

/** Ann (a) and Al (b) have spoken and ask again; then Flo (f) and Fay (g) for the first time, all within the window. */
function withWindow() {
  const m = meeting(
    planOfDiscussion({
      fairness: { balancedGroup: 'first-time', windowSeconds: 180, agingSeconds: 0 },
    }),
  );
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  for (const [at, name] of ['Ann', 'Al'].entries()) {
    const person = { name, channel: 'onsite' };
    m.do('floor/give', { turnId: `t${at}`, person, afterTurnId: at === 0 ? null : 't0' });
    m.wait(30).do('floor/end', { turnId: `t${at}` });
  }
  const asks = { a: 'Ann', b: 'Al', f: 'Flo', g: 'Fay' };
  for (const [entryId, name] of Object.entries(asks)) {
    m.do('queue/join', hand(entryId, 'onsite', { name }));
    m.do('queue/join', hand(`o-${entryId}`, 'online'));
    m.wait(10);
  }
  return m;
}

describe('[B13] with a window between groups, the line', () => {
  test('is that of the proposal, on both sides, whoever is on deck or has a point of order', () => {
    const m = withWindow();
    expect(ids(m)).toEqual(['f', 'g', 'a', 'b']);
    m.do('queue/put-on-deck', { entryId: 'b' });
    m.do('queue/join', hand('po', 'onsite', { kind: 'point-of-order' }));
    expect(ids(m)).toEqual(['po', 'b', 'f', 'g', 'a']);
    for (const channel of CHANNELS) {
      const order = orderOf(m).filter((candidate) => candidate.channel === channel);
      expect(lineOf(m.state, channel, m.nowMs)).toEqual(order.map(({ entry }) => entry));
    }
  });

  test('is that of whom the key calls of the other side', () => {
    const m = withWindow();
    expect(firstOfOtherSide(m.state, 'o-a', m.nowMs)?.entryId).toBe('f');
  });

  test('moves whoever is moved up at least as far up, and down as far down, as was asked', () => {
    const move = (id: string, to: 'top' | 'up' | 'down') => {
      const m = withWindow();
      const command = moveEntry(m.state, id, to, m.nowMs);
      if (command) m.do(command.name, command.args);
      return ids(m).join('');
    };
    expect([move('b', 'up'), move('b', 'top'), move('g', 'up')]).toEqual(['bfga', 'bfga', 'gfab']);
    expect([move('a', 'down'), move('g', 'down'), move('f', 'down')]).toEqual(['fgba', 'fagb', 'gabf']);
  });

  test('follows the clock of a running turn, by the second, and is the same list until the order is another', () => {
    const groups = (stakeholder: string) => ({ channel: 'onsite' as const, groups: { stakeholder } });
    const m = meeting(
      planOfDiscussion({
        fairness: { balancedGroup: 'stakeholder', windowSeconds: 180 },
        people: [
          { personId: 'gov', name: 'Gov', ...groups('Government') },
          { personId: 'gov2', name: 'Gov 2', ...groups('Government') },
          { personId: 'tech', name: 'Tech', ...groups('Technical') },
          { personId: 'tech2', name: 'Tech 2', ...groups('Technical') },
        ],
      }),
    );
    m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    m.do('floor/give', { turnId: 't0', person: { personId: 'tech' }, afterTurnId: null });
    m.wait(30).do('floor/end', { turnId: 't0' });
    for (const personId of ['gov2', 'tech2'])
      m.do('queue/join', { entryId: personId, personId, channel: 'onsite', door: 'room', kind: 'topic' });
    m.do('floor/give', { turnId: 't1', person: { personId: 'gov' }, afterTurnId: 't0' });
    const line = lineIn(m);
    expect(ids(m)).toEqual(['gov2', 'tech2']);
    m.wait(20);
    expect(lineIn(m)).toBe(line);
    m.wait(20);
    expect(ids(m)).toEqual(['tech2', 'gov2']);
  });
});
