import { expect, test } from 'vitest';
import { planDrift } from '../../../renderer/panels/console/plan-drift.ts';
import { deedsOf, lastOwnSeq } from '../../../renderer/store/deeds.ts';
import { newId } from '../../../renderer/store/ids.ts';
import { turnClock } from '../../../renderer/store/turn-clock.ts';
import type { Turn } from '../../../shared/domain/floor/schema.ts';
import { hand } from '../support/client.ts';
import { MemoryHub } from '../support/memory-hub.ts';
import { PLAN } from '../support/render-session.tsx';
import { SimulatedWorld } from '../support/simulated-world.ts';

function setUp() {
  const world = new SimulatedWorld();
  return { world, hub: new MemoryHub(world, PLAN) };
}

test('ids are 10 letters and digits, never the same', () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(ids.every((id) => /^[A-Za-z0-9]{10}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(200);
});

test('deeds name whom they were done to, even after the record is gone', () => {
  const { hub } = setUp();
  hub.command('queue/join', hand('a', 'onsite', 'Ada').args);
  hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
  hub.command('floor/give', { turnId: 't', entryId: 'a', afterTurnId: null });
  hub.command('floor/end', { turnId: 't' });
  hub.command('history/undo', { seq: hub.log.length });
  const deeds = deedsOf(hub.state, 10).map((deed) => [deed.type, deed.name, deed.isUndone]);
  expect(deeds.slice(0, 5)).toEqual([
    ['history/undone', '', false],
    ['floor/ended', 'Ada', true],
    ['floor/given', 'Ada', false],
    ['agenda/begun', 'Introduction', false],
    ['queue/joined', 'Ada', false],
  ]);
  expect(deedsOf(hub.state, 1)[0]?.undid?.type).toBe('floor/ended');
  expect(lastOwnSeq(hub.state, 'direct-onsite-moderator')).toBe(hub.log.length - 2);
  expect(lastOwnSeq(hub.state, 'nobody')).toBeNull();
});

test('the plan slips by what items overran, the current one only beyond its time', () => {
  const { world, hub } = setUp();
  const drift = () =>
    planDrift(hub.state.agenda, hub.state.session.startedAtMs ?? Number.NaN, world.nowMs).driftMs;
  hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
  world.advance(60_000);
  expect(drift()).toBe(0);
  world.advance(5 * 60_000);
  hub.command('agenda/begin', { itemId: 'talk', afterItemId: 'intro' });
  expect(drift()).toBe(60_000);
  hub.command('agenda/adjust', { itemId: 'talk', seconds: 300 });
  expect(drift()).toBe(360_000);
});

test('an item that was passed over is no time gained; before the first one the plan slips', () => {
  const { world, hub } = setUp();
  hub.command('session/start', {});
  world.advance(30_000);
  const { startedAtMs } = hub.state.session;
  const drift = () => planDrift(hub.state.agenda, startedAtMs ?? Number.NaN, world.nowMs);
  const total = hub.state.agenda.items.reduce((sum, item) => sum + item.minutes * 60_000, 0);
  expect(drift()).toEqual({ endsAtMs: world.nowMs + total, driftMs: 30_000 });
  hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  expect(drift().driftMs).toBe(30_000);
});

test.each([
  [0, '2:00', 'running'],
  [1, '2:00', 'running'],
  [89_000, '0:31', 'running'],
  [90_000, '0:30', 'warning'],
  [119_001, '0:01', 'warning'],
  [120_000, '+0:00', 'overtime'],
  [190_500, '+1:10', 'overtime'],
])('after %i ms the clock says %s, %s', (ms, text, phase) => {
  const turn = { limitMs: 120_000, startedAtMs: 0, pausedMs: 0, pausedAtMs: null } as Turn;
  expect(turnClock(turn, ms, 'left')).toMatchObject({ text, phase });
});

test.each([
  [0, '0:00', 'running'],
  [999, '0:00', 'running'],
  [90_000, '1:30', 'warning'],
  [120_000, '2:00', 'overtime'],
  [190_500, '3:10', 'overtime'],
])('[S8] counting up, after %i ms the clock says %s, %s', (ms, text, phase) => {
  const turn = { limitMs: 120_000, startedAtMs: 0, pausedMs: 0, pausedAtMs: null } as Turn;
  expect(turnClock(turn, ms, 'spent')).toMatchObject({ text, phase });
});

test('a paused clock says so, and a limit of nothing is over at once', () => {
  const turn = { limitMs: 0, startedAtMs: 0, pausedMs: 0, pausedAtMs: 5_000 } as Turn;
  expect(turnClock(turn, 90_000, 'left')).toEqual({ text: '+0:05', phase: 'paused', share: 1, isOver: true });
});
