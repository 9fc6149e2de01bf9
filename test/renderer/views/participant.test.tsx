// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import type { Language } from '../../../shared/words/languages.ts';
import { hand } from '../support/client.ts';
import { renderView } from '../support/render-view.tsx';

const PLAN = {
  title: 'Digital governance',
  code: 'WS #377',
  agenda: [{ itemId: 'talk', kind: 'discussion' as const, title: 'Discussion', minutes: 40 }],
};

function open(language: Language = 'en') {
  const all = renderView(<ParticipantView />, { roles: 'participant', plan: PLAN, language });
  const own = () =>
    all.hub.state.queue.entries.find((entry) => entry.personId === 'person-device-a-0123456789');
  const button = (name: string) => all.screen.getByRole('button', { name });
  return { ...all, own, button };
}

async function introduced() {
  const all = open();
  await all.user.type(all.screen.getByLabelText('Your name'), 'Ada{Enter}');
  all.settle();
  return all;
}

/** While those who wait are called. */
function discuss(all: ReturnType<typeof open>) {
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.settle();
}

async function raised() {
  const all = await introduced();
  discuss(all);
  await all.user.click(all.button('Raise hand'));
  all.settle();
  return all;
}

test('a name and a side come first, then the hand, by keyboard alone', async () => {
  const all = open();
  expect(all.screen.queryByRole('button', { name: 'Raise hand' })).toBeNull();
  await all.user.type(all.screen.getByLabelText('Your name'), 'Ada');
  await all.user.tab();
  await all.user.keyboard('{ArrowRight}');
  await all.user.type(all.screen.getByLabelText('Your name'), '{Enter}');
  all.settle();
  expect(all.hub.state.people).toMatchObject([{ name: 'Ada', channel: 'online', self: true }]);
  await all.user.type(all.screen.getByLabelText('What about? (optional)'), 'GPU reuse{Enter}');
  all.settle();
  expect(all.own()).toMatchObject({ name: 'Ada', channel: 'online', door: 'web', topic: 'GPU reuse' });
  expect(all.screen.getByText('Your hand is up')).toBeTruthy();
});

test('[B13] a group is asked for only where it is balanced, and may be left empty', async () => {
  expect(open().screen.queryByLabelText(/optional\)/)).toBeNull();
  const all = open();
  all.hub.command('session/configure', { fairness: { balancedGroup: 'region', windowSeconds: 180 } });
  all.settle();
  await all.user.type(all.screen.getByLabelText('Your region (optional)'), 'African Group');
  await all.user.type(all.screen.getByLabelText('Your name'), 'Ada{Enter}');
  all.settle();
  expect(all.hub.state.people).toMatchObject([{ name: 'Ada', groups: { region: 'African Group' } }]);
  const silent = open();
  silent.hub.command('session/configure', { fairness: { balancedGroup: 'gender', windowSeconds: 180 } });
  silent.settle();
  await silent.user.type(silent.screen.getByLabelText('Your name'), 'Bo{Enter}');
  silent.settle();
  expect(silent.hub.state.people[0]).not.toHaveProperty('groups');
});

test('by keyboard the focus goes on: to the own name, the raised hand, and back', async () => {
  const all = open();
  const focused = () => [document.activeElement?.tagName, document.activeElement?.textContent];
  await all.user.type(all.screen.getByLabelText('Your name'), 'Ada{Enter}');
  all.settle();
  await expect.poll(focused).toEqual(['P', expect.stringContaining('Ada')]);
  all.button('Raise hand').focus();
  await all.user.keyboard('{Enter}');
  all.settle();
  await expect.poll(focused).toEqual(['H2', expect.stringContaining('Your hand is up')]);
  all.button('Lower hand').focus();
  await all.user.keyboard('{Enter}');
  all.settle();
  await expect.poll(() => document.activeElement).toBe(all.screen.getByRole('form', { name: 'Raise hand' }));
});

test('without a name it says what is missing', async () => {
  const all = open();
  await all.user.click(all.button('Continue'));
  expect(all.screen.getByRole('alert').textContent).toContain('give a name');
  expect(all.hub.state.people).toEqual([]);
});

test('the place is among the own side, and says that the other side may come first', async () => {
  const all = await introduced();
  discuss(all);
  all.hub.command('queue/join', hand('bob', 'onsite', 'Bob').args);
  all.hub.command('queue/join', hand('eve', 'online', 'Eve').args);
  all.settle();
  await all.user.click(all.button('Raise hand'));
  all.settle();
  expect(all.screen.getByText('You’re 2nd of 2 in the room')).toBeTruthy();
  expect(all.screen.getByText(/In about 4 minutes.*someone online called first/)).toBeTruthy();
});

test('before those who wait are called, a hand has its place and no more, unless it was told to get ready', async () => {
  const all = await introduced();
  await all.user.click(all.button('Raise hand'));
  all.settle();
  expect(all.screen.getByText('You’re 1st of 1 in the room')).toBeTruthy();
  expect(all.screen.queryByText(/In about|In less than/)).toBeNull();
  all.hub.command('queue/put-on-deck', { entryId: all.own()?.entryId });
  all.settle();
  expect(all.screen.getByText('You are next: get ready')).toBeTruthy();
});

test('a hand that this part may be too short for is told so, and no minute after its end', async () => {
  const all = await introduced();
  discuss(all);
  for (let i = 0; i < 30; i += 1) all.hub.command('queue/join', hand(`e${i}`, 'onsite', `Guest ${i}`).args);
  await all.user.click(all.button('Raise hand'));
  all.settle();
  expect(all.screen.getByText(/may end before your turn/)).toBeTruthy();
  expect(all.screen.queryByText(/In about/)).toBeNull();
});

test('a hand that the moderators take down is said to be down, until it is up again; one’s own doing is not', async () => {
  const all = await raised();
  const said = () => all.screen.queryByText(/taken down by the moderators/);
  all.hub.command('queue/leave', { entryId: all.own()?.entryId });
  all.settle();
  expect(said()).toBeTruthy();
  await all.user.click(all.button('Raise hand'));
  all.settle();
  expect(said()).toBeNull();
  await all.user.click(all.button('Lower hand'));
  all.settle();
  expect(said()).toBeNull();
  await all.user.click(all.button('Raise hand'));
  all.settle();
  all.hub.command('queue/put-on-deck', { entryId: all.own()?.entryId });
  all.settle();
  all.hub.command('queue/leave', { entryId: all.own()?.entryId });
  all.settle();
  expect(said()).toBeTruthy();
  await all.user.click(all.button('Raise hand'));
  all.settle();
  all.hub.command('floor/give', { turnId: 't1', entryId: all.own()?.entryId, afterTurnId: null });
  all.settle();
  all.hub.command('floor/end', { turnId: 't1' });
  all.settle();
  expect(said()).toBeNull();
});

test('[R5] where declared groups are balanced, the phone does not know who is next, and says so', async () => {
  const all = await raised();
  expect(all.screen.queryByText(/order inside a side may change/)).toBeNull();
  all.hub.command('session/configure', { fairness: { balancedGroup: 'region', windowSeconds: 180 } });
  all.settle();
  expect(all.screen.queryByText('You are likely to be called next')).toBeNull();
  expect(all.screen.getByText('You’re 1st of 1 in the room')).toBeTruthy();
  expect(all.screen.getByText(/order inside a side may change/)).toBeTruthy();
  all.hub.command('queue/put-on-deck', { entryId: all.own()?.entryId });
  all.settle();
  expect(all.screen.getByText('You are next: get ready')).toBeTruthy();
});

test('a hand on hold keeps its place, and can be lowered', async () => {
  const all = await raised();
  expect(all.screen.getByText('You are likely to be called next')).toBeTruthy();
  all.hub.command('queue/hold', { entryId: all.own()?.entryId });
  all.settle();
  expect(all.screen.getByText('Your hand is on hold')).toBeTruthy();
  await all.user.click(all.button('Lower hand'));
  all.settle();
  expect(all.own()).toBeUndefined();
  expect(all.button('Raise hand')).toBeTruthy();
});

test('a line that is back says in a live region that the place was kept, for a while', async () => {
  const all = await introduced();
  for (const name of ['bob', 'eve']) all.hub.command('queue/join', hand(name, 'onsite', name).args);
  await all.user.click(all.button('Raise hand'));
  all.settle();
  const said = () => all.screen.queryByText(/You kept your place/);
  expect(said()).toBeNull();
  const away = () => {
    act(() => all.world.line.cut());
    expect(said()).toBeNull();
    act(() => all.world.wake());
    all.settle();
  };
  away();
  expect(said()?.textContent).toBe('You kept your place: 3rd');
  expect(said()?.closest('[role="status"]')).toBeTruthy();
  all.world.sleep(20_000);
  fireEvent(window, new Event('focus'));
  all.settle();
  expect(said()).toBeNull();
  all.hub.command('queue/hold', { entryId: all.own()?.entryId });
  away();
  expect(said()?.textContent).toBe('You kept your place');
  expect(all.screen.getByText('Your hand is on hold')).toBeTruthy();
  act(() => setLanguage('zh-CN'));
  expect(all.screen.getByText('您的位置一直保留着')).toBeTruthy();
});

test('a hand that was called or taken down while the line was lost is not said to be kept', async () => {
  const all = await raised();
  act(() => all.world.line.cut());
  all.hub.command('queue/leave', { entryId: all.own()?.entryId });
  act(() => all.world.wake());
  all.settle();
  expect(all.screen.queryByText(/You kept your place/)).toBeNull();
});

test('a closed list says so; a point of order is still taken', async () => {
  const all = await introduced();
  all.hub.command('queue/close', {});
  all.settle();
  expect(all.button('Raise hand').getAttribute('aria-disabled')).toBe('true');
  expect(all.screen.getByText(/list of speakers is closed/)).toBeTruthy();
  await all.user.click(all.button('Point of order'));
  await all.user.click(all.button('Yes, it is'));
  all.settle();
  expect(all.own()?.kind).toBe('point-of-order');
});

test('told to get ready, one answers', async () => {
  const all = await raised();
  all.hub.command('queue/put-on-deck', { entryId: all.own()?.entryId });
  all.settle();
  expect(all.screen.getByRole('alert').textContent).toBe('You are next: get ready');
  await all.user.click(all.button('No microphone'));
  all.settle();
  expect(all.own()?.readiness).toBe('no-microphone');
  expect(all.button('No microphone').getAttribute('aria-pressed')).toBe('true');
});

test('merged into a record of the roster, the page goes on as that person’s', async () => {
  const all = await introduced();
  all.hub.command('people/add', { personId: 'ada', name: 'Ada Obi', channel: 'online', panel: true });
  all.hub.command('people/merge', { personId: 'ada', otherPersonId: 'person-device-a-0123456789' });
  all.settle();
  expect(all.screen.queryByText('Who are you?')).toBeNull();
  await all.user.click(all.button('Raise hand'));
  all.settle();
  const [entry] = all.hub.state.queue.entries;
  expect(entry).toMatchObject({ personId: 'ada', name: 'Ada Obi' });
  expect(all.screen.getByText('Your hand is up')).toBeTruthy();
  all.hub.command('queue/put-on-deck', { entryId: entry?.entryId });
  all.settle();
  await all.user.click(all.button('I’m ready'));
  all.settle();
  expect(all.hub.state.queue.entries[0]?.readiness).toBe('ready');
});

test('not ready keeps the place, and one press says ready again', async () => {
  const all = await raised();
  all.hub.command('queue/put-on-deck', { entryId: all.own()?.entryId });
  all.settle();
  await all.user.click(all.button('Not ready'));
  all.settle();
  expect(all.hub.state.queue.onDeck).toEqual([]);
  expect(all.screen.getByText('You keep your place')).toBeTruthy();
  await all.user.click(all.button('I’m ready'));
  all.settle();
  expect(all.own()).not.toHaveProperty('held');
  expect(all.screen.getByText('You are likely to be called next')).toBeTruthy();
});

test('changing sides with a hand up is asked about, since it takes the hand down', async () => {
  const all = await raised();
  await all.user.click(all.screen.getByRole('radio', { name: /online/ }));
  expect(all.own()).toBeDefined();
  await all.user.click(all.button('Change sides'));
  all.settle();
  expect(all.own()).toBeUndefined();
  expect(all.hub.state.people[0]?.channel).toBe('online');
});

test('who speaks is shown with the clock, oneself in other words', async () => {
  const all = await raised();
  const entryId = all.own()?.entryId;
  all.hub.command('floor/give', {
    turnId: 't1',
    person: { name: 'Bob', channel: 'online' },
    afterTurnId: null,
  });
  all.settle();
  expect(all.screen.getByText('Bob')).toBeTruthy();
  expect(all.screen.getByRole('timer', { name: 'Time left: 2:00' })).toBeTruthy();
  all.hub.command('floor/give', { turnId: 't2', entryId, afterTurnId: 't1' });
  all.settle();
  expect(all.screen.getByText('You have the floor')).toBeTruthy();
});

test('what the hub refuses is said', async () => {
  const all = await introduced();
  all.hub.refuse = () => 'people/side-locked';
  await all.user.click(all.screen.getByRole('radio', { name: /online/ }));
  all.settle();
  expect(all.screen.getByText(/moderators have set your side/)).toBeTruthy();
});

test('the end of the session thanks, and offers nothing that cannot be done', async () => {
  const all = await introduced();
  all.hub.command('session/start', {});
  all.settle();
  expect(all.screen.getByText('Nobody has the floor')).toBeTruthy();
  all.hub.command('session/end', {});
  all.settle();
  expect(all.screen.getByText(/Thank you for taking part/)).toBeTruthy();
  expect(all.screen.queryByText('Nobody has the floor')).toBeNull();
  expect(all.screen.queryByRole('button', { name: 'Raise hand' })).toBeNull();
});

test('it speaks Chinese', () => {
  const all = open('zh-CN');
  expect(all.screen.getByRole('heading', { name: '您是哪位？' })).toBeTruthy();
  expect(all.screen.getByText('我在现场')).toBeTruthy();
});

test('[P5] merged into the record that staff wrote, the own phone goes on under it: hand, side, floor', async () => {
  const all = await raised();
  all.hub.command('people/add', { personId: 'ada', name: 'Ada Lovelace', channel: 'onsite' });
  const device = 'person-device-a-0123456789';
  all.hub.command('people/merge', { personId: 'ada', otherPersonId: device });
  all.settle();
  expect(all.screen.getByText('Ada Lovelace', { exact: false })).toBeTruthy();
  await all.user.click(all.button('Lower hand'));
  all.settle();
  expect(all.hub.state.queue.entries).toEqual([]);
  await all.user.click(all.button('Raise hand'));
  all.settle();
  expect(all.hub.state.queue.entries).toMatchObject([{ personId: 'ada', name: 'Ada Lovelace' }]);
  expect(all.screen.getByText('Your hand is up')).toBeTruthy();
  const entryId = all.hub.state.queue.entries[0]?.entryId;
  all.hub.command('floor/give', { turnId: 't1', entryId, afterTurnId: null });
  all.settle();
  expect(all.screen.getByText('You have the floor')).toBeTruthy();
});
