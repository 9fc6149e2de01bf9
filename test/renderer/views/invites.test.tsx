// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { InvitesView } from '../../../renderer/views/InvitesView.tsx';
import type { Given } from '../support/render-view.tsx';
import { fakeShell, renderView } from '../support/render-view.tsx';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  location.hash = '#s.host.mac';
});

afterEach(() => {
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

/** The hub's answer: a link for every invitation that is open; the host's for the host alone. */
async function open(given: Given = {}, shell?: ShellApi, origin = 'http://127.0.0.1:7377') {
  Object.defineProperty(window, 'evenfloor', { value: shell, configurable: true });
  const isHost = (given.roles ?? 'host') === 'host';
  fetched.mockImplementation(async () => {
    // An answer takes its time; by then there is a hub to ask.
    await new Promise((resolve) => setTimeout(resolve));
    const open = (all.hub.state.invites ?? []).filter(
      (invite) => !invite.revoked && (isHost || !invite.roles.includes('host')),
    );
    const invites = open.map((invite) => ({
      ...invite,
      url: `${origin}/#s.${invite.inviteId}.mac`,
      ...(invite.roles.includes('participant') && { shortUrl: `${origin}/j/ABCD2345` }),
    }));
    return Response.json({ invites });
  });
  const all = renderView(<InvitesView />, given);
  const settle = async () => {
    all.settle();
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  };
  await settle();
  const press = async (name: string) => {
    all.screen.getByRole('button', { name }).focus();
    await all.user.keyboard('{Enter}');
    await settle();
  };
  const link = (name: string) => (all.screen.getByLabelText(`Link for ${name}`) as HTMLInputElement).value;
  return { ...all, settle, press, link };
}

test('every invitation has its link, asked for with the own token; the participants’ has its code', async () => {
  const all = await open();
  expect(all.link('Rapporteur')).toBe('http://127.0.0.1:7377/#s.rapporteur.mac');
  expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ Authorization: 'Bearer s.host.mac' });
  expect(all.screen.getByRole('img', { name: 'QR code of the link for Participant' })).toBeTruthy();
  expect(all.screen.queryByRole('img', { name: /Host/ })).toBeNull();
  expect(all.screen.getByText('your own')).toBeTruthy();
});

test('[V3] the participants’ link alone has an address to type, on its card and on the projector; a screen’s has those of a stream', async () => {
  const all = await open();
  expect(all.screen.getAllByText(/^To type:/).map((line) => line.textContent)).toEqual([
    'To type: 127.0.0.1:7377/j/ABCD2345',
  ]);
  await all.press('Show full screen');
  expect(all.screen.getByText('127.0.0.1:7377/j/ABCD2345')).toBeTruthy();
  expect(all.link('Who speaks')).toBe('http://127.0.0.1:7377/overlay/lower-third#s.display.mac');
  expect(all.link('Data for vMix (JSON)')).toBe('http://127.0.0.1:7377/feeds/vmix.json?token=s.display.mac');
});

test('a code whose address means every phone itself says so; one of a hub that others reach does not', async () => {
  const all = await open();
  const said = () => all.screen.queryAllByText(/leads to the hub’s own computer/).length;
  expect(said()).toBe(1);
  all.screen.unmount();
  const shared = await open({}, undefined, 'https://hall.example.org');
  expect(shared.screen.getByRole('img', { name: 'QR code of the link for Participant' })).toBeTruthy();
  expect(shared.screen.queryAllByText(/leads to the hub’s own computer/)).toEqual([]);
});

test('the participants’ card comes first', async () => {
  const all = await open();
  const [first, second] = all.screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent);
  expect([first, second]).toEqual(['Participant', 'Host']);
});

test('moderators do not see the host’s link', async () => {
  const all = await open({ roles: 'onsite-moderator' });
  expect(all.screen.queryByLabelText('Link for Host')).toBeNull();
  expect(all.screen.queryByRole('checkbox', { name: 'Host' })).toBeNull();
});

test('a link is revoked after a question whose first answer is no, and issued anew', async () => {
  const all = await open();
  await all.press('Revoke the link for Liaison');
  expect(document.activeElement?.textContent).toBe('Keep it');
  await all.user.keyboard('{Escape}');
  expect(all.hub.state.invites?.some((invite) => invite.revoked)).toBe(false);
  await all.press('Revoke the link for Liaison');
  await all.press('Revoke it');
  expect(all.screen.queryByLabelText('Link for Liaison')).toBeNull();
  await all.press('Issue the link for Liaison anew');
  const [old, fresh] = (all.hub.state.invites ?? []).filter((invite) => invite.roles.includes('liaison'));
  expect(old?.revoked).toBe(true);
  expect(all.link('Liaison')).toContain(fresh?.inviteId);
});

test('replacing makes the new link before the old one ends, and warns of cutting off oneself', async () => {
  const all = await open();
  await all.press('Replace the link for Host');
  expect(all.screen.getByRole('alert').textContent).toContain('you would be disconnected too');
  await all.press('Replace it');
  const last = all.hub.log.slice(-2).map((commit) => commit.events[0]?.type);
  expect(last).toEqual(['invites/issued', 'invites/revoked']);
});

test('a new invitation may carry several roles and a name', async () => {
  const all = await open();
  const issue = within(all.screen.getByRole('form', { name: 'New invitation' }));
  expect(issue.getByRole('button').title).toBe('Choose at least one role.');
  await all.user.click(issue.getByRole('checkbox', { name: 'Rapporteur' }));
  await all.user.click(issue.getByRole('checkbox', { name: 'Liaison' }));
  await all.user.type(issue.getByLabelText('For whom (optional)'), 'Li Zhang{Enter}');
  await all.settle();
  expect(all.hub.state.invites?.at(-1)).toMatchObject({
    roles: ['rapporteur', 'liaison'],
    label: 'Li Zhang',
  });
  expect(all.link('Rapporteur + Liaison · Li Zhang')).toContain(all.hub.state.invites?.at(-1)?.inviteId);
  // It comes before the eye, and is said.
  expect(document.activeElement?.textContent).toBe('Rapporteur + Liaison · Li Zhang');
  expect(all.screen.getByText(/^The link for Rapporteur \+ Liaison · Li Zhang is made/)).toBeTruthy();
});

test('links that cannot be fetched are fetched again on request', async () => {
  const all = await open();
  fetched.mockRejectedValueOnce(new Error('offline'));
  all.hub.command('invites/issue', { inviteId: 'x', roles: ['display'] });
  await all.settle();
  expect(all.screen.getByRole('alert').textContent).toContain('could not be fetched');
  await all.press('Try again');
  expect(all.screen.queryByRole('alert')).toBeNull();
});

test('a session of another hub says where its links are', async () => {
  history.replaceState(null, '', '/?hub=http://192.168.1.5:7377#s.host.mac');
  const all = await open();
  expect(all.screen.getByText(/runs on another hub/)).toBeTruthy();
  expect(fetched).not.toHaveBeenCalled();
});

test('copying works without a clipboard object, and says so when it does not', async () => {
  const all = await open();
  vi.stubGlobal('isSecureContext', false);
  const execCommand = vi.fn(() => true);
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
  await all.press('Copy the link for Display');
  expect(execCommand).toHaveBeenCalledWith('copy');
  expect(all.screen.getByText('Copied')).toBeTruthy();
  execCommand.mockReturnValue(false);
  await all.press('Copy the link for Display');
  expect(all.screen.getByText(/press Ctrl\+C/)).toBeTruthy();
  expect((document.activeElement as HTMLInputElement).selectionEnd).toBeGreaterThan(10);
});

test('the participants’ code fills the screen', async () => {
  const all = await open();
  await all.press('Show full screen');
  const dialog = within(all.screen.getByRole('dialog'));
  expect(dialog.getByRole('img', { name: 'QR code of the link for Participant' })).toBeTruthy();
});

test('in the app, sharing warns first and then puts the network’s address into links and codes', async () => {
  const start = vi.fn(async () => ['http://192.168.1.23:7377', 'http://10.0.0.5:7377']);
  const all = await open({}, fakeShell({ sharing: { start } }));
  expect(all.screen.getByText(/strangers on a venue’s Wi-Fi/)).toBeTruthy();
  await all.press('Share on the local network');
  expect(all.link('Participant')).toBe('http://192.168.1.23:7377/#s.participant.mac');
  await all.user.selectOptions(all.screen.getByLabelText('Use in links and codes'), 'http://10.0.0.5:7377');
  expect(all.link('Participant')).toBe('http://10.0.0.5:7377/#s.participant.mac');
});

test('in the app, no code is shown before it leads anywhere; that sharing ends is said as long as it lasts', async () => {
  const start = vi.fn(async () => ['http://192.168.1.23:7377']);
  const all = await open({}, fakeShell({ sharing: { start } }));
  expect(all.screen.queryByRole('img')).toBeNull();
  expect(all.screen.getByText(/Share on the local network first/)).toBeTruthy();
  await all.press('Share on the local network');
  expect(all.screen.getByRole('img', { name: /QR code/ })).toBeTruthy();
  expect(all.screen.getByText('It ends when the app quits.')).toBeTruthy();
});

test('a replacement stands where the old one stood, and a revoked one leaves the focus at the next', async () => {
  const all = await open();
  const names = () => all.screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent);
  const before = names();
  await all.press('Replace the link for Liaison');
  await all.press('Replace it');
  expect(names().slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  await all.press('Revoke the link for Liaison');
  all.screen.getByRole('button', { name: 'Revoke it' }).focus();
  await all.user.keyboard('{Enter}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Revoke the link for/);
});

test('sharing that fails says why', async () => {
  const start = async () => {
    throw new Error('The port is taken.');
  };
  const all = await open({}, fakeShell({ sharing: { start } }));
  await all.press('Share on the local network');
  expect(all.screen.getByRole('alert').textContent).toBe('The port is taken.');
});

test('it speaks Chinese', async () => {
  const all = await open({ language: 'zh-CN' });
  expect(all.screen.getByRole('heading', { name: '邀请' })).toBeTruthy();
  expect(all.screen.getByRole('img', { name: '与会者链接的二维码' })).toBeTruthy();
});

test('the stage opens here: in the app in a window of its own, in a browser in a tab, by this page’s own address', async () => {
  const url = `${location.origin}/stage#s.display.mac`;
  const inApp = vi.fn(async () => undefined);
  const app = await open({}, { ...fakeShell({}), windows: { open: inApp } });
  await app.press('Open the stage here');
  expect(inApp).toHaveBeenCalledExactlyOnceWith(url);
  const inTab = vi.fn();
  vi.stubGlobal('open', inTab);
  const browser = await open();
  await browser.press('Open the stage here');
  expect(inTab).toHaveBeenCalledExactlyOnceWith(url, '_blank', 'noopener');
});
