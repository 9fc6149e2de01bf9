import { describe, expect, test } from 'vitest';
import { lineOf, moveEntry, moveTo, placeOf, reachOf } from '../../../renderer/store/line.ts';
import { discussion, hand } from '../../support/meeting.ts';

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
  test('has those on deck first and the held last; each moves among its own kind only', () => {
    const m = crowded();
    expect(ids(m)).toEqual(['r5', 'po', 'r3', 'r4', 'r6', 'r7', 'r1', 'r2']);
    expect(['r4', 'po', 'r1', 'r5', 'r2', 'gone'].map((id) => reach(m, id))).toEqual([
      [2, 6],
      [1, 2],
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
