// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

test('a key or a button prints the queue and the run of show, and the page keeps nothing of it', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const all = renderSession(<ConsoleView />);
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.hub.command('queue/join', hand('cem', 'online', 'Cem').args);
  all.hub.command('queue/hold', { entryId: 'cem' });
  all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
  all.settle();
  await all.user.keyboard('w');
  expect(print).toHaveBeenCalledOnce();
  await all.user.click(all.screen.getByRole('button', { name: /^Print/ }));
  expect(print).toHaveBeenCalledTimes(2);
  expect(all.screen.queryByRole('article')).toBeNull();
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  const paper = within(all.screen.getByRole('article', { hidden: true }));
  expect(paper.getByText('Ada has the floor, 2:00 left')).toBeTruthy();
  expect(paper.getByText(/Suggested next: Bob/)).toBeTruthy();
  expect(paper.getByText(/Discussion ← now/)).toBeTruthy();
  const online = paper.getByRole('table', { name: '● Online: 2 waiting', hidden: true });
  const rows = within(online)
    .getAllByRole('row', { hidden: true })
    .map((row) => row.textContent);
  expect(rows[1]).toMatch(/^1BobNew topic/);
  expect(rows[2]).toMatch(/^2Cem \(on hold\)/);
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(all.screen.queryByRole('article', { hidden: true })).toBeNull();
  vi.unstubAllGlobals();
});
