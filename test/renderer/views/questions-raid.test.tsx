// @vitest-environment jsdom
import { fireEvent, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { QuestionsView } from '../../../renderer/views/QuestionsView.tsx';
import { QUESTION_CHARS_MAX, QUESTIONS_AT_ONCE_MAX } from '../../../shared/lib/limits.ts';
import { renderView } from '../support/render-view.tsx';

const RAIDER = 'device-b-0123456789';

/** Two questions of somebody with a hand up, and so many of others; the focus is in the list. */
function open(others = 2) {
  const all = renderView(<QuestionsView />, { roles: 'liaison', plan: { title: 'T' } });
  const asRaider = (name: string, args: object) => all.hub.command(name, args, 'participant', RAIDER);
  asRaider('people/introduce', { name: 'Mallory', channel: 'online' });
  for (const questionId of ['m1', 'm2']) asRaider('questions/ask', { questionId, text: `Buy ${questionId}` });
  asRaider('queue/join', { entryId: 'm', channel: 'online', door: 'phone', kind: 'topic' });
  for (let n = 1; n <= others; n += 1) {
    const args = { questionId: `q${n}`, text: `Why ${n}?`, name: `Guest ${n}`, channel: 'online' };
    all.hub.command('questions/ask', args, 'liaison');
  }
  all.settle();
  const list = () => all.screen.getByRole('listbox', { name: /^Questions, in the order/ });
  list().focus();
  const press = async (keys: string) => {
    await all.user.keyboard(keys);
    all.settle();
  };
  const click = async (name: RegExp) => {
    await all.user.click(all.screen.getByRole('button', { name }));
    all.settle();
  };
  const statuses = () => all.hub.state.questions.map(({ decided }) => decided);
  const chosen = () =>
    within(list())
      .queryAllByRole('option', { checked: true })
      .map((option) => option.id.split('-').at(-1));
  return { ...all, list, press, click, statuses, chosen };
}

test('[G9] one press mutes and clears away hand and questions, says what it will take, and another takes it back', async () => {
  const all = open();
  const button = all.screen.getByRole('button', { name: /^Mute and clear away \(2 questions, 1 hand\)/ });
  expect(button.getAttribute('aria-keyshortcuts')).toBe('C');
  await all.press('c');
  expect(all.statuses()).toEqual(['declined', 'declined', 'received', 'received']);
  expect(all.hub.state.queue.entries).toEqual([]);
  expect(all.hub.state.questionDesk.muted).toEqual([RAIDER]);
  const said = 'You muted Mallory and cleared away 2 questions and 1 hand';
  expect(all.screen.getByRole('region', { name: 'The chosen question' }).textContent).toContain(said);
  await all.press('u');
  expect(all.statuses()).toEqual(['received', 'received', 'received', 'received']);
  expect(all.hub.state.queue.entries).toHaveLength(1);
  await all.click(/^Redo: muted Mallory/);
  expect(all.hub.state.queue.entries).toEqual([]);
});

test('[G9] where there is nothing to clear away, nobody is offered to', async () => {
  const all = open();
  await all.press('c');
  await all.click(/^Done 2/);
  expect(all.screen.queryByRole('button', { name: /clear away/ })).toBeNull();
});

test('[G10] several are chosen by keys, and declined at once with one reason', async () => {
  const all = open(3);
  await all.press(' j{Shift>}{ArrowDown}{/Shift}');
  expect(all.chosen()).toEqual(['m1', 'm2', 'q1']);
  expect(all.screen.getByText('3 questions chosen')).toBeTruthy();
  await all.press(' ');
  expect(all.chosen()).toEqual(['m1', 'm2']);
  await all.press('dSpam{Enter}');
  expect(all.statuses()).toEqual(['declined', 'declined', 'received', 'received', 'received']);
  expect(all.hub.state.questions[1]?.reason).toBe('Spam');
  expect(document.activeElement).toBe(all.list());
  expect(all.chosen()).toEqual([]);
  await all.press('u');
  expect(all.statuses()).toEqual(Array(5).fill('received'));
});

test('[G10] several are chosen by mouse: each by its box, a stretch with Shift; Escape chooses none', async () => {
  const all = open(3);
  const row = (text: string) => within(all.list()).getByText(text);
  const boxOf = (text: string) => row(text).closest('li')?.querySelector('[data-choose]') as Element;
  await all.user.click(boxOf('Buy m2'));
  expect(all.chosen()).toEqual(['m2']);
  fireEvent.click(row('Why 2?'), { shiftKey: true });
  expect(all.chosen()).toEqual(['m2', 'q1', 'q2']);
  fireEvent.click(row('Why 1?'), { ctrlKey: true });
  expect(all.chosen()).toEqual(['m2', 'q2']);
  await all.click(/^Reviewed/);
  expect(all.statuses()).toEqual(['received', 'reviewed', 'received', 'reviewed', 'received']);
  await all.user.click(boxOf('Why 1?'));
  all.list().focus();
  await all.press('{Escape}');
  expect(all.chosen()).toEqual([]);
});

test('[G10] all that are shown are chosen by one key; more than one commit holds go in several', async () => {
  const all = open(QUESTIONS_AT_ONCE_MAX + 3);
  await all.press('{Control>}a{/Control}');
  expect(all.screen.getByText(`${QUESTIONS_AT_ONCE_MAX + 5} questions chosen`)).toBeTruthy();
  await all.press('d{Enter}');
  expect(new Set(all.statuses())).toEqual(new Set(['declined']));
});

test('finds no fault with axe while some are chosen', async () => {
  const all = open();
  await all.press(' ');
  const found = await axe.run(all.screen.container, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
});

test('a line that is too long is named, with the limit', async () => {
  const all = open();
  const field = all.screen.getByRole('textbox', { name: /each line is one/ });
  await all.user.click(field);
  await all.user.paste(`One?\n\n${'x'.repeat(QUESTION_CHARS_MAX + 12)}\nTwo?`);
  await all.click(/^Copy in/);
  const said = 'Line 3 has 1512 characters; a question may have 1500. It begins “xxx';
  expect(all.screen.getByRole('alert').textContent).toContain(said);
});
