// @vitest-environment jsdom
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { hand } from '../support/client.ts';
import { consoleWithHands, namesOf, type OpenConsole } from '../support/open-console.tsx';
import { renderSession } from '../support/render-session.tsx';

/** Ada and Bob raised their hands in the introduction; the discussion has begun, and Cy's belongs to it. */
function leftOver() {
  const all = consoleWithHands();
  all.hub.command('queue/clear', {});
  all.hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.settle();
  expect(noticeOf(all)).toBeNull();
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: 'intro' });
  all.hub.command('queue/join', hand('cy', 'online', 'Cy').args);
  all.settle();
  return all;
}

const noticeOf = (all: OpenConsole) => all.screen.queryByText(/^2 hands are left/)?.textContent ?? null;
const itemsOf = (all: OpenConsole) => all.hub.state.queue.entries.map((entry) => entry.itemId);
const press = async (all: OpenConsole, name: string) => {
  await all.user.click(all.screen.getByRole('button', { name }));
  all.settle();
};

describe('hands left over from another item', () => {
  test('are told of when an item begins, and carried with one press that one undo takes back', async () => {
    const all = leftOver();
    expect(all.screen.getByText(/hands are left/).textContent).toBe('2 hands are left from “Introduction”.');
    await press(all, 'Carry over');
    expect(itemsOf(all)).toEqual(['talk', 'talk', 'talk']);
    expect(all.screen.queryByText(/hands are left/)).toBeNull();
    expect(all.screen.container.textContent).toContain('carried 2 hands over to another item');
    await all.user.click(document.body);
    await all.user.keyboard('u');
    all.settle();
    expect(itemsOf(all)).toEqual(['intro', 'intro', 'talk']);
  });

  test('are cleared by keyboard alone, after a question', async () => {
    const all = leftOver();
    all.screen.getByRole('button', { name: 'Carry over' }).focus();
    await all.user.keyboard('{Tab}{Enter}');
    const question = within(all.screen.getByRole('alert'));
    expect(question.getByText('Take 2 hands off the list? Undo brings them back.')).toBeTruthy();
    await all.user.keyboard('{Escape}');
    expect(namesOf(all)).toEqual(['Ada', 'Bob', 'Cy']);
    await press(all, 'Clear them');
    await press(all, 'Clear');
    expect(namesOf(all)).toEqual(['Cy']);
  });

  test('may be left as they are, until the next item', async () => {
    const all = leftOver();
    await press(all, 'Leave them as they are');
    expect(all.screen.queryByText(/hands are left/)).toBeNull();
    expect(namesOf(all)).toEqual(['Ada', 'Bob', 'Cy']);
    all.hub.command('agenda/begin', { itemId: 'intro', afterItemId: 'talk' });
    all.settle();
    expect(all.screen.getByText(/^1 hand is left/).textContent).toBe('1 hand is left from “Discussion”.');
  });

  test('are carried from the menu of a column too, and the focus stays there', async () => {
    const all = leftOver();
    const menu = all.screen.getByRole('button', { name: 'The whole list online' });
    await all.user.click(menu);
    await press(all, 'Carry 2 hands from “Introduction” over to “Discussion”');
    expect(itemsOf(all)).toEqual(['talk', 'talk', 'talk']);
    expect(document.activeElement).toBe(menu);
    await all.user.click(menu);
    expect(all.screen.queryByRole('button', { name: /^Carry/ })).toBeNull();
  });

  test('of several items are told of together', () => {
    const all = consoleWithHands();
    all.hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
    all.hub.command('queue/join', hand('cy', 'online', 'Cy').args);
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: 'intro' });
    all.settle();
    expect(all.screen.getByText('3 hands are left from before.')).toBeTruthy();
  });

  test('are nobody’s question who may not carry them', () => {
    const all = renderSession(<ConsoleView />, 'liaison');
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.settle();
    expect(all.screen.queryByText(/left from before/)).toBeNull();
  });
});
