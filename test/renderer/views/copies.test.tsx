// @vitest-environment jsdom
import { act } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { navigation } from '../../../renderer/hooks/navigate.ts';
import { CopyOffer, KeptCopyCard } from '../../../renderer/panels/trouble/KeptCopy.tsx';
import { COPY_CHECK_MS, COPY_INTERVAL_MS, COPY_OFFER_MS } from '../../../shared/lib/limits.ts';
import { fakeShell, renderView } from '../support/render-view.tsx';

const FILE = 'WS-377-2026-11-27-1405.evenfloor';
let asked: string[] = [];
let answer: () => Response;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  asked = [];
  answer = () =>
    new Response(new Uint8Array(312_000), {
      headers: { 'content-disposition': `attachment; filename="x"; filename*=UTF-8''${FILE}` },
    });
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Object.defineProperty(window, 'evenfloor', { value: undefined, configurable: true });
  history.replaceState(null, '', '/');
});

function open(roles = 'onsite-moderator', language: 'en' | 'zh-CN' = 'en') {
  const all = renderView(
    <>
      <CopyOffer />
      <KeptCopyCard />
    </>,
    { roles, language },
  );
  const goBy = async (ms: number) => {
    all.world.advance(ms);
    all.world.settle();
    await act(() => vi.advanceTimersByTimeAsync(ms));
  };
  const card = () => all.screen.queryByRole('region', { name: 'Copy on this device' });
  const offer = () => all.screen.queryByRole('region', { name: 'The copy of the session' });
  const press = (name: string) => act(async () => all.screen.getByRole('button', { name }).click());
  return { ...all, goBy, card, offer, press };
}

test('[Y6] given a moderator’s page, when time goes by, then a copy is kept at first, each hour in which something changed, and at the end', async () => {
  const all = open();
  expect(all.card()?.textContent).toContain('There is none yet');
  await all.goBy(COPY_CHECK_MS);
  expect(asked).toEqual(['/api/v1/session.evenfloor']);
  expect(all.card()?.textContent).toMatch(/From \d\d:\d\d \(312 KB\)\./);
  await all.goBy(COPY_INTERVAL_MS + COPY_CHECK_MS);
  expect(asked).toHaveLength(1);
  all.hub.command('session/start', {});
  await all.goBy(COPY_CHECK_MS);
  expect(asked).toHaveLength(2);
  all.hub.command('queue/close', {});
  await all.goBy(COPY_INTERVAL_MS / 2);
  expect(asked).toHaveLength(2);
  all.hub.command('session/end', {});
  await all.goBy(COPY_CHECK_MS);
  expect(asked).toHaveLength(3);
});

test.each(['rapporteur', 'liaison'])(
  '[Y6] given the page of a %s, when time goes by, then it keeps none',
  async (role) => {
    const all = open(role);
    await all.goBy(COPY_CHECK_MS * 3);
    expect([asked, all.card()]).toEqual([[], null]);
  },
);

test('[Y6] given the hub gives none, when it is asked, then that is said, and tried again after a minute, or by hand', async () => {
  const all = open('host');
  answer = () => Response.json({ message: 'no' }, { status: 503 });
  await all.goBy(COPY_CHECK_MS * 2);
  expect(asked).toHaveLength(1);
  expect(all.card()?.textContent).toContain('tried again every minute');
  answer = () => new Response(new Uint8Array(2_400_000));
  await all.press('Copy now');
  expect(all.card()?.textContent).toContain('(2.4 MB)');
  expect(all.card()?.textContent).not.toContain('tried again');
});

test('[Y6] given the hub is gone, when it has been away for long, then the copy is offered; not before, and not once it is back', async () => {
  const all = open();
  await all.goBy(COPY_CHECK_MS);
  const { onConnect } = all.world;
  all.world.onConnect = () => undefined;
  act(() => all.world.line.cut());
  await all.goBy(COPY_OFFER_MS - 1_000);
  expect(all.offer()).toBeNull();
  await all.goBy(1_000);
  expect(all.offer()?.textContent).toMatch(/does not answer\. This device has a copy from \d\d:\d\d/);
  expect(all.screen.queryByRole('button', { name: 'Copy now' })).toBeNull();
  expect(all.screen.queryByRole('button', { name: 'Open on this computer' })).toBeNull();
  all.world.onConnect = onConnect;
  await all.goBy(COPY_OFFER_MS);
  expect(all.offer()).toBeNull();
});

test('[Y6] given a copy is offered, when the page is checked, then axe has nothing to say', async () => {
  const all = open();
  await all.goBy(COPY_CHECK_MS);
  act(() => all.world.line.cut(4404));
  expect(all.offer()).not.toBeNull();
  vi.useRealTimers();
  const found = await axe.run(all.screen.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
});

test('[Y6] given the hub comes back without the session, when it says so, then the copy is offered at once; when the door was shut, never', async () => {
  for (const [code, isOffered] of [
    [4404, true],
    [4403, false],
  ] as const) {
    const all = open();
    await all.goBy(COPY_CHECK_MS);
    act(() => all.world.line.cut(code));
    expect(all.offer() !== null).toBe(isOffered);
    await all.goBy(COPY_OFFER_MS);
    expect(all.offer() !== null).toBe(isOffered);
  }
});

test('[Y6] given the app at another hub, when a copy is due, then the app fetches it, saves it, and opens it here in one press', async () => {
  history.replaceState(null, '', '/?hub=http%3A%2F%2F192.168.1.5%3A7377#s.host.mac');
  const went: string[] = [];
  vi.spyOn(navigation, 'go').mockImplementation((address) => void went.push(address));
  const bytes = new Uint8Array(9_000);
  const fetchCopy = vi.fn(async () => ({ disposition: `attachment; filename*=UTF-8''${FILE}`, bytes }));
  const invites = { host: 'http://127.0.0.1:7377/#s.host.new' };
  const restoreBytes = vi.fn(async () => ({ sessionId: 's', title: 'T', invites, asOfMs: 5 }));
  const save = vi.fn(async () => true);
  const shell = fakeShell({ sessions: { fetch: fetchCopy, restoreBytes }, plans: { save } });
  Object.defineProperty(window, 'evenfloor', { value: shell, configurable: true });
  const all = open('host');
  await all.goBy(COPY_CHECK_MS);
  expect(fetchCopy).toHaveBeenCalledWith('http://192.168.1.5:7377/#s.host.mac');
  await all.press('Save the copy');
  expect(save).toHaveBeenCalledWith(FILE, bytes);
  await all.press('Open on this computer');
  expect(restoreBytes).toHaveBeenCalledWith(FILE, bytes);
  expect(went).toEqual(['http://127.0.0.1:7377/?view=invitations#s.host.new']);
  restoreBytes.mockRejectedValueOnce({ about: 'store', code: 'cannot-write', message: 'raw' } as never);
  await all.press('Open on this computer');
  expect(all.card()?.textContent).toContain('Is the disk full');
});

test('[Y6] it speaks Chinese', async () => {
  const all = open('host', 'zh-CN');
  await all.goBy(COPY_CHECK_MS);
  expect(all.screen.getByRole('region', { name: '本设备上的副本' }).textContent).toMatch(
    /保存于 \d\d:\d\d（312 KB）/,
  );
});
