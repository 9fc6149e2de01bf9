// @vitest-environment jsdom
import { cleanup, fireEvent, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import { must } from '../../../shared/lib/assert.ts';
import { redactCommit } from '../../../shared/redact.ts';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

beforeEach(() => history.replaceState(null, '', '/?view=replay'));
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
  cleanup();
});

/** Ada has spoken for a minute; the session is over. */
function over() {
  const all = renderSession(<StaffView />, 'host');
  const log = () => all.hub.log.map((commit, at) => must(redactCommit(commit, 'keeper', at), 'commit'));
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ commits: log() })));
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.world.nowMs += 10_000;
  all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
  all.world.nowMs += 60_000;
  all.hub.command('session/end', {});
  all.settle();
  return all;
}

test('a session that is over is played again on a time line, and nothing can be done in it', async () => {
  const all = over();
  const line = within(await all.screen.findByRole('region', { name: 'Replay' }));
  const slider = line.getByRole('slider', { name: 'Moment' });
  fireEvent.change(slider, { target: { value: String(all.world.nowMs - 20_000) } });
  const floor = within(all.screen.getByRole('region', { name: 'Floor' }));
  expect(floor.getByRole('heading', { name: 'Ada' })).toBeTruthy();
  // The clocks follow with their next tick.
  expect(await floor.findByText(/^1:(19|20)$/)).toBeTruthy();
  const end = floor.getByRole('button', { name: /End turn/ });
  expect(end.getAttribute('aria-disabled')).toBe('true');
  expect(line.getByText(/Nothing done here changes it/)).toBeTruthy();
  const found = await axe.run(all.screen.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
});

test('once it is over, what comes of it is offered over every place, until that is done', async () => {
  const all = over();
  const ended = within(all.screen.getByRole('region', { name: /The session is over/ }));
  expect(ended.getByRole('button', { name: 'Save the report' })).toBeTruthy();
  await all.user.click(ended.getByRole('button', { name: 'Done' }));
  expect(all.screen.queryByRole('region', { name: /The session is over/ })).toBeNull();
});
