import { expect, test } from 'vitest';
import { createHubClock } from '../../../renderer/sync/clock.ts';

function setUp() {
  const local = { nowMs: 10_000 };
  return { local, clock: createHubClock(() => local.nowMs) };
}

test('before any answer it is the local clock', () => {
  expect(setUp().clock.now()).toBe(10_000);
});

test('the first sample is believed at once, half of the trip counted', () => {
  const { local, clock } = setUp();
  clock.now();
  local.nowMs = 10_100;
  clock.sample(10_000, 5_050, 10_100);
  expect(clock.now()).toBe(5_100);
});

test('the shortest round trip wins over later, slower ones', () => {
  const { local, clock } = setUp();
  clock.sample(10_000, 10_010, 10_020);
  clock.sample(10_000, 10_010, 10_200);
  local.nowMs = 20_000;
  expect(clock.now()).toBe(20_000);
});

test('small corrections are spread over time', () => {
  const { local, clock } = setUp();
  clock.sample(9_800, 10_000, 10_000);
  expect(clock.now()).toBe(10_100);
  clock.sample(9_998, 10_059, 10_000);
  local.nowMs = 10_100;
  expect(clock.now()).toBe(10_195);
  local.nowMs = 11_000;
  expect(clock.now()).toBe(11_060);
});

test('never runs backwards on screen', () => {
  const { local, clock } = setUp();
  clock.sample(9_000, 10_200, 10_000);
  const before = clock.now();
  clock.sample(9_998, 9_999, 10_000);
  local.nowMs = 10_001;
  expect(clock.now()).toBeGreaterThanOrEqual(before);
});

test('a local clock that was set does not leave old samples in power', () => {
  const { local, clock } = setUp();
  clock.sample(10_000, 10_001, 10_002);
  local.nowMs = 70_000;
  clock.sample(69_900, 10_150, 70_000);
  expect(clock.samples()).toBe(1);
  expect(clock.now()).toBe(10_200);
});

test('an answer that seems to come before its question is ignored', () => {
  const { clock } = setUp();
  clock.sample(10_000, 1, 9_000);
  expect(clock.samples()).toBe(0);
});
