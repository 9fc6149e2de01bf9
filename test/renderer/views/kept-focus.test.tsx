// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { hand } from '../support/client.ts';
import { consoleWithHands, type OpenConsole } from '../support/open-console.tsx';

/** Two wait in the room and one online; the focus is on a button of the first card. */
function given(button: string) {
  const all = consoleWithHands();
  all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
  all.settle();
  all.screen.getByRole('button', { name: button }).focus();
  return all;
}

const focused = () => {
  const { activeElement } = document;
  if (activeElement === document.body) return null;
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
};

/** Opens the actions that have the focus, and takes one by keyboard. */
async function act(all: OpenConsole, action: string) {
  await all.user.keyboard('{Enter}');
  while (focused() !== action) await all.user.tab();
  await all.user.keyboard('{Enter}');
  all.settle();
  await Promise.resolve();
}

describe('the focus when what has it goes', () => {
  test.each(['Hold', 'Get ready', 'Absent'])(
    '%s leaves it at the card, and the next Enter calls nobody',
    async (action) => {
      const all = given('Actions for Ada');
      await act(all, action);
      expect(focused()).toBe('Actions for Ada');
      await all.user.keyboard('{Enter}');
      all.settle();
      expect(all.hub.state.floor.turn).toBeNull();
    },
  );

  test('a hand that goes hands it to the next card, the last one to the button that adds', async () => {
    const all = given('Actions for Ada');
    await act(all, 'Withdraw');
    expect(focused()).toBe('Actions for Cy');
    await act(all, 'Withdraw');
    expect(focused()).toContain('Add onsite hand');
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('two hands of one person are merged: it stays in the column', async () => {
    const all = given('Actions for Ada');
    all.hub.command('queue/join', hand('ada2', 'onsite', 'Ada').args);
    all.settle();
    all.screen.getByRole('button', { name: /^Merge/ }).focus();
    await all.user.keyboard('{Enter}');
    all.settle();
    await Promise.resolve();
    expect(focused()).toMatch(/^Actions for/);
  });

  test('a colleague withdraws the hand: the Enter that was meant for it calls nobody', async () => {
    const all = given('Actions for Ada');
    all.hub.command('queue/leave', { entryId: 'ada' }, 'online-moderator');
    all.settle();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    expect(all.screen.getByRole('group', { name: 'Actions for Cy' })).toBeTruthy();
  });

  test('a card at the top keeps it on the button that has taken it there', async () => {
    const all = given('Actions for Cy');
    await act(all, 'Up');
    expect(focused()).toBe('Up');
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('the turn ends by its button: it stays at the floor, and nobody is called by the next Enter', async () => {
    const all = given('Call Ada');
    await all.user.keyboard('{Enter}');
    all.settle();
    all.screen.getByRole('button', { name: /^End turn/ }).focus();
    await all.user.keyboard('{Enter}');
    all.settle();
    await Promise.resolve();
    expect(focused()).toBe('Nobody has the floor');
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('what a floor key has opened gives it back to the page, so that the next key works', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('o');
    await all.user.keyboard('Dee{Enter}{Escape}');
    all.settle();
    await Promise.resolve();
    expect(document.activeElement).toBe(document.body);
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ name: 'Ada' });
  });

  test('what was opened by the mouse gives it back to the page', async () => {
    const all = consoleWithHands();
    await all.user.click(all.screen.getByRole('button', { name: 'Actions for Ada' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Edit' }));
    await all.user.keyboard(' L.{Enter}');
    all.settle();
    await Promise.resolve();
    expect(document.activeElement).toBe(document.body);
  });

  test('whoever has left it with Escape stays at the page', async () => {
    const all = given('Actions for Ada');
    await all.user.keyboard('{Escape}');
    await Promise.resolve();
    all.hub.command('queue/leave', { entryId: 'ada' }, 'online-moderator');
    all.settle();
    await Promise.resolve();
    expect(document.activeElement).toBe(document.body);
  });
});
