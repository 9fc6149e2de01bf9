// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

afterEach(() => void vi.useRealTimers());

function open() {
  const all = renderSession(<ConsoleView />);
  act(() => all.screen.getByRole('tab', { name: 'Log' }).click());
  const log = () => within(all.screen.getByRole('tabpanel', { name: 'Log' }));
  const lines = () =>
    log()
      .getAllByRole('listitem')
      .map((line) => line.textContent ?? '');
  /** As this screen would: so that it is ours, and the key takes it back. */
  const give = async () => {
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.settle();
    await all.user.keyboard('{Enter}');
    all.settle();
  };
  return { ...all, log, lines, give };
}

test('a line says what changed, and what was done several times stands once', async () => {
  const all = open();
  await all.give();
  await all.user.keyboard('++-');
  all.settle();
  all.hub.command('agenda/adjust', { itemId: 'talk', seconds: 300 });
  all.hub.command('session/configure', { title: 'New', fairness: { turnLimitSeconds: 90 } });
  all.settle();
  const [configured, adjusted, minus, plus] = all.lines();
  expect(configured).toContain('changed the title, the turn limit');
  expect(adjusted).toContain('+5 min for “Discussion”');
  expect(minus).toContain('−30 s for Ada');
  expect(plus).toContain('+30 s for Ada ×2');
});

test('an undo can be done again, under that name', async () => {
  const all = open();
  await all.give();
  await all.user.keyboard('u');
  all.settle();
  expect(all.hub.state.floor.turn).toBeNull();
  const [redo] = all.screen.getAllByRole('button', { name: 'Redo: gave the floor to Ada' });
  expect(redo?.textContent).toBe('RedoY');
  await all.user.click(redo as HTMLElement);
  all.settle();
  expect(all.hub.state.floor.turn?.name).toBe('Ada');
  expect(all.lines()[0]).toContain('did again: gave the floor to Ada');
  expect(all.log().getByRole('button', { name: 'Undo: did again: gave the floor to Ada' })).toBeTruthy();
});

test('the button of the last deed shows the key that does the same, on one’s own deeds alone', async () => {
  const all = open();
  const shown = () => all.screen.getAllByRole('button', { name: /^(Undo|Redo): / })[0]?.textContent;
  await all.give();
  expect(shown()).toBe('UndoU');
  await all.user.keyboard('u');
  all.settle();
  expect(shown()).toBe('RedoY');
  await all.user.keyboard('y');
  all.settle();
  expect(shown()).toBe('UndoU');
  all.hub.command('agenda/adjust', { itemId: 'talk', seconds: 300 });
  all.settle();
  expect(shown()).toBe('Undo');
});

test('a hand that goes up and a note that is taken leave the last deed in its place', async () => {
  const all = open();
  const shown = () => all.screen.getAllByRole('button', { name: /^Undo: / })[0];
  await all.give();
  const before = shown();
  expect(before?.getAttribute('aria-label')).toBe('Undo: gave the floor to Ada');
  all.hub.command('queue/join', hand('own', 'online', 'Own words').args, 'participant');
  all.hub.command(
    'notes/write',
    { noteId: 'n1', baseRevision: 0, kind: 'point', text: 'A point' },
    'rapporteur',
  );
  all.settle();
  expect(all.lines()).toHaveLength(5);
  expect(shown()).toBe(before);
});

test('what somebody did for themselves is said with the name once it is taken back, and on the button that does it', () => {
  const all = open();
  all.hub.command(
    'people/introduce',
    { name: 'Ada', channel: 'onsite' },
    'participant',
    'device-c-0123456789',
  );
  const own = { entryId: 'own', channel: 'onsite', door: 'phone', kind: 'topic' };
  all.hub.command('queue/join', own, 'participant', 'device-c-0123456789');
  all.settle();
  expect(all.lines()[0]).toContain('put themselves on the list');
  act(() => all.log().getByRole('button', { name: 'Undo: put Ada on the list' }).click());
  all.settle();
  expect(all.lines()[0]).toContain('took back: put Ada on the list');
  act(() => all.log().getByRole('button', { name: 'Undo: introduced Ada' }).click());
  all.settle();
  expect(all.lines()[0]).toContain('took back: introduced Ada');
});

test('what cannot be undone has no button for it', () => {
  const all = open();
  all.hub.command('invites/issue', { inviteId: 'x', roles: ['display'] });
  all.settle();
  expect(all.lines()[0]).toContain('issued an invitation');
  expect(all.screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
});

test('a name is isolated from the words around it', async () => {
  const all = open();
  await all.give();
  expect([...all.screen.container.querySelectorAll('p bdi')].map((name) => name.textContent)).toContain(
    'Ada',
  );
});

test('a refusal goes by itself, and with the next thing that succeeds', () => {
  vi.useFakeTimers();
  const all = renderSession(<StaffView />);
  const refuse = () => act(() => void all.session.submit({ name: 'floor/end', args: { turnId: 'none' } }));
  const isShown = () => all.screen.queryByText('Nobody has the floor any more.') !== null;
  refuse();
  expect(isShown()).toBe(true);
  const wait = (ms: number) => {
    all.world.nowMs += ms;
    act(() => void vi.advanceTimersByTime(ms));
  };
  wait(7_000);
  expect(isShown()).toBe(true);
  wait(1_500);
  expect(isShown()).toBe(false);
  refuse();
  act(() => void all.session.submit({ name: 'session/start', args: {} }));
  expect(isShown()).toBe(false);
});

test('the tab says which session and which view', () => {
  const all = renderSession(<StaffView />);
  expect(document.title).toBe('WS #377 – Console – Evenfloor');
  all.screen.unmount();
});

test('what ends the session or stops it in the middle of a turn says that, and not what came of the turn', async () => {
  const all = open();
  all.hub.command('session/start', {});
  await all.give();
  all.hub.command('session/pause', {});
  all.hub.command('session/resume', {});
  all.hub.command('session/end', {});
  all.settle();
  const [ended, resumed, paused] = all.lines();
  expect(ended).toContain('ended the session');
  expect(resumed).toContain('resumed the session');
  expect(paused).toContain('stopped the session');
  expect(all.screen.queryByRole('region', { name: 'Suggested next' })).toBeNull();
  expect(all.screen.queryByText(/Call the suggested speaker|more turns fit/)).toBeNull();
});

test('what somebody did to themselves does not say the name twice', async () => {
  const all = open();
  all.hub.command('people/introduce', { name: 'Zoë', channel: 'online' }, 'participant');
  const own = { entryId: 'e1', channel: 'online', door: 'phone', kind: 'topic' };
  all.hub.command('queue/join', own, 'participant');
  all.settle();
  const [joined, introduced] = all.lines();
  expect(introduced).toMatch(/^Zoë.*introduced themselvesUndo/);
  expect(joined).toMatch(/^Zoë.*put themselves on the list/);
});

test('who changes name or side on the own page is said to do so, whatever the name was before', () => {
  const all = open();
  const introduce = (name: string, channel: string) =>
    all.hub.command('people/introduce', { name, channel }, 'participant');
  introduce('Zoë', 'online');
  const own = { entryId: 'e1', channel: 'online', door: 'phone', kind: 'topic' };
  all.hub.command('queue/join', own, 'participant');
  introduce('Zoë M.', 'online');
  introduce('Zoë M.', 'onsite');
  all.settle();
  const [moved, renamed, joined, introduced] = all.lines();
  expect(moved).toContain('moved themselves to the room, which took the hand down');
  expect(renamed).toContain('renamed themselves from Zoë to Zoë M.');
  expect(joined).toContain('put themselves on the list');
  expect(introduced).toContain('introduced themselves');
  all.hub.command('people/update', { personId: 'direct-participant', name: 'Zoe' });
  all.settle();
  expect(all.lines()[0]).toContain('renamed Zoë M. to Zoe');
  act(() => setLanguage('zh-CN'));
  expect(all.screen.getByText('把 自己 改为会场，举手随之放下')).toBeTruthy();
  act(() => setLanguage('en'));
});

test('who answers on the own page that all is ready is said to answer', () => {
  const all = open();
  all.hub.command('people/introduce', { name: 'Zoë', channel: 'online' }, 'participant');
  all.hub.command('queue/join', { ...hand('e1', 'online').args, name: undefined }, 'participant');
  all.hub.command('queue/put-on-deck', { entryId: 'e1' });
  all.hub.command('floor/ready', { entryId: 'e1', readiness: 'ready' }, 'participant');
  all.settle();
  expect(all.lines()[0]).toContain('answered: is ready');
  all.hub.command('floor/ready', { entryId: 'e1', readiness: 'no-microphone' });
  all.settle();
  expect(all.lines()[0]).toContain('noted that Zoë has no microphone');
});
