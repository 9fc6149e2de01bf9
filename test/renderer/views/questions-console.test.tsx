// @vitest-environment jsdom
import { cleanup, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { StageView } from '../../../renderer/views/StageView.tsx';
import { openConsole } from '../support/open-console.tsx';
import { renderSession } from '../support/render-session.tsx';

afterEach(cleanup);

const ask = (questionId: string, text: string) => ({ questionId, text, name: 'Zed', channel: 'online' });
const LONG = 'Who pays for it all? '.repeat(10).trim();

test('the console has the open questions by votes in a tab, and one press reads one aloud', async () => {
  const all = openConsole();
  all.hub.command('questions/ask', ask('q1', 'Why now?'));
  all.hub.command('questions/ask', ask('q2', LONG));
  all.hub.command('questions/triage', { questionId: 'q2', passed: true, decided: 'reviewed' });
  all.hub.command('questions/vote', { questionId: 'q2', vote: true }, 'participant');
  all.settle();
  await all.user.click(all.screen.getByRole('tab', { name: /^Questions ?1 new$/ }));
  const panel = within(all.screen.getByRole('tabpanel', { name: /Questions/ }));
  const items = () => panel.getAllByRole('listitem').map((item) => item.textContent);
  expect(items()).toEqual([expect.stringContaining('Who pays'), expect.stringContaining('Why now?')]);
  const found = await axe.run(all.screen.container, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
  await all.user.click(panel.getByRole('button', { name: `Read aloud: ${LONG}` }));
  all.settle();
  expect(all.hub.state.queue.entries).toMatchObject([{ name: 'Zed', relayed: true, door: 'question' }]);
  expect(items()).toHaveLength(1);
  const column = within(all.region(/Online/));
  expect(column.getByText('Read aloud for this person')).toBeTruthy();
  expect(column.getByText(LONG)).toBeTruthy();
  await all.user.click(panel.getByRole('button', { name: 'Put on the list: Why now?' }));
  all.settle();
  expect(all.screen.getByRole('tab', { name: 'Questions' })).toBeTruthy();
  expect(panel.getByText('No questions here.')).toBeTruthy();
  const counts = within(panel.getByRole('region', { name: 'Questions by door' }));
  const row = () => counts.getByRole('definition').textContent;
  expect(row()).toBe('Asked 2Forwarded 2Answered 0Other 2');
  const [entry] = all.hub.state.queue.entries;
  all.hub.command('floor/give', { turnId: 't1', entryId: entry?.entryId, afterTurnId: null });
  all.settle();
  expect(within(all.region('Floor')).getByText('Read aloud for this person')).toBeTruthy();
  all.hub.command('floor/end', { turnId: 't1' });
  all.settle();
  expect(row()).toBe('Asked 2Forwarded 2Answered 1Other 1');
});

test('the stage says that a question is read aloud', () => {
  const all = renderSession(<StageView />, 'display');
  all.hub.command('questions/ask', ask('q1', 'Why now?'));
  all.hub.command('questions/queue', { questionId: 'q1', entryId: 'e1', relayed: true });
  all.hub.command('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
  all.settle();
  expect(all.screen.getByText('Read aloud for this person')).toBeTruthy();
});
