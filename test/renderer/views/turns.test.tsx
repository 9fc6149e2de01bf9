// @vitest-environment jsdom
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TurnsPanel } from '../../../renderer/panels/activity/TurnsPanel.tsx';
import { durationIn } from '../../../renderer/store/duration.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

/** Ada has spoken for 90 s, then Bob for 30 s. */
function open(role: Role = 'onsite-moderator') {
  const all = renderSession(<TurnsPanel />, role);
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
  all.world.nowMs += 90_000;
  all.hub.command('floor/give', { turnId: 't2', entryId: 'bob', afterTurnId: 't1' });
  all.world.nowMs += 30_000;
  all.hub.command('floor/end', { turnId: 't2' });
  all.settle();
  return all;
}

test('[F9] the newest stands first, and a turn of the wrong side is put right', async () => {
  const all = open();
  const lines = all.screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines[0]).toMatch(/Bob.*0:30/);
  await all.user.click(all.screen.getByRole('button', { name: 'Correct the turn of Ada' }));
  const form = within(all.screen.getByRole('form', { name: 'Correct the turn of Ada' }));
  await all.user.click(form.getByRole('radio', { name: 'Online' }));
  await all.user.click(form.getByRole('button', { name: 'Correct' }));
  all.settle();
  expect(all.hub.state.turns[0]).toMatchObject({ channel: 'online', charge: 'online', spokenMs: 90_000 });
  expect(all.screen.queryByRole('form')).toBeNull();
});

test('[F9] a pause entered late takes itself off, by keyboard alone; what is no time is said', async () => {
  const all = open();
  all.screen.getByRole('button', { name: 'Correct the turn of Ada' }).focus();
  await all.user.keyboard('{Enter}');
  const paused = all.screen.getByLabelText('Pauses in it');
  await all.user.clear(paused);
  await all.user.type(paused, 'soon{Enter}');
  expect(all.screen.getByRole('alert').textContent).toContain('1:35');
  await all.user.clear(paused);
  await all.user.type(paused, '0:40{Enter}');
  all.settle();
  expect(all.hub.state.turns[0]).toMatchObject({ pausedMs: 40_000, spokenMs: 50_000 });
});

test('[F9] what a colleague corrects meanwhile in another field stays', async () => {
  const all = open();
  await all.user.click(all.screen.getByRole('button', { name: 'Correct the turn of Ada' }));
  all.hub.command('floor/correct', { turnId: 't1', channel: 'online' });
  all.settle();
  const paused = all.screen.getByLabelText('Pauses in it');
  await all.user.clear(paused);
  await all.user.type(paused, '0:40{Enter}');
  all.settle();
  expect(all.hub.state.turns[0]).toMatchObject({ channel: 'online', pausedMs: 40_000, spokenMs: 50_000 });
});

test('[F11] why somebody was called out of turn can be said long afterwards, and only of whoever was', async () => {
  const all = open();
  await all.user.click(all.screen.getByRole('button', { name: 'Correct the turn of Bob' }));
  expect(all.screen.queryByLabelText('Why out of turn')).toBeNull();
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
  all.hub.command('queue/join', hand('dee', 'onsite', 'Dee').args);
  const call = { entryId: 'dee', afterTurnId: 't2', proposedEntryId: 'cy' };
  all.hub.command('floor/give', { turnId: 't3', ...call, reason: 'a plane' });
  all.hub.command('floor/end', { turnId: 't3' });
  all.settle();
  await all.user.click(all.screen.getByRole('button', { name: 'Correct the turn of Dee' }));
  const reason = all.screen.getByLabelText('Why out of turn');
  expect(reason).toHaveProperty('value', 'a plane');
  const commits = all.hub.log.length;
  await all.user.clear(reason);
  await all.user.type(reason, ' a train {Enter}');
  all.settle();
  expect(all.hub.state.turns[2]).toMatchObject({ override: { reason: 'a train' } });
  expect(all.hub.log).toHaveLength(commits + 1);
});

test('[F9] nothing changed is nothing sent, and Escape leaves it as it was', async () => {
  const all = open();
  const commits = all.hub.log.length;
  await all.user.click(all.screen.getByRole('button', { name: 'Correct the turn of Bob' }));
  await all.user.click(all.screen.getByRole('button', { name: 'Correct' }));
  await all.user.click(all.screen.getByRole('button', { name: 'Correct the turn of Bob' }));
  await all.user.type(all.screen.getByLabelText('Time spoken'), '9{Escape}');
  all.settle();
  expect(all.hub.log).toHaveLength(commits);
});

test('[R1] whoever may not correct sees the turns without a button', () => {
  const all = open('rapporteur');
  expect(all.screen.getAllByRole('listitem')).toHaveLength(2);
  expect(all.screen.queryByRole('button')).toBeNull();
});

test('times are read as people write them', () => {
  expect(['1:35', '95', '0:05', '1:02:03', ' 2：00 '].map(durationIn)).toEqual([
    95_000, 95_000, 5_000, 3_723_000, 120_000,
  ]);
  for (const text of ['', '1:75', '1:61:00', 'x', '1:2:3:4', '-1', '1.5'])
    expect(durationIn(text)).toBeNull();
});
