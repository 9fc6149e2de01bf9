// @vitest-environment jsdom
import { act } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { navigation } from '../../../renderer/hooks/navigate.ts';
import { DiskBanner } from '../../../renderer/panels/trouble/DiskBanner.tsx';
import { fakeShell, type Given, renderView } from '../support/render-view.tsx';

const FILE = 'WS-377-2026-11-27-1405.evenfloor';
const BYTES = new Uint8Array(9_000);
let answer: () => Response;

beforeEach(() => {
  answer = () =>
    new Response(BYTES, { headers: { 'content-disposition': `attachment; filename*=UTF-8''${FILE}` } });
  vi.stubGlobal('fetch', async () => answer());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Object.defineProperty(window, 'evenfloor', { value: undefined, configurable: true });
});

/** The banner, at the moment when the line has been cut. */
async function cut(given: Given = {}) {
  const all = renderView(<DiskBanner />, given);
  await act(async () => {
    all.hub.tell({ type: 'presence', count: 1, cannotWrite: true, lineCut: true });
    all.world.settle();
  });
  const press = (name: string) => act(async () => all.screen.getByRole('button', { name }).click());
  return { ...all, press };
}

function atHome(goAlone: ReturnType<typeof vi.fn>) {
  const shell = fakeShell({ sessions: { goAlone: goAlone as never } });
  Object.defineProperty(window, 'evenfloor', { value: shell, configurable: true });
}

test('[M24] given the line to the cluster is cut, when the staff looks, then it is told so and not of a disk, until the line is back', async () => {
  const { hub, settle, screen } = await cut({ roles: 'rapporteur' });
  expect(screen.getByRole('alert').textContent).toContain('line to the cluster is cut');
  expect(screen.queryByText(/disk/)).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
  hub.tell({ type: 'presence', count: 1 });
  settle();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[M24] given a browser, when the line is cut, then host and moderators get the newest copy to save, with what to do with it', async () => {
  const { screen } = await cut({ roles: 'online-moderator' });
  await expect.poll(() => screen.queryByText(/This device has a copy from \d\d:\d\d/)).not.toBeNull();
  expect(screen.getByText(/with a new log and new links/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save the copy' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Go on alone' })).toBeNull();
});

test('[M24] given no copy is to be had, when the line is cut, then none is offered', async () => {
  answer = () => Response.json({ message: 'no' }, { status: 503 });
  const { screen } = await cut();
  expect(screen.queryByRole('button')).toBeNull();
});

test('[M25] given the app at its own hub, when somebody goes on alone, then the copy is opened as another session, at its new links; a failure is said', async () => {
  const went: string[] = [];
  vi.spyOn(navigation, 'go').mockImplementation((address) => void went.push(address));
  const invites = { host: 'http://127.0.0.1:7377/#other.host.new' };
  const goAlone = vi.fn(async () => ({ sessionId: 'other', title: 'T', invites, asOfMs: 5 }));
  atHome(goAlone);
  const { screen, press } = await cut();
  await expect
    .poll(() => screen.queryByText(/What others do on the cluster meanwhile is not in it/))
    .not.toBeNull();
  goAlone.mockRejectedValueOnce({ about: 'store', code: 'cannot-write', message: 'raw' } as never);
  await press('Go on alone');
  await expect.poll(() => screen.queryByText(/Is the disk full/)).not.toBeNull();
  expect(went).toEqual([]);
  await press('Go on alone');
  expect(goAlone).toHaveBeenLastCalledWith(FILE, BYTES);
  await expect.poll(() => went).toEqual(['http://127.0.0.1:7377/?view=invitations#other.host.new']);
});

test('[M24] it speaks Chinese, and axe has nothing to say', async () => {
  atHome(vi.fn());
  const { screen } = await cut({ language: 'zh-CN' });
  expect(screen.getByRole('alert').textContent).toContain('连接已中断');
  await expect.poll(() => screen.queryByRole('button', { name: '独立继续' })).not.toBeNull();
  const found = await axe.run(screen.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
});
