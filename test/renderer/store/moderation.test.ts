import { expect, test } from 'vitest';
import { turnClock } from '../../../renderer/components/turn-clock.ts';
import { planDrift } from '../../../renderer/panels/plan-drift.ts';
import { deedsOf, lastOwnSeq } from '../../../renderer/store/deeds.ts';
import { newId } from '../../../renderer/store/ids.ts';
import { lineOf, moveEntry } from '../../../renderer/store/moderation.ts';
import { findPeople } from '../../../renderer/store/roster.ts';
import type { Turn } from '../../../shared/domain/floor/schema.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { hand } from '../support/client.ts';
import { MemoryHub } from '../support/memory-hub.ts';
import { PLAN } from '../support/render-session.tsx';
import { SimulatedWorld } from '../support/simulated-world.ts';

function setUp() {
  const world = new SimulatedWorld();
  return { world, hub: new MemoryHub(world, PLAN) };
}

test('ids are 22 letters and digits, never the same', () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(ids.every((id) => /^[A-Za-z0-9]{22}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(200);
});

test('people are found without accents and case, beginnings first', () => {
  const person = (name: string, organisation?: string): Person => ({
    personId: name,
    name,
    channel: 'onsite',
    seq: 1,
    ...(organisation && { organisation }),
  });
  const people = [person('Marianne'), person('José Ñandú'), person('Ann Lee'), person('Bo', 'Annex')];
  expect(findPeople(people, 'ANN').map(({ name }) => name)).toEqual(['Ann Lee', 'Marianne', 'Bo']);
  expect(findPeople(people, 'nandu').map(({ name }) => name)).toEqual(['José Ñandú']);
  expect(findPeople(people, '  ')).toEqual([]);
});

test('a line shows those on deck first and the held last; moving skips both ends', () => {
  const { world, hub } = setUp();
  for (const id of ['a', 'b', 'c', 'd']) {
    hub.command('queue/join', hand(id).args);
    world.advance(1_000);
  }
  hub.command('queue/hold', { entryId: 'a' });
  hub.command('queue/put-on-deck', { entryId: 'd' });
  expect(lineOf(hub.state, 'onsite', world.nowMs).map((entry) => entry.entryId)).toEqual([
    'd',
    'b',
    'c',
    'a',
  ]);
  expect(moveEntry(hub.state, 'c', 'up', world.nowMs)?.args).toEqual({ entryId: 'c', afterEntryId: 'd' });
  expect(moveEntry(hub.state, 'c', 'down', world.nowMs)).toBeNull();
  expect(moveEntry(hub.state, 'gone', 'top', world.nowMs)).toBeNull();
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
  expect(turnClock(turn, ms)).toMatchObject({ text, phase });
});

test('a paused clock says so, and a limit of nothing is over at once', () => {
  const turn = { limitMs: 0, startedAtMs: 0, pausedMs: 0, pausedAtMs: 5_000 } as Turn;
  expect(turnClock(turn, 90_000)).toEqual({ text: '+0:05', phase: 'paused', share: 1, isOver: true });
});
