import { describe, expect, test } from 'vitest';
import { heldSlot } from '../../../shared/domain/fairness/held-slot.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { hand, type Meeting, meeting, planOfDiscussion } from '../../support/meeting.ts';

const person = (personId: string, stakeholder?: string) => ({
  personId,
  name: personId,
  channel: 'onsite' as const,
  ...(stakeholder && { groups: { stakeholder } }),
});
const PEOPLE = [
  person('gov', 'Government'),
  person('gov2', 'Government'),
  person('civ', 'Civil Society'),
  person('none'),
];

function talk(settings: PlanInput['fairness'], people: PlanInput['people'] = PEOPLE): Meeting {
  const m = meeting(planOfDiscussion({ fairness: settings, people }));
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  return m;
}
const join = (m: Meeting, personId: string, kind = 'topic') =>
  m.wait(10).do('queue/join', { entryId: personId, personId, channel: 'onsite', door: 'room', kind });
const order = (m: Meeting) => fairness(m.state, m.nowMs).next.map((next) => next.entryId);
const reasons = (m: Meeting) => fairness(m.state, m.nowMs).next[0]?.reasons ?? [];

/** The government has spoken for a minute; gov2 asks first, civ ten seconds later. */
function governmentSpoke(settings: PlanInput['fairness']): Meeting {
  const m = talk(settings);
  m.do('floor/give', { turnId: 't1', person: { personId: 'gov' }, afterTurnId: null });
  m.wait(60).do('floor/end', { turnId: 't1' });
  join(m, 'gov2');
  join(m, 'civ');
  return m;
}

describe('groups', () => {
  test('[B13] given a window, when a group that has spoken less asks within it, then it comes first and says why', () => {
    const m = governmentSpoke({ balancedGroup: 'stakeholder', windowSeconds: 10 });
    expect(order(m)).toEqual(['civ', 'gov2']);
    expect(reasons(m)).toContainEqual({
      code: 'group-behind',
      params: { group: 'Civil Society', seconds: 0 },
    });
  });

  test('[B13] given no window, one too small, or no group chosen, when the same happens, then nobody changes places', () => {
    for (const settings of [
      {},
      { balancedGroup: 'stakeholder' as const },
      { balancedGroup: 'stakeholder' as const, windowSeconds: 9 },
      { windowSeconds: 600 },
    ]) {
      const m = governmentSpoke(settings);
      expect(order(m)).toEqual(['gov2', 'civ']);
      expect(reasons(m).map((reason) => reason.code)).not.toContain('group-behind');
    }
  });

  test('[B13] given the first of the side has declared no group, when others are balanced, then nobody passes', () => {
    const m = talk({ balancedGroup: 'stakeholder', windowSeconds: 600 });
    m.do('floor/give', { turnId: 't1', person: { personId: 'gov' }, afterTurnId: null });
    m.wait(60).do('floor/end', { turnId: 't1' });
    for (const id of ['none', 'gov2', 'civ']) join(m, id);
    expect(order(m)).toEqual(['none', 'civ', 'gov2']);
  });

  test('[B13] given a moderator has placed the first, or another class waits, when groups are balanced, then that stands', () => {
    const m = governmentSpoke({ balancedGroup: 'stakeholder', windowSeconds: 600 });
    m.do('queue/move', { entryId: 'gov2', afterEntryId: null });
    expect(order(m)).toEqual(['gov2', 'civ']);
    const missed = governmentSpoke({ balancedGroup: 'stakeholder', windowSeconds: 600 });
    for (let i = 0; i < 2; i += 1) missed.do('queue/miss', { entryId: 'civ' });
    expect(order(missed)).toEqual(['gov2', 'civ']);
    expect(reasons(missed).map((reason) => reason.code)).not.toContain('group-behind');
    const placed = governmentSpoke({ balancedGroup: 'stakeholder', windowSeconds: 600 });
    placed.do('queue/move', { entryId: 'civ', afterEntryId: 'gov2' });
    expect(order(placed)).toEqual(['gov2', 'civ']);
  });

  test('[B13] given groups that have spoken equally, when two of them wait, then the one who asked first is first', () => {
    const m = talk({ balancedGroup: 'stakeholder', windowSeconds: 600 });
    for (const id of ['gov', 'civ', 'gov2']) join(m, id);
    expect(order(m)).toEqual(['gov', 'civ', 'gov2']);
    expect(reasons(m).map((reason) => reason.code)).not.toContain('group-behind');
  });

  test('[B13] given first-time speakers are balanced, when one asks within the window, then before who has spoken', () => {
    const m = talk({ balancedGroup: 'first-time', windowSeconds: 600, agingSeconds: 0 });
    m.do('floor/give', { turnId: 't1', person: { personId: 'gov' }, afterTurnId: null });
    m.wait(60).do('floor/end', { turnId: 't1' });
    join(m, 'gov');
    join(m, 'none');
    expect(order(m)).toEqual(['none', 'gov']);
    expect(reasons(m)).toContainEqual({ code: 'first-timers', params: {} });
  });
});

describe('other policies', () => {
  test('[B15] given first come first served, when both sides wait, then in the order of asking, whatever was had', () => {
    const m = talk({ policy: 'fifo' });
    m.do('floor/give', { turnId: 't1', person: { personId: 'gov' }, afterTurnId: null });
    m.wait(100).do('floor/end', { turnId: 't1' });
    join(m, 'gov');
    m.wait(1).do('queue/join', hand('o1', 'online'));
    join(m, 'civ');
    expect(order(m)).toEqual(['gov', 'o1', 'civ']);
    expect(reasons(m)[0]).toEqual({ code: 'asked-first', params: {} });
  });

  test('[B15] given in turns, when one side talks longer, then the sides still take turns', () => {
    const m = talk({ policy: 'alternate' });
    m.do('queue/join', hand('o1', 'online'));
    for (const id of ['gov', 'civ']) join(m, id);
    m.do('queue/join', hand('o2', 'online'));
    expect(order(m)).toEqual(['o1', 'gov', 'o2', 'civ']);
    m.do('floor/give', { turnId: 't1', entryId: 'o1', afterTurnId: null });
    m.wait(500).do('floor/give', { turnId: 't2', entryId: 'gov', afterTurnId: 't1' });
    m.wait(1).do('floor/end', { turnId: 't2' });
    expect(order(m)).toEqual(['o2', 'civ']);
    expect(reasons(m)[0]).toEqual({ code: 'sides-alternate', params: { channel: 'online' } });
  });

  test('[B10] given any policy, when only one side waits, then the reason says just that, and nothing of taking turns', () => {
    for (const policy of ['evenfloor', 'alternate', 'fifo'] as const) {
      const m = talk({ policy });
      join(m, 'gov');
      expect(reasons(m).map((reason) => reason.code)).toEqual(['only-side-waiting', 'first-turn', 'waited']);
    }
  });
});

describe('a held slot', () => {
  /** Onsite has spoken for a minute and waits on; nobody online does. */
  function onsiteAhead(settings: PlanInput['fairness'] = { holdSlotSeconds: 20 }): Meeting {
    const m = talk(settings);
    m.do('queue/join', hand('o1', 'online'));
    join(m, 'gov');
    m.do('floor/give', { turnId: 't1', entryId: 'o1', afterTurnId: null });
    m.wait(30).do('floor/give', { turnId: 't2', entryId: 'gov', afterTurnId: 't1' });
    join(m, 'civ');
    m.wait(50).do('floor/end', { turnId: 't2' });
    return m;
  }

  test('[B14] given the side that is behind has nobody waiting, when a turn ends, then its slot is held for the seconds set', () => {
    const m = onsiteAhead();
    const held = { channel: 'online', untilMs: m.nowMs + 20_000, afterTurnId: 't2' };
    expect(heldSlot(m.state, m.nowMs)).toEqual(held);
    expect(fairness(m.state, m.nowMs).heldSlot).toEqual(held);
    expect(order(m)).toEqual(['civ']);
    expect(heldSlot(m.state, m.nowMs + 19_999)).toEqual(held);
    expect(heldSlot(m.state, m.nowMs + 20_000)).toBeNull();
  });

  test('[B14] given a held slot, when a moderator goes on, then it is skipped for everybody; a later one is held anew', () => {
    const m = onsiteAhead();
    expect(m.refusal('floor/skip-hold', { afterTurnId: 't1' })).toBe('floor/no-held-slot');
    const seq = m.do('floor/skip-hold', { afterTurnId: 't2' });
    expect(heldSlot(m.state, m.nowMs)).toBeNull();
    expect(m.refusal('floor/skip-hold', { afterTurnId: 't2' })).toBe('floor/no-held-slot');
    m.do('history/undo', { seq });
    expect(heldSlot(m.state, m.nowMs)).not.toBeNull();
    m.do('floor/skip-hold', { afterTurnId: 't2' });
    m.do('floor/give', { turnId: 't3', entryId: 'civ', afterTurnId: 't2' });
    expect(heldSlot(m.state, m.nowMs)).toBeNull();
    join(m, 'none');
    m.do('floor/end', { turnId: 't3' });
    expect(heldSlot(m.state, m.nowMs)?.afterTurnId).toBe('t3');
  });

  test('[B14] given it is not set, both wait, nobody waits, nobody is behind, or it is urgent, then nothing is held', () => {
    const at = (m: Meeting) => heldSlot(m.state, m.nowMs);
    expect(at(onsiteAhead({}))).toBeNull();
    expect(at(onsiteAhead({ holdSlotSeconds: 20, policy: 'alternate' }))).toBeNull();
    expect(at(talk({ holdSlotSeconds: 20 }))).toBeNull();
    const both = onsiteAhead();
    both.do('queue/join', hand('o2', 'online'));
    expect(at(both)).toBeNull();
    const nobody = onsiteAhead();
    nobody.do('queue/leave', { entryId: 'civ' });
    expect(at(nobody)).toBeNull();
    const ahead = onsiteAhead();
    ahead.do('queue/leave', { entryId: 'civ' });
    ahead.do('queue/join', hand('o2', 'online'));
    expect(at(ahead)).toBeNull();
    const urgent = onsiteAhead();
    join(urgent, 'none', 'point-of-order');
    expect(at(urgent)).toBeNull();
    const elsewhere = onsiteAhead();
    elsewhere.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    elsewhere.do('floor/give', { turnId: 't9', person: { name: 'X', channel: 'onsite' }, afterTurnId: 't2' });
    elsewhere.do('floor/end', { turnId: 't9' });
    expect(at(elsewhere)).toBeNull();
  });

  test('[B14] given both sides are even, when one of them alone waits, then nothing is held for the other', () => {
    for (const side of ['onsite', 'online'] as const) {
      const m = talk({ holdSlotSeconds: 20 });
      m.do('floor/give', { turnId: 't1', person: { name: 'A', channel: 'onsite' }, afterTurnId: null });
      m.wait(30);
      m.do('floor/give', { turnId: 't2', person: { name: 'B', channel: 'online' }, afterTurnId: 't1' });
      m.wait(30).do('floor/end', { turnId: 't2' });
      m.do('queue/join', hand('e1', side));
      expect(heldSlot(m.state, m.nowMs)).toBeNull();
    }
  });

  test('[B14] given the room is behind, when people online alone wait, then its slot is held; who is on hold does not count', () => {
    const m = talk({ holdSlotSeconds: 20 });
    m.do('floor/give', { turnId: 't1', person: { name: 'A', channel: 'online' }, afterTurnId: null });
    m.wait(30).do('floor/end', { turnId: 't1' });
    m.do('queue/join', hand('o1', 'online'));
    m.do('queue/join', hand('r1', 'onsite'));
    expect(heldSlot(m.state, m.nowMs)).toBeNull();
    m.do('queue/hold', { entryId: 'r1' });
    expect(heldSlot(m.state, m.nowMs)?.channel).toBe('onsite');
    m.do('queue/hold', { entryId: 'o1' });
    expect(heldSlot(m.state, m.nowMs)).toBeNull();
  });

  test('[B14] given holding is off, when the clock was set back, then nothing is held all the same', () => {
    const m = onsiteAhead({});
    expect(heldSlot(m.state, m.nowMs - 5_000)).toBeNull();
  });
});
