// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { StageView } from '../../../renderer/views/StageView.tsx';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

function open() {
  const all = renderSession(<StageView />, 'display');
  const timer = () => all.screen.queryByRole('timer')?.textContent;
  return { ...all, timer };
}

/** While those who wait are called. */
function discussing() {
  const all = open();
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  return all;
}

test('before anything it says that the session begins soon', () => {
  expect(open().screen.getByRole('heading', { name: 'The session begins soon' })).toBeTruthy();
});

test('shows the speaker, the side and the time left', () => {
  const all = open();
  all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
  all.hub.command('floor/give', { turnId: 't', entryId: 'ada', afterTurnId: null });
  all.settle();
  expect(all.screen.getByRole('heading', { name: 'Ada' })).toBeTruthy();
  expect(all.screen.getByText(/Online/)).toBeTruthy();
  expect(all.timer()).toBe('2:00');
});

test('[S8] where clocks count up it shows what was spent, and of how much', () => {
  const all = discussing();
  all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
  all.hub.command('floor/give', { turnId: 't', entryId: 'ada', afterTurnId: null });
  all.hub.command('session/configure', { clockShows: 'spent' });
  all.settle();
  expect(all.timer()).toBe('0:00');
  expect(all.screen.getByText('of 2:00')).toBeTruthy();
  expect(all.screen.getByRole('timer', { name: 'Time spent' })).toBeTruthy();
});

test.each([
  ['focus', window],
  ['pageshow', window],
  ['visibilitychange', document],
  ['resume', document],
])(
  'after a sleep the time is right as soon as the page has %s, before any timer of its own',
  (name, target) => {
    const all = open();
    all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
    all.hub.command('floor/give', { turnId: 't', entryId: 'ada', afterTurnId: null });
    all.settle();
    all.world.sleep(30_000);
    expect(all.timer()).toBe('2:00');
    fireEvent(target, new Event(name));
    expect(all.timer()).toBe('1:30');
  },
);

test('given somebody of the roster, when they speak, then their organisation stands beside the side', () => {
  const all = open();
  all.hub.command('floor/give', { turnId: 't', person: { personId: 'jose' }, afterTurnId: null });
  all.settle();
  expect(all.screen.getByText('Red').parentElement?.textContent).toBe('● Online Red');
});

test('given a line, when it is cut and back, then the stage says in a word whether it is in sync', () => {
  const all = open();
  const isSynced = () => all.screen.queryByRole('img', { name: 'In sync' }) !== null;
  expect(isSynced()).toBe(true);
  act(() => all.world.line.cut());
  expect(isSynced()).toBe(false);
  expect(all.screen.getByText('Connecting…')).toBeTruthy();
  act(() => all.world.wake());
  all.settle();
  expect(isSynced()).toBe(true);
  act(() => all.world.line.cut(1009));
  expect(all.screen.getByText('Disconnected')).toBeTruthy();
});

test('overtime counts up and says so in words', () => {
  const all = open();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('floor/give', { turnId: 't', entryId: 'ada', afterTurnId: null });
  all.hub.command('floor/adjust', { turnId: 't', seconds: -120 });
  all.settle();
  expect(all.timer()).toBe('+0:00');
  expect(all.screen.getByText('Please come to an end')).toBeTruthy();
});

test('the next two are named only when everybody may know the name', () => {
  const all = discussing();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('own', 'online', 'Own words').args, 'participant');
  all.settle();
  expect(all.screen.getByText('Ada')).toBeTruthy();
  expect(all.screen.queryByText('Own words')).toBeNull();
  expect(all.screen.getByText('somebody online')).toBeTruthy();
});

test('“next” is for those who were told to get ready; the rest is only likely', () => {
  const all = discussing();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.settle();
  expect(all.screen.getByText(/^Likely next/)).toBeTruthy();
  all.hub.command('queue/put-on-deck', { entryId: 'ada' });
  all.settle();
  expect(all.screen.getByText(/^Next/)).toBeTruthy();
});

test('[R5] where declared groups are balanced, only who was told to get ready is named as next', () => {
  const all = discussing();
  all.hub.command('session/configure', { fairness: { balancedGroup: 'region', windowSeconds: 180 } });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.settle();
  expect(all.screen.queryByText('Ada')).toBeNull();
  all.hub.command('queue/put-on-deck', { entryId: 'bob' });
  all.settle();
  expect(all.screen.getByText(/^Next/)).toBeTruthy();
  expect(all.screen.getByText('Bob')).toBeTruthy();
  expect(all.screen.queryByText('Ada')).toBeNull();
  all.hub.command('session/configure', { fairness: { balancedGroup: 'first-time' } });
  all.settle();
  expect(all.screen.getByText('Ada')).toBeTruthy();
});

test('in an item that calls nobody by the list its title is what stands there, and only who is on deck is named', () => {
  const all = open();
  all.hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.settle();
  expect(all.screen.getByRole('heading', { name: 'Introduction' })).toBeTruthy();
  expect(all.screen.getByText('5:00 left')).toBeTruthy();
  expect(all.screen.queryByText('Ada')).toBeNull();
  all.hub.command('queue/put-on-deck', { entryId: 'ada' });
  all.settle();
  expect(all.screen.getByText('Ada')).toBeTruthy();
  all.world.sleep(361_000);
  fireEvent(window, new Event('focus'));
  expect(all.screen.getByText('1:01 over')).toBeTruthy();
});

test('given nobody speaks, when the time of day is shown, then it is called so, and no timer; a title stands there once', () => {
  const all = open();
  const times = () => [...all.screen.container.querySelectorAll('time')].map((one) => one.parentElement);
  all.hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
  all.settle();
  expect(times().map((one) => one?.textContent)).toEqual([expect.stringMatching(/^Time of day \d\d:\d\d$/)]);
  expect(all.timer()).toBeUndefined();
  expect(all.screen.getAllByText('Introduction')).toHaveLength(1);
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: 'intro' });
  all.settle();
  expect(all.screen.getByRole('heading', { name: 'The floor is open' })).toBeTruthy();
  expect(all.screen.getAllByText('Discussion')).toHaveLength(1);
  const person = { name: 'Bob', channel: 'online' };
  all.hub.command('floor/give', { turnId: 't', person, afterTurnId: null });
  all.settle();
  expect(all.screen.queryByText(/Time of day/)).toBeNull();
  expect(times()).toHaveLength(1);
  act(() => setLanguage('zh-CN'));
  all.hub.command('floor/end', { turnId: 't' });
  all.settle();
  expect(times().map((one) => one?.textContent)).toEqual([expect.stringMatching(/^当前时间 \d\d:\d\d$/)]);
  act(() => setLanguage('en'));
});

test('between two items the list calls, and in a discussion that is not balanced too', () => {
  const all = discussing();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('agenda/edit', {
    items: all.hub.state.agenda.items.map(({ itemId, kind, title, minutes }) => ({
      itemId,
      kind,
      title,
      minutes,
      fair: false,
    })),
  });
  all.settle();
  expect(all.screen.getByText('Ada')).toBeTruthy();
});

test('when the session has ended, nobody is next', () => {
  const all = discussing();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('session/end', {});
  all.settle();
  expect(all.screen.getByRole('heading', { name: 'The session has ended' })).toBeTruthy();
  expect(all.screen.queryByText('Ada')).toBeNull();
});
