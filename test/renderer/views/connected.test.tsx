// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { Connected } from '../../../renderer/panels/Connected.tsx';
import { renderView } from '../support/render-view.tsx';

afterEach(() => history.replaceState(null, '', '/'));

test('[U10] who is here is told with the role, since when, and how far away the staff is', () => {
  const all = renderView(<Connected />, { roles: 'onsite-moderator' });
  const sinceMs = all.world.nowMs;
  all.hub.tell({
    type: 'presence',
    count: 2,
    people: [
      { personId: 'x', roles: ['online-moderator', 'rapporteur'], sinceMs, roundTripMs: 340 },
      { personId: 'y', roles: ['participant'], sinceMs },
    ],
  });
  all.settle();
  const [moderator, phone] = all.screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(moderator).toMatch(/Online moderator, Rapporteur · since \d\d:\d\d · 340 ms away$/);
  expect(phone).toMatch(/Participant · since \d\d:\d\d$/);
});

test('two presses hand over the own place: the code to scan, the link to copy', async () => {
  location.hash = '#s.mod.mac';
  const all = renderView(<Connected />, { roles: 'onsite-moderator' });
  await all.user.click(all.screen.getByRole('button', { name: 'Hand over my place…' }));
  const field = all.screen.getByLabelText('My own link') as HTMLInputElement;
  expect(field.value).toBe(`${location.origin}/#s.mod.mac`);
  expect(all.screen.getByRole('img', { name: 'QR code of my own link' })).toBeTruthy();
  expect(all.screen.getByRole('button', { name: 'Copy the link' })).toBeTruthy();
});
