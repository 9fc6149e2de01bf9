// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { consoleWithHands, openConsole } from '../support/open-console.tsx';
import { renderSession } from '../support/render-session.tsx';

describe('the screen', () => {
  test('says who did what, and takes it back', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.screen.container.textContent).toContain('You gave the floor to Ada');
    await all.user.click(all.screen.getByRole('tab', { name: 'Log' }));
    const log = all.screen.getByRole('tabpanel', { name: 'Log' });
    await all.user.click(within(log).getByRole('button', { name: 'Undo: gave the floor to Ada' }));
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('gives the reasons of the suggestion in words', () => {
    const all = consoleWithHands();
    expect(all.region('Suggested next').textContent).toContain('first time speaking');
  });

  test('shows the balance as text too', async () => {
    const all = consoleWithHands();
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.settle();
    await all.user.keyboard('{Enter}');
    all.settle();
    all.world.advance(1_000);
    all.world.nowMs += 60_000;
    all.hub.command('floor/end', { turnId: all.hub.state.floor.turn?.turnId ?? '' });
    all.settle();
    expect(all.screen.getByRole('img', { name: 'Speaking time: onsite 100 %, online 0 %' })).toBeTruthy();
    // No part of the bar stands for nothing; the figure stands beside it.
    const bar = all.screen.getByRole('img', { name: /Speaking time/ });
    expect([...bar.querySelectorAll<HTMLElement>('[style]')].map((part) => part.style.flexGrow)).toEqual([
      '100',
    ]);
    expect(bar.textContent).toBe('100 %0 %');
    expect(all.region('Balance').textContent).toContain('Online is');
  });

  test('begins an agenda item, and the session with it', async () => {
    const all = openConsole();
    await all.user.click(all.screen.getByRole('button', { name: /^Begin\s?Discussion/ }));
    all.settle();
    expect(all.hub.state.agenda.currentItemId).toBe('talk');
    await all.user.click(all.screen.getByRole('button', { name: '+5 min' }));
    all.settle();
    expect(all.hub.state.agenda.items[1]?.extraSeconds).toBe(300);
  });

  test('after the start by keyboard, Enter begins the first item and calls nobody', async () => {
    const all = consoleWithHands();
    all.screen.getByRole('button', { name: 'Start session' }).focus();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.screen.getByText('No item is running: turns do not count yet')).toBeTruthy();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    expect(all.hub.state.agenda.currentItemId).toBe('intro');
    expect(all.screen.queryByText(/turns do not count/)).toBeNull();
  });

  test('N begins the next item; pressed again at once it begins no other', async () => {
    const all = openConsole();
    await all.user.keyboard('nnn');
    all.settle();
    expect(all.hub.state.agenda.currentItemId).toBe('intro');
    all.world.sleep(2_001);
    await all.user.keyboard('n');
    all.settle();
    expect(all.hub.state.agenda.currentItemId).toBe('talk');
  });

  test('the way back is a button along the bottom as well, whatever else is on the page', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'U undo my last' }));
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('names keys for assistive technology by their ARIA names', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    const end = all.screen.getByRole('button', { name: /End turn/ });
    expect(end.getAttribute('aria-keyshortcuts')).toBe('Space');
  });

  test('an invitation that was withdrawn: said in the header, and nothing can be done', async () => {
    const all = consoleWithHands();
    act(() => all.world.line.cut(4403, 'revoked'));
    expect(all.screen.getByText(/Disconnected/)).toBeTruthy();
    const start = all.screen.getByRole('button', { name: 'Start session' });
    expect(start.getAttribute('aria-disabled')).toBe('true');
    const item = all.screen.getByRole('button', { name: /^Begin\s?Discussion/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    await all.user.keyboard('{Enter}');
    expect(all.session.store.getState().pending).toEqual([]);
  });

  test('closes the list of speakers, says so, and opens it again', async () => {
    const all = openConsole();
    await all.user.click(all.screen.getByRole('button', { name: 'Start session' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Close list' }));
    all.settle();
    expect(all.hub.state.queue.open).toBe(false);
    expect(all.screen.getAllByText(/The list is closed/)).toHaveLength(2);
    await all.user.click(all.screen.getByRole('button', { name: 'Open list' }));
    all.settle();
    expect(all.hub.state.queue.open).toBe(true);
  });

  test('by keyboard the question before the end has the focus, says what would be cut short, and gives it back', async () => {
    const all = consoleWithHands();
    all.hub.command(
      'questions/ask',
      { questionId: 'q1', text: 'Why?', channel: 'online', door: 'stream' },
      'liaison',
    );
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
    all.settle();
    act(() => all.screen.getByRole('button', { name: 'End session' }).focus());
    await all.user.keyboard('{Enter}');
    expect(
      all.screen.getByText('Really end it? Ada has the floor. 1 hand is up. 1 question is open.'),
    ).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Cancel');
    await all.user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('End session');
    expect(all.hub.state.session.endedAtMs).toBeNull();
  });

  test('asks once more before the session ends', async () => {
    const all = openConsole();
    await all.user.click(all.screen.getByRole('button', { name: 'Start session' }));
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'End session' }));
    expect(all.hub.state.session.endedAtMs).toBeNull();
    await all.user.click(all.screen.getByRole('button', { name: 'End session' }));
    all.settle();
    expect(all.screen.getByText('The session has ended')).toBeTruthy();
  });

  test('lists the keys, and they can be switched off', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('?');
    await all.user.click(all.screen.getByRole('checkbox', { name: 'Keys are on' }));
    await all.user.click(document.body);
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('a button that cannot be pressed says why', async () => {
    const all = renderSession(<ConsoleView />, 'rapporteur');
    const start = all.screen.getByRole('button', { name: 'Start session' });
    expect(start.getAttribute('aria-disabled')).toBe('true');
    expect(start.title).toBe('Your invitation does not allow this.');
    await all.user.click(start);
    all.settle();
    expect(all.hub.state.session.startedAtMs).toBeNull();
  });
});
