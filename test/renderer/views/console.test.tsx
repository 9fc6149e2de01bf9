// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ConsoleHeader } from '../../../renderer/panels/ConsoleHeader.tsx';
import { Notices } from '../../../renderer/panels/Notices.tsx';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

function open() {
  const all = renderSession(
    <>
      <ConsoleHeader />
      <ConsoleView />
      <Notices />
    </>,
  );
  const region = (name: string | RegExp) => all.screen.getByRole('region', { name });
  return { ...all, region };
}

/** Two hands wait, one on each side; the one in the room came first. */
function openWithHands() {
  const all = open();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.settle();
  return all;
}

const names = (all: ReturnType<typeof open>) => all.hub.state.queue.entries.map((entry) => entry.name);

describe('adding a hand', () => {
  test('one key, a few letters, Enter: somebody of the roster, accents aside', async () => {
    const all = open();
    await all.user.keyboard('lnandu{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([
      { personId: 'jose', channel: 'online', kind: 'topic', door: 'zoom' },
    ]);
    expect(all.screen.queryByRole('combobox', { name: /online/ })).toBeNull();
  });

  test('a description is enough', async () => {
    const all = open();
    await all.user.keyboard('oRow C, blue jacket{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([
      { name: 'Row C, blue jacket', channel: 'onsite', door: 'room' },
    ]);
  });

  test('arrow keys choose, a reply is one press away', async () => {
    const all = open();
    await all.user.keyboard('oam');
    await all.user.click(all.screen.getByRole('radio', { name: 'Reply' }));
    await all.user.click(all.screen.getByRole('combobox', { name: /in the room/ }));
    await all.user.keyboard('{ArrowDown}{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([{ name: 'am', kind: 'reply' }]);
  });

  test('the floor for somebody without a hand: slash, letters, Ctrl+Enter', async () => {
    const all = open();
    await all.user.keyboard('/jos{Control>}{Enter}{/Control}');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ personId: 'jose', channel: 'online', entryId: null });
  });

  test('Escape closes it and nothing has happened', async () => {
    const all = open();
    await all.user.keyboard('oabc{Escape}');
    all.settle();
    expect(names(all)).toEqual([]);
    expect(all.screen.queryByRole('combobox', { name: /in the room/ })).toBeNull();
  });
});

describe('calling', () => {
  test('Enter calls the suggested speaker, with what the moderator saw', async () => {
    const all = openWithHands();
    expect(within(all.region('Suggested next')).getByRole('heading').textContent).toContain('Ada');
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ name: 'Ada', choice: { proposedEntryId: 'ada' } });
    expect(within(all.region('Floor')).getByText('Ada')).toBeTruthy();
  });

  test('while a turn runs within its limit, a second Enter is asked for', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    expect(all.screen.getByText(/Press again to call/)).toBeTruthy();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Bob');
    expect(all.hub.state.turns.map((turn) => turn.name)).toEqual(['Ada']);
  });

  test('while a turn runs, a card asks for the second press as well', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'Call Bob' }));
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    await all.user.click(all.screen.getByRole('button', { name: 'Press again: Call Bob' }));
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Bob');
  });

  test('the second half of a double click does nothing to the card that moved up', async () => {
    const all = openWithHands();
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'Call Ada' }));
    all.settle();
    all.world.nowMs += 599;
    const cy = all.screen.getByRole('button', { name: 'Call Cy' });
    await all.user.dblClick(cy);
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    all.world.nowMs += 1;
    await all.user.dblClick(cy);
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Cy');
  });

  test('anybody else can be called from the card: an override, and it is kept as one', async () => {
    const all = openWithHands();
    await all.user.click(all.screen.getByRole('button', { name: 'Call Bob' }));
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ name: 'Bob', override: {} });
  });

  test('whoever was too late is told so', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    all.world.line.toHub.splice(0);
    all.hub.command('floor/give', { turnId: 'other', entryId: 'bob', afterTurnId: null });
    all.settle();
    all.world.line.cut();
    all.world.wake();
    all.settle();
    expect(all.screen.getByText('The floor has already gone to Bob. (Onsite moderator)')).toBeTruthy();
  });
});

describe('the running turn', () => {
  test('Space ends it, P pauses and resumes, plus and minus change the limit', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.keyboard('+');
    await all.user.keyboard('+');
    await all.user.keyboard('-');
    await all.user.keyboard('p');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ limitMs: 150_000, pausedAtMs: all.world.nowMs });
    expect(within(all.region('Floor')).getByText('paused')).toBeTruthy();
    await all.user.keyboard('p ');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    expect(all.screen.getByText('Nobody has the floor')).toBeTruthy();
  });

  test('a limit of 30 seconds is not cut to nothing, by button or key', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    await all.user.keyboard('-----');
    all.settle();
    expect(all.hub.state.floor.turn?.limitMs).toBe(30_000);
    const minus = all.screen.getByRole('button', { name: '−30 s' });
    expect(minus.title).toContain('nothing to take off');
  });

  test('U takes back what I did last, and the turn runs on', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.keyboard(' ');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    await all.user.keyboard('u');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
  });

  test('the buttons do the same', async () => {
    const all = openWithHands();
    await all.user.click(within(all.region('Suggested next')).getByRole('button', { name: /Call/ }));
    await all.user.click(all.screen.getByRole('button', { name: '+30 s' }));
    await all.user.click(all.screen.getByRole('button', { name: /End turn/ }));
    all.settle();
    expect(all.hub.state.turns).toMatchObject([{ name: 'Ada', limitMs: 150_000 }]);
  });
});

describe('one hand', () => {
  async function choose(all: ReturnType<typeof open>, name: string, action: string) {
    await all.user.click(all.screen.getByRole('button', { name: `Actions for ${name}` }));
    const actions = all.screen.getByRole('group', { name: `Actions for ${name}` });
    await all.user.click(within(actions).getByRole('button', { name: action }));
    all.settle();
  }

  test('is held and returned', async () => {
    const all = openWithHands();
    await choose(all, 'Ada', 'Hold');
    expect(all.hub.state.queue.entries[0]?.held).toBe(true);
    await choose(all, 'Ada', 'Return');
    expect(all.hub.state.queue.entries[0]?.held).toBeUndefined();
  });

  test('is told to get ready, is absent, is withdrawn', async () => {
    const all = openWithHands();
    await choose(all, 'Bob', 'Get ready');
    expect(all.hub.state.queue.onDeck).toEqual(['bob']);
    await choose(all, 'Bob', 'Absent');
    expect(all.hub.state.queue.entries[1]?.missedCalls).toBe(1);
    await choose(all, 'Bob', 'Withdraw');
    expect(names(all)).toEqual(['Ada']);
  });

  test('shows its actions alone, and Escape puts them away', async () => {
    const all = openWithHands();
    await all.user.click(all.screen.getByRole('button', { name: 'Actions for Ada' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Actions for Bob' }));
    expect(all.screen.getAllByRole('group', { name: /Actions for/ })).toHaveLength(1);
    await all.user.keyboard('{Escape}');
    expect(all.screen.queryByRole('group', { name: /Actions for/ })).toBeNull();
    const toggle = all.screen.getByRole('button', { name: 'Actions for Bob' });
    toggle.focus();
    await all.user.keyboard('{Enter}{Tab}{Escape}');
    expect(all.screen.queryByRole('group', { name: /Actions for/ })).toBeNull();
    expect(document.activeElement).toBe(toggle);
  });

  test('moves within its side', async () => {
    const all = openWithHands();
    all.world.advance(1_000);
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.settle();
    await choose(all, 'Cy', 'To top');
    const cards = within(all.region(/Onsite · 2 waiting/)).getAllByRole('listitem');
    expect(cards.map((card) => card.textContent?.slice(0, 2))).toEqual(['Cy', 'Ad']);
  });
});

describe('a technical stop', () => {
  test('says beside every way to call that nobody can be called, and lets no call out', async () => {
    const all = openWithHands();
    all.hub.command('session/start', {});
    all.hub.command('session/pause', {});
    all.settle();
    const calls = all.screen.getAllByRole('button', { name: /^Call/ });
    expect(calls).toHaveLength(3);
    for (const call of calls) {
      expect(call.getAttribute('aria-disabled')).toBe('true');
      expect(call.title).toMatch(/stopped/);
    }
    expect(all.region('Suggested next').textContent).toMatch(/stopped/);
    await all.user.click(calls[0] as HTMLElement);
    await all.user.keyboard('/jos');
    expect(all.screen.getByRole('button', { name: 'Give the floor now' }).title).toMatch(/stopped/);
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    all.hub.command('session/resume', {});
    all.settle();
    expect(calls[0]?.getAttribute('aria-disabled')).toBeNull();
  });
});

describe('what was kept aside', () => {
  test('is told in words, with whom it was about', async () => {
    const all = openWithHands();
    all.world.line.cut();
    await all.user.keyboard('{Enter}');
    act(() => {
      all.world.sleep(10_001);
      all.world.wake();
    });
    all.settle();
    expect(all.screen.getByText('Give the floor: Ada')).toBeTruthy();
    expect(all.screen.queryByText(/floor\/give/)).toBeNull();
  });
});

describe('the screen', () => {
  test('says who did what, and takes it back', async () => {
    const all = openWithHands();
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
    const all = openWithHands();
    expect(all.region('Suggested next').textContent).toContain('first time speaking');
  });

  test('shows the balance as text too', async () => {
    const all = openWithHands();
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
    const all = open();
    await all.user.click(all.screen.getByRole('button', { name: /^Begin\s?Discussion/ }));
    all.settle();
    expect(all.hub.state.agenda.currentItemId).toBe('talk');
    await all.user.click(all.screen.getByRole('button', { name: '+5 min' }));
    all.settle();
    expect(all.hub.state.agenda.items[1]?.extraSeconds).toBe(300);
  });

  test('after the start by keyboard, Enter begins the first item and calls nobody', async () => {
    const all = openWithHands();
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

  test('N begins the next item', async () => {
    const all = open();
    await all.user.keyboard('nn');
    all.settle();
    expect(all.hub.state.agenda.currentItemId).toBe('talk');
  });

  test('names keys for assistive technology by their ARIA names', async () => {
    const all = openWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    const end = all.screen.getByRole('button', { name: /End turn/ });
    expect(end.getAttribute('aria-keyshortcuts')).toBe('Space');
  });

  test('an invitation that was withdrawn: said in the header, and nothing can be done', async () => {
    const all = openWithHands();
    act(() => all.world.line.cut(4403, 'revoked'));
    expect(all.screen.getByText('Withdrawn')).toBeTruthy();
    const start = all.screen.getByRole('button', { name: 'Start session' });
    expect(start.getAttribute('aria-disabled')).toBe('true');
    const item = all.screen.getByRole('button', { name: /^Begin\s?Discussion/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    await all.user.keyboard('{Enter}');
    expect(all.session.store.getState().pending).toEqual([]);
  });

  test('closes the list of speakers, says so, and opens it again', async () => {
    const all = open();
    await all.user.click(all.screen.getByRole('button', { name: 'Start session' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Close list' }));
    all.settle();
    expect(all.hub.state.queue.open).toBe(false);
    expect(all.screen.getAllByText(/The list is closed/)).toHaveLength(2);
    await all.user.click(all.screen.getByRole('button', { name: 'Open list' }));
    all.settle();
    expect(all.hub.state.queue.open).toBe(true);
  });

  test('asks once more before the session ends', async () => {
    const all = open();
    await all.user.click(all.screen.getByRole('button', { name: 'Start session' }));
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'End session' }));
    expect(all.hub.state.session.endedAtMs).toBeNull();
    await all.user.click(all.screen.getByRole('button', { name: 'End session' }));
    all.settle();
    expect(all.screen.getByText('The session has ended')).toBeTruthy();
  });

  test('lists the keys, and they can be switched off', async () => {
    const all = openWithHands();
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
