// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { Connected } from '../../../renderer/panels/activity/Connected.tsx';
import { fakeShell, renderView } from '../support/render-view.tsx';

afterEach(() => {
  history.replaceState(null, '', '/');
  inApp(undefined);
});

function inApp(shell: ShellApi | undefined): void {
  Object.defineProperty(window, 'evenfloor', { value: shell, configurable: true });
}

async function handedOver(roles: string) {
  location.hash = '#s.mod.mac';
  const all = renderView(<Connected />, { roles });
  await act(() => all.user.click(all.screen.getByRole('button', { name: 'Hand over my place…' })));
  return { ...all, link: (all.screen.getByLabelText('My own link') as HTMLInputElement).value };
}

test('[U10] who is here is told with the role, since when, and how far away the staff is', () => {
  const all = renderView(<Connected />, { roles: 'onsite-moderator' });
  const sinceMs = all.world.nowMs;
  all.hub.tell({
    type: 'presence',
    count: 2,
    outside: [{ door: 'zoom', count: 41 }],
    people: [
      { personId: 'x', roles: ['online-moderator', 'rapporteur'], sinceMs, roundTripMs: 340 },
      { personId: 'y', roles: ['participant'], sinceMs },
    ],
  });
  all.settle();
  const [moderator, phone] = all.screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(moderator).toMatch(/Online moderator, Rapporteur · since \d\d:\d\d · 340 ms away$/);
  expect(phone).toMatch(/Participant · since \d\d:\d\d$/);
  expect(all.screen.getByText('Zoom: 41 there')).toBeTruthy();
});

test('two presses hand over the own place: the code to scan, the link to copy', async () => {
  const all = await handedOver('rapporteur');
  expect(all.link).toBe(`${location.origin}/#s.mod.mac`);
  expect(all.screen.getByRole('img', { name: 'QR code of my own link' })).toBeTruthy();
  expect(all.screen.getByRole('button', { name: 'Copy the link' })).toBeTruthy();
  expect(all.screen.queryByText(/moderates/)).toBeNull();
});

test('in the app, the own link has the address that phones reach, and no code before there is one', async () => {
  inApp(fakeShell({}));
  const unshared = await handedOver('host');
  expect(unshared.screen.queryByRole('img')).toBeNull();
  expect(unshared.screen.getByText(/Share on the local network first/)).toBeTruthy();
  inApp(
    fakeShell({ sharing: { addresses: async () => ['http://192.168.1.23:7377', 'http://10.0.0.5:7377'] } }),
  );
  const shared = await handedOver('host');
  expect(shared.link).toBe('http://192.168.1.23:7377/#s.mod.mac');
  expect(shared.screen.getByRole('img', { name: 'QR code of my own link' })).toBeTruthy();
});
