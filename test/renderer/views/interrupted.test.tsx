// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { hand } from '../support/client.ts';
import { openConsole } from '../support/open-console.tsx';

/** Ada speaks for a minute of her two, then Bob is called for a point of order. */
function interrupted(kind: 'point-of-order' | 'topic' = 'point-of-order') {
  const all = openConsole();
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
  all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
  all.world.advance(60_000);
  all.hub.command('queue/join', { ...hand('bob', 'onsite', 'Bob').args, kind });
  all.hub.command('floor/give', { turnId: 't2', entryId: 'bob', afterTurnId: 't1' });
  all.world.advance(5_000);
  const end = () => {
    all.hub.command('floor/end', { turnId: 't2' });
    all.settle();
  };
  const offer = () => all.screen.queryByRole('button', { name: /^Go on/ });
  all.settle();
  return { ...all, end, offer };
}

test('[F7][F14] after a point of order whoever had to stop for it goes on with what was left, which is no override', async () => {
  const all = interrupted();
  all.hub.command('queue/join', hand('cem', 'onsite', 'Cem').args);
  all.settle();
  expect(all.offer()).toBeNull();
  all.end();
  expect(all.offer()?.textContent).toBe('Go on, 1:00 left');
  await all.user.click(all.offer() as HTMLElement);
  all.settle();
  expect(all.hub.state.floor.turn).toMatchObject({
    name: 'Ada',
    channel: 'online',
    charge: 'online',
    limitMs: 60_000,
  });
  expect(all.hub.state.floor.turn).not.toHaveProperty('override');
  expect(all.offer()).toBeNull();
});

test('nobody is offered to go on once somebody else was called, in another item, or with nothing left', () => {
  const called = interrupted();
  called.end();
  called.hub.command('floor/give', {
    turnId: 't3',
    person: { name: 'Dee', channel: 'onsite' },
    afterTurnId: 't2',
  });
  called.hub.command('floor/end', { turnId: 't3' });
  called.settle();
  expect(called.offer()).toBeNull();
  called.screen.unmount();
  const elsewhere = interrupted();
  elsewhere.end();
  elsewhere.hub.command('agenda/begin', { itemId: 'intro', afterItemId: 'talk' });
  elsewhere.settle();
  expect(elsewhere.offer()).toBeNull();
  elsewhere.screen.unmount();
  const over = interrupted();
  over.hub.command('floor/correct', { turnId: 't1', spokenMs: 115_000, pausedMs: 0 });
  over.end();
  expect(over.offer()).toBeNull();
});

test('whoever has another hand up is called by that, and what was read aloud does not go on', () => {
  const all = interrupted();
  all.hub.command('queue/join', hand('again', 'online', 'Ada').args);
  all.end();
  expect(all.offer()).toBeNull();
  all.hub.command('queue/leave', { entryId: 'again' });
  all.settle();
  expect(all.offer()).toBeTruthy();
});

test('whoever was cut short for another hand is not offered: that was a call', () => {
  const all = interrupted('topic');
  all.end();
  expect(all.offer()).toBeNull();
});
