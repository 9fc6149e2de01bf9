// @vitest-environment jsdom
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { must } from '../../../shared/lib/assert.ts';
import { hand } from '../support/client.ts';
import { renderView } from '../support/render-view.tsx';

const PLAN = {
  title: 'A panel',
  agenda: [
    { itemId: 'speeches', kind: 'speeches' as const, title: 'Speeches', minutes: 40, speakers: 5 },
    { itemId: 'talk', kind: 'discussion' as const, title: 'Discussion', minutes: 40 },
  ],
  people: [
    { personId: 'ana', name: 'Ana', channel: 'onsite' as const, panel: true },
    { personId: 'bo', name: 'Bo 博', channel: 'online' as const, panel: true },
    { personId: 'cy', name: 'Cy', channel: 'onsite' as const },
  ],
};

function open(itemId: 'speeches' | 'talk') {
  const all = renderView(<ConsoleView />, { roles: 'onsite-moderator', plan: PLAN });
  all.hub.command('agenda/begin', { itemId, afterItemId: null });
  all.settle();
  const press = async (keys: string) => {
    await all.user.keyboard(keys);
    all.settle();
  };
  return { ...all, press, turn: () => all.hub.state.floor.turn };
}

describe('the panel', () => {
  test('[F8] two keys give the floor for a reply that no side pays for', async () => {
    const all = open('talk');
    all.hub.command('queue/join', hand('guest', 'onsite', 'Guest').args);
    all.settle();
    await all.press('r');
    await all.press('2');
    expect(all.turn()).toMatchObject({ personId: 'bo', charge: 'panel' });
    expect(all.turn()).not.toHaveProperty('override');
    expect(all.screen.getByText('reply of the panel: no side pays')).toBeTruthy();
    expect(all.screen.queryByRole('region', { name: 'Reply of the panel' })).toBeNull();
  });

  test('[F5] in the speeches the same two keys give the next one its eight minutes, and the strip counts them', async () => {
    const all = open('speeches');
    await all.press('r');
    const menu = all.screen.getByRole('region', { name: 'Next speaker of the panel' });
    expect(within(menu).getByText('Each has 8:00.')).toBeTruthy();
    await all.press('1');
    expect(all.turn()).toMatchObject({ personId: 'ana', charge: 'onsite', limitMs: 480_000 });
    expect(all.screen.getByText(/1 of 5 have spoken/)).toBeTruthy();
    await all.press('r');
    await all.press('2');
    expect(all.screen.getByText('Press again: it ends the turn of Ana.')).toBeTruthy();
    expect(all.turn()).toMatchObject({ personId: 'ana' });
    expect(all.screen.getByRole('button', { name: /1\. Ana.*has spoken/ })).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Bo 博');
    await all.press('{Escape}');
    expect(all.screen.queryByRole('region', { name: 'Next speaker of the panel' })).toBeNull();
  });

  test('[F7] in the speeches Enter and the card call the panel in its order, whoever waits; nobody is asked why', async () => {
    const all = open('speeches');
    all.hub.command('queue/join', hand('guest', 'onsite', 'Guest').args);
    all.settle();
    const card = () => all.screen.queryByRole('region', { name: 'Next prepared speech' });
    expect(card()?.textContent).toContain('Ana');
    expect(all.screen.queryByText('Suggested next')).toBeNull();
    await all.press('{Enter}');
    expect(all.turn()).toMatchObject({ personId: 'ana', limitMs: 480_000 });
    expect(all.turn()).not.toHaveProperty('override');
    expect(all.screen.queryByRole('region', { name: /was called instead/ })).toBeNull();
    await all.press('{Enter}');
    expect(card()?.textContent).toContain('Press again');
    await all.press(' ');
    await all.user.click(within(must(card(), 'card')).getByRole('button', { name: /^Call/ }));
    all.settle();
    expect(all.turn()).toMatchObject({ personId: 'bo' });
    expect(card()).toBeNull();
    expect(all.screen.getByText('Suggested next')).toBeTruthy();
  });

  test('[F7] in the speeches a point of order and who is on deck go before; who is passed comes up again at the end', async () => {
    const all = open('speeches');
    const card = () => all.screen.queryByRole('region', { name: 'Next prepared speech' })?.textContent;
    all.hub.command('queue/join', hand('guest', 'onsite', 'Guest').args);
    all.hub.command('queue/put-on-deck', { entryId: 'guest' });
    all.settle();
    expect(card()).toBeUndefined();
    expect(all.screen.getByRole('region', { name: 'Suggested next' }).textContent).toContain('Guest');
    all.hub.command('queue/leave', { entryId: 'guest' });
    all.hub.command('queue/join', { ...hand('point', 'online', 'Pia').args, kind: 'point-of-order' });
    all.settle();
    expect(card()).toBeUndefined();
    await all.press('{Enter}');
    expect(all.turn()).toMatchObject({ name: 'Pia' });
    await all.press(' ');
    expect(card()).toContain('Ana');
    await all.press('r');
    await all.press('2');
    expect(all.turn()).toMatchObject({ personId: 'bo' });
    expect(card()).toContain('Ana');
  });

  test('[F7] a point of order between two speeches does not bring back who was passed before it', async () => {
    const all = open('speeches');
    const card = () => all.screen.queryByRole('region', { name: 'Next prepared speech' })?.textContent;
    const give = (turnId: string, afterTurnId: string | null, personId: string) =>
      all.hub.command('floor/give', { turnId, person: { personId }, afterTurnId });
    all.hub.command('people/add', { personId: 'dan', name: 'Dan', channel: 'onsite', panel: true });
    give('t1', null, 'bo');
    all.hub.command('queue/join', { ...hand('point', 'online', 'Pia').args, kind: 'point-of-order' });
    all.hub.command('floor/give', { turnId: 't2', entryId: 'point', afterTurnId: 't1' });
    all.settle();
    expect(card()).toContain('Dan');
    give('t3', 't2', 'dan');
    all.settle();
    expect(card()).toContain('Ana');
  });

  test('[F8] the mouse alone does the same; whoever is no panellist is not in it', async () => {
    const all = open('talk');
    await all.user.click(all.screen.getByRole('button', { name: /^Panel/ }));
    expect(all.screen.queryByRole('button', { name: /Cy/ })).toBeNull();
    await all.user.click(all.screen.getByRole('button', { name: /1\. Ana/ }));
    all.settle();
    expect(all.turn()).toMatchObject({ personId: 'ana', charge: 'panel' });
  });
});

describe('the limit of a turn', () => {
  test('[F5] any limit is set by typing it, by keyboard or mouse; what is no time is said', async () => {
    const all = open('talk');
    all.hub.command('floor/give', { turnId: 't1', person: { personId: 'cy' }, afterTurnId: null });
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'of 2:00' }));
    const field = () => all.screen.getByLabelText('Limit');
    await all.user.clear(field());
    await all.user.type(field(), 'long{Enter}');
    expect(all.screen.getByRole('alert').textContent).toContain('3:00');
    await all.user.clear(field());
    await all.user.type(field(), '3:15{Enter}');
    all.settle();
    expect(all.turn()?.limitMs).toBe(195_000);
    await all.user.click(all.screen.getByRole('button', { name: 'of 3:15' }));
    await all.press('{Escape}');
    expect(all.screen.getByRole('button', { name: 'of 3:15' })).toBeTruthy();
  });
});

describe('undo and redo', () => {
  test('[H3] several steps back and forth again by one key each; a new deed ends the way forward', async () => {
    const all = open('talk');
    for (const name of ['Ada', 'Bob', 'Cem']) await all.press(`o${name}{Enter}{Escape}`);
    const names = () => all.hub.state.queue.entries.map((entry) => entry.name);
    expect(names()).toEqual(['Ada', 'Bob', 'Cem']);
    await all.press('u');
    await all.press('u');
    expect(names()).toEqual(['Ada']);
    await all.press('y');
    expect(names()).toEqual(['Ada', 'Bob']);
    await all.press('y');
    expect(names()).toEqual(['Ada', 'Bob', 'Cem']);
    await all.press('u');
    expect(names()).toEqual(['Ada', 'Bob']);
    await all.press('oDon{Enter}{Escape}');
    await all.press('y');
    expect(names()).toEqual(['Ada', 'Bob', 'Don']);
  });
});
