// @vitest-environment jsdom
import { act, fireEvent, render, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { navigation } from '../../../renderer/hooks/navigate.ts';
import { HomeView } from '../../../renderer/views/HomeView.tsx';
import { planSchema } from '../../../shared/plan.ts';
import { fakeShell, reset } from '../support/render-view.tsx';

const HOST = 'http://127.0.0.1:7377/#s.host.mac';
const OPENED = { sessionId: 's', title: 'T', invites: { host: HOST } };
const PLAN = planSchema.parse({ format: 'evenfloor.plan', v: 1, title: 'From a file' });

let went: string[] = [];

beforeEach(() => {
  reset();
  went = [];
  vi.spyOn(navigation, 'go').mockImplementation((address) => void went.push(address));
});

async function open(shell?: ShellApi) {
  Object.defineProperty(window, 'evenfloor', { value: shell, configurable: true });
  const screen = render(<HomeView />);
  await act(async () => undefined);
  return { screen, user: userEvent.setup() };
}

test('a template begins a session, which opens at its plan', async () => {
  const create = vi.fn(async () => OPENED);
  const { screen, user } = await open(fakeShell({ sessions: { create } }));
  screen.getByRole('button', { name: /Round table/ }).focus();
  await user.keyboard('{Enter}');
  expect(create).toHaveBeenCalledWith(expect.objectContaining({ title: 'Round table', minutes: 60 }));
  expect(went).toEqual(['http://127.0.0.1:7377/?view=plan#s.host.mac']);
});

test('a file is read by the picker and becomes a session', async () => {
  const create = vi.fn(async () => OPENED);
  const pick = async () => ({ fileName: 'a.txt', plan: PLAN });
  const { screen, user } = await open(fakeShell({ sessions: { create }, plans: { pick } }));
  await user.click(screen.getByRole('button', { name: 'Choose a file' }));
  expect(create).toHaveBeenCalledWith(PLAN);
});

test('a file that cannot be read is told beside the drop zone, and another may be dropped', async () => {
  const params = { fileName: 'film.mp4', offset: 3 };
  const read = vi.fn(() => Promise.reject({ about: 'plan', code: 'binary', params, message: 'raw' }));
  const { screen } = await open(fakeShell({ plans: { read } }));
  const zone = screen.getByRole('group', { name: 'From a file' });
  const file = new File(['x'], 'film.mp4');
  await act(async () => {
    fireEvent.drop(zone, { dataTransfer: { files: [file] } });
  });
  expect(await screen.findByText(/“film.mp4” is not a text file/)).toBeTruthy();
  expect(read).toHaveBeenCalledWith('film.mp4', expect.any(Uint8Array));
  expect(screen.getByRole('button', { name: 'Choose a file' }).getAttribute('aria-disabled')).toBeNull();
  expect(went).toEqual([]);
});

test('several files at once, and one that is too large, are refused before they are read', async () => {
  const { screen } = await open(fakeShell({}));
  const zone = screen.getByRole('group', { name: 'From a file' });
  const files = [new File(['x'], 'a.txt'), new File(['y'], 'b.txt')];
  fireEvent.drop(zone, { dataTransfer: { files } });
  expect(screen.getByText('Drop one file at a time.')).toBeTruthy();
  fireEvent.drop(zone, { dataTransfer: { files: [new File([new Uint8Array(3_000_000)], 'big.txt')] } });
  expect(screen.getByText(/larger than 2 MB/)).toBeTruthy();
});

test('recent sessions say when and in what state, and one that cannot be opened says why', async () => {
  const base = { createdAtMs: 1, startedAtMs: null, endedAtMs: null };
  const list = async () => [
    { ...base, sessionId: 'a', title: 'Old', startedAtMs: 5, endedAtMs: 5_580_005 },
    { ...base, sessionId: 'b', title: 'Now', startedAtMs: 6_000_000 },
  ];
  const openSession = vi.fn(async () => OPENED);
  const { screen, user } = await open(fakeShell({ sessions: { list, open: openSession } }));
  const rows = screen.getAllByRole('button', { name: /Old|Now/ });
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Now.*running$/),
    expect.stringMatching(/^Old.* · 93 min ended$/),
  ]);
  await user.click(rows[0] as HTMLElement);
  expect(went).toEqual([HOST]);
  openSession.mockRejectedValueOnce(new Error('It is open in another Evenfloor.'));
  await user.click(rows[1] as HTMLElement);
  expect(screen.getByText('It is open in another Evenfloor.')).toBeTruthy();
});

test('[Y2] a session file is taken in by the picker, and its new links are spoken of; the old ones are not followed', async () => {
  const asOfMs = new Date(2026, 10, 27, 14, 5).getTime();
  const restore = vi.fn(async () => ({ ...OPENED, title: 'Saved', asOfMs }));
  const list = vi.fn(async () => []);
  const { screen, user } = await open(fakeShell({ sessions: { restore, list } }));
  await user.click(screen.getByRole('button', { name: 'Open a session file' }));
  const taken = await screen.findByRole('region', { name: 'A session was taken in' });
  expect(taken.textContent).toContain('“Saved” is on this computer as it was at Nov 27, 2026, 2:05 PM.');
  expect(taken.textContent).toContain('hand out the new ones under Invitations');
  await waitFor(() => expect(list).toHaveBeenCalledTimes(2));
  await user.click(screen.getByRole('button', { name: 'Open it' }));
  expect(went).toEqual([HOST]);
});

test('[Y4] a session file that is dropped is taken in, and one that cannot be is told', async () => {
  const restoreBytes = vi.fn(() => Promise.reject({ about: 'store', code: 'log-newer', message: 'raw' }));
  const { screen } = await open(fakeShell({ sessions: { restoreBytes } }));
  const zone = screen.getByRole('group', { name: 'From a file' });
  const drop = (file: File) =>
    act(async () => void fireEvent.drop(zone, { dataTransfer: { files: [file] } }));
  await drop(new File(['bytes'], 'a.evenfloor'));
  expect(await screen.findByText(/was written by a newer Evenfloor/)).toBeTruthy();
  expect(restoreBytes).toHaveBeenCalledWith('a.evenfloor', expect.any(Uint8Array));
  const film = new File(['x'], 'film.evenfloor');
  Object.defineProperty(film, 'size', { value: 70_000_000 });
  await drop(film);
  expect(screen.getByText('“film.evenfloor” is larger than 64 MB and cannot be a session.')).toBeTruthy();
  expect(restoreBytes).toHaveBeenCalledTimes(1);
});

test('in the app, a link of another hub stays on this page and names that hub', async () => {
  const { screen, user } = await open(fakeShell({}));
  const link = 'http://192.168.1.5:7377/#s.i.m';
  await user.type(screen.getByLabelText('Invitation link or code'), `${link}{Enter}`);
  expect(went).toEqual([`${location.origin}/?hub=http%3A%2F%2F192.168.1.5%3A7377#s.i.m`]);
});

test('[V3] a code is taken in the same field; the app, which stays at its own hub, takes that one’s alone', async () => {
  const browser = await open();
  await browser.user.type(browser.screen.getByLabelText('Invitation link or code'), 'abcd-2345{Enter}');
  expect(went).toEqual([`${location.origin}/j/abcd2345`]);
  browser.screen.unmount();
  const app = await open(fakeShell({}));
  const field = app.screen.getByLabelText('Invitation link or code');
  await app.user.type(field, 'http://192.168.1.5:7377/j/ABCD2345{Enter}');
  expect(app.screen.getByText(/is opened in a browser/)).toBeTruthy();
  await app.user.clear(field);
  await app.user.type(field, 'ABCD2345{Enter}');
  expect(went.slice(1)).toEqual([`${location.origin}/j/ABCD2345`]);
});

test('a browser follows the link, says what is none, and how to begin a session', async () => {
  const { screen, user } = await open();
  const field = screen.getByLabelText('Invitation link or code');
  await user.type(field, 'https://example.org/{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('no invitation');
  expect(went).toEqual([]);
  await user.clear(field);
  await user.type(field, 'http://192.168.1.5:7377/#s.i.m{Enter}');
  expect(went).toEqual(['http://192.168.1.5:7377/#s.i.m']);
  expect(screen.getByText('npm run hub -- --plan FILE')).toBeTruthy();
  expect(screen.queryByText('New session')).toBeNull();
});

test('it speaks Chinese', async () => {
  reset('zh-CN');
  const { screen } = await open(fakeShell({}));
  expect(screen.getByRole('heading', { name: '新建会议' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /圆桌会议/ })).toBeTruthy();
});

test('a link that was cut short is told, and stands in the field to be mended', async () => {
  history.replaceState(null, '', '/#s.i');
  const { screen } = await open();
  const field = screen.getByRole('textbox', { name: 'Invitation link or code' }) as HTMLInputElement;
  expect(field.value).toMatch(/#s\.i$/);
  expect(screen.getByRole('alert').textContent).toContain('incomplete or was mistyped');
  history.replaceState(null, '', '/');
});
