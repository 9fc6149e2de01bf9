import { describe, expect, test } from 'vitest';
import { fairItemIds, fairnessView, whoKey } from '../../../shared/domain/fairness/view.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { redactState } from '../../../shared/redact.ts';
import { discussion, hand, type Meeting, meeting, planOfDiscussion } from '../../support/meeting.ts';

const view = (m: Meeting) => fairnessView(m.state, m.nowMs);
/** What is charged, turn by turn. */
const counted = (m: Meeting) =>
  view(m).counted.map(({ turn, channel, seconds }) => [turn.turnId, channel, seconds]);
const turnsHad = (m: Meeting) =>
  Object.fromEntries(view(m).candidates.map((one) => [one.entryId, one.turnsHad]));

describe('what counts', () => {
  test('[B7] given an override, when it is charged, then the side that spoke pays like any other', () => {
    const m = discussion(2, 1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(60).do('floor/give', { turnId: 't2', entryId: 'r2', afterTurnId: 't1', reason: 'a reply' });
    m.wait(30);
    expect(m.state.floor.turn?.override).toMatchObject({ reason: 'a reply' });
    expect(counted(m)).toEqual([
      ['t1', 'onsite', 60],
      ['t2', 'onsite', 30],
    ]);
    m.wait(30).do('floor/end', { turnId: 't2' });
    expect(view(m).tags).toMatchObject({ tag: { onsite: 240, online: 0 }, last: 'onsite' });
    expect(fairness(m.state, m.nowMs).lagSeconds).toEqual({ onsite: -60, online: 60 });
  });

  test('[B7] given a turn with a pause, when it is charged, then for the spoken seconds alone: paused, resumed and over', () => {
    const m = discussion(1);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(20).do('floor/pause', { turnId: 't1' });
    m.wait(100);
    expect(counted(m)).toEqual([['t1', 'onsite', 20]]);
    m.do('floor/resume', { turnId: 't1' });
    m.wait(5);
    expect(counted(m)).toEqual([['t1', 'onsite', 25]]);
    m.do('session/pause');
    m.wait(1_000).do('session/resume');
    m.wait(5).do('floor/end', { turnId: 't1' });
    expect(counted(m)).toEqual([['t1', 'onsite', 30]]);
    expect(view(m).tags.tag).toEqual({ onsite: 60, online: 0 });
  });

  test('[B7] given turns that the panel or nobody pays for, when they run or are over, then they count for nothing at all', () => {
    const m = discussion();
    for (const [index, charge] of ['panel', null].entries()) {
      const afterTurnId = index === 0 ? null : `t${index - 1}`;
      m.do('floor/give', { turnId: `t${index}`, person: { personId: 'ana' }, afterTurnId, charge });
      m.wait(30);
      expect(counted(m)).toEqual([]);
      m.do('floor/end', { turnId: `t${index}` });
      expect(counted(m)).toEqual([]);
    }
    m.do('queue/join', { entryId: 'a', personId: 'ana', channel: 'onsite', door: 'room', kind: 'topic' });
    expect(turnsHad(m)).toEqual({ a: 0 });
    expect(view(m).tags.virtualTime).toBe(0);
  });

  test('[B2] given nothing has been chosen yet, when the fold begins, then nobody has spoken and nobody waits anywhere', () => {
    const nobody = { onsite: false, online: false };
    const start = { tag: { onsite: 0, online: 0 }, virtualTime: 0, waited: nobody, last: null };
    expect(view(discussion(1, 1)).tags).toEqual(start);
  });

  test('[B2] given a choice, when its turn is folded, then a side waited if somebody of it could be called', () => {
    const m = discussion(1, 1);
    m.do('queue/hold', { entryId: 'o1' });
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    expect(view(m).tags.waited).toEqual({ onsite: true, online: false });
    m.do('queue/return', { entryId: 'o1' });
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    expect(view(m).tags.waited).toEqual({ onsite: false, online: true });
  });
});

describe('which items count together', () => {
  const item = (itemId: string, more = {}) => ({
    itemId,
    kind: 'discussion' as const,
    title: itemId,
    minutes: 10,
    ...more,
  });
  /** Items a, b, c, an opening and whatever `more` adds; begun in this order, a second apart or at once. */
  function begun(ids: string[], apart = 1, more: NonNullable<PlanInput['agenda']> = []): Set<string | null> {
    const agenda = [item('a'), item('b'), item('c'), item('opening', { kind: 'opening' }), ...more];
    const m = meeting(planOfDiscussion({ agenda }));
    let afterItemId: string | null = null;
    for (const itemId of ids) {
      m.wait(apart).do('agenda/begin', { itemId, afterItemId });
      afterItemId = itemId;
    }
    return fairItemIds(m.state.agenda);
  }

  test('[B7] given a fair item is taken up again, when turns are counted, then it is the current one, not the one begun last', () => {
    expect(begun(['a', 'b', 'a'])).toEqual(new Set(['a']));
  });

  test('[B7] given an unfair item is current, when turns are counted, then it is the fair one that began last, wherever it stands', () => {
    expect(begun(['c', 'a', 'b', 'opening'])).toEqual(new Set(['b']));
    expect(begun(['b', 'a', 'opening'])).toEqual(new Set(['a']));
    expect(begun(['a', 'b', 'opening'], 0)).toEqual(new Set(['b']));
    expect(begun(['opening'])).toEqual(new Set());
    expect(begun([])).toEqual(new Set());
  });

  test('[B7] given an item that continues one that continues another, when it is current, then all three count', () => {
    const chain = [item('d', { continuesItemId: 'a' }), item('e', { continuesItemId: 'd' })];
    expect(begun(['a', 'e'], 1, chain)).toEqual(new Set(['e', 'd', 'a']));
    expect(begun(['a'], 1, chain)).toEqual(new Set(['a']));
  });
});

describe('who had a turn', () => {
  test('[B4] given people without a record, when they ask again, then they are known by side and name, however it is typed', () => {
    const m = discussion();
    const speak = (turnId: string, name: string, channel: string, afterTurnId: string | null) =>
      m.do('floor/give', { turnId, person: { name, channel }, afterTurnId });
    speak('t1', 'Row C, blue jacket', 'onsite', null);
    speak('t2', 'Frau Weiß', 'onsite', 't1');
    m.do('floor/end', { turnId: 't2' });
    m.do('queue/join', hand('same', 'onsite', { name: 'ROW C, Blue Jacket' }));
    m.do('queue/join', hand('online', 'online', { name: 'Row C, blue jacket' }));
    m.do('queue/join', hand('other', 'onsite', { name: 'Row D' }));
    // Capitals would make one person of these two.
    m.do('queue/join', hand('weiss', 'onsite', { name: 'Frau Weiss' }));
    expect(turnsHad(m)).toEqual({ same: 1, online: 0, other: 0, weiss: 0 });
  });

  test('[B4] given people of the roster, when they speak from either side, then they are known by their record', () => {
    const m = discussion();
    m.do('floor/give', { turnId: 't1', person: { personId: 'bo', channel: 'onsite' }, afterTurnId: null });
    m.do('floor/give', { turnId: 't2', person: { personId: 'bo' }, afterTurnId: 't1' });
    m.do('floor/end', { turnId: 't2' });
    const asks = { door: 'web', kind: 'topic' };
    m.do('queue/join', { entryId: 'b', personId: 'bo', channel: 'online', ...asks });
    m.do('queue/join', { entryId: 'a', personId: 'ana', channel: 'onsite', ...asks });
    m.do('queue/join', hand('namesake', 'online', { name: 'Bo 博' }));
    expect(turnsHad(m)).toEqual({ b: 2, a: 0, namesake: 0 });
  });

  test('[B4] given names that an audience may not see, when it folds for itself, then who has none is somebody all the same', () => {
    const m = discussion(1, 1);
    const seen = redactState(m.as('dev-1', 'participant').state, 'public');
    expect(fairness(seen, m.nowMs).next).toHaveLength(2);
  });

  test('[B4] given two hands without a name, when one has spoken, then the other has not', () => {
    const m = discussion();
    const reads = { channel: 'online', text: 'Who pays?', door: 'stream' };
    for (const id of ['1', '2']) {
      m.do('questions/ask', { questionId: `q${id}`, ...reads, text: `Who pays ${id}?` });
      m.do('questions/queue', { questionId: `q${id}`, entryId: `e${id}` });
    }
    m.do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    m.wait(30).do('floor/end', { turnId: 't1' });
    expect(turnsHad(m)).toEqual({ e2: 0 });
    const [turn, waits] = [must(m.state.turns[0], 'turn'), must(m.state.queue.entries[0], 'entry')];
    expect(turn).toMatchObject({ name: '', entryId: 'e1' });
    expect(whoKey(turn)).not.toBe(whoKey(waits));
  });
});

describe('what groups have had', () => {
  const groups = (m: Meeting) => [...view(m).rule.groupSeconds];

  /** Ana of civil society has spoken for a minute, Bo without a group and a free name for half of one each. */
  function spoken(settings: PlanInput['fairness']): Meeting {
    const m = meeting(planOfDiscussion({ fairness: settings }));
    m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    m.wait(60).do('floor/give', { turnId: 't2', person: { personId: 'bo' }, afterTurnId: 't1' });
    m.wait(30);
    m.do('floor/give', { turnId: 't3', person: { name: 'X', channel: 'online' }, afterTurnId: 't2' });
    m.wait(30).do('queue/join', hand('x', 'online', { name: 'X' }));
    m.do('queue/join', hand('y', 'online', { name: 'Y' }));
    m.do('queue/join', { entryId: 'a', personId: 'ana', channel: 'onsite', door: 'web', kind: 'topic' });
    return m;
  }
  const candidateGroups = (m: Meeting) => view(m).candidates.map((one) => one.group);

  test('[B13] given declared groups, when their seconds are summed, then who has declared none is in no sum', () => {
    const m = spoken({ balancedGroup: 'stakeholder', windowSeconds: 60 });
    expect(groups(m)).toEqual([['Civil Society', 60]]);
    expect(candidateGroups(m)).toEqual([undefined, undefined, 'Civil Society']);
    expect(view(m).rule.windowMs).toBe(60_000);
  });

  test('[B13] given first-time speakers, when seconds are summed, then they never have any', () => {
    const m = spoken({ balancedGroup: 'first-time', windowSeconds: 60 });
    expect(groups(m)).toEqual([['again', 120]]);
    expect(candidateGroups(m)).toEqual(['again', 'first', 'again']);
  });

  test('[B13] given nothing is balanced, when a window is set, then nobody has a group and the window is shut', () => {
    const m = spoken({ windowSeconds: 60 });
    expect(groups(m)).toEqual([]);
    expect(candidateGroups(m)).toEqual([undefined, undefined, undefined]);
    expect(view(m).rule.windowMs).toBe(0);
  });
});
