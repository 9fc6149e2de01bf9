// @vitest-environment jsdom
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { hand } from '../support/client.ts';
import { consoleWithHands, namesOf, type OpenConsole, openConsole } from '../support/open-console.tsx';

describe('one hand', () => {
  async function choose(all: OpenConsole, name: string, action: string) {
    await all.user.click(all.screen.getByRole('button', { name: `Actions for ${name}` }));
    const actions = all.screen.getByRole('group', { name: `Actions for ${name}` });
    await all.user.click(within(actions).getByRole('button', { name: action }));
    all.settle();
  }

  test('is held and returned', async () => {
    const all = consoleWithHands();
    await choose(all, 'Ada', 'Hold');
    expect(all.hub.state.queue.entries[0]?.held).toBe(true);
    // Counted apart: neither forgotten nor among those who can be called.
    expect(all.region('Onsite · 0 waiting · 1 on hold')).toBeTruthy();
    await choose(all, 'Ada', 'Return');
    expect(all.hub.state.queue.entries[0]?.held).toBeUndefined();
  });

  test('is told to get ready, is absent, is withdrawn', async () => {
    const all = consoleWithHands();
    await choose(all, 'Bob', 'Get ready');
    expect(all.hub.state.queue.onDeck).toEqual(['bob']);
    await choose(all, 'Bob', 'Absent');
    expect(all.hub.state.queue.entries[1]?.missedCalls).toBe(1);
    await choose(all, 'Bob', 'Withdraw');
    expect(namesOf(all)).toEqual(['Ada']);
  });

  test('answers through staff: not ready, and the next one is told; no microphone is marked', async () => {
    const all = consoleWithHands();
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.settle();
    await choose(all, 'Ada', 'Get ready');
    await choose(all, 'Ada', 'Not ready: next one');
    expect(all.hub.state.queue.onDeck).toEqual(['cy']);
    expect(all.screen.getByText('not ready, place kept')).toBeTruthy();
    expect(all.screen.container.textContent).toContain('noted that Ada is not ready yet');
    all.hub.command('floor/ready', { entryId: 'cy', readiness: 'no-microphone' });
    all.settle();
    expect(all.screen.getByText('no microphone')).toBeTruthy();
    await choose(all, 'Ada', 'Return');
    expect(all.screen.queryByText('not ready, place kept')).toBeNull();
  });

  test('shows its actions alone, and Escape puts them away', async () => {
    const all = consoleWithHands();
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
    const all = consoleWithHands();
    all.world.advance(1_000);
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.settle();
    await choose(all, 'Cy', 'To top');
    const cards = within(all.region(/Onsite · 2 waiting/)).getAllByRole('listitem');
    expect(cards.map((card) => card.textContent?.slice(0, 2))).toEqual(['Cy', 'Ad']);
  });
});

describe('a hand that is edited', () => {
  async function edit(all: OpenConsole, name: string) {
    await all.user.click(all.screen.getByRole('button', { name: `Actions for ${name}` }));
    await all.user.click(all.screen.getByRole('button', { name: 'Edit' }));
    return within(all.screen.getByRole('form', { name: `Edit the hand of ${name}` }));
  }

  test('by keyboard: name, topic, one of the rarer kinds, the other side, in one change', async () => {
    const all = consoleWithHands();
    const form = await edit(all, 'Ada');
    await all.user.keyboard(' Lovelace{Tab}engines');
    await all.user.click(form.getByRole('button', { name: 'More' }));
    await all.user.click(form.getByRole('radio', { name: 'Question' }));
    await all.user.click(form.getByRole('radio', { name: /Online/ }));
    await all.user.click(form.getByRole('textbox', { name: 'What about?' }));
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries[0]).toMatchObject({
      name: 'Ada Lovelace',
      topic: 'engines',
      kind: 'question',
      channel: 'online',
    });
    expect(all.hub.log.at(-1)?.events).toHaveLength(1);
    expect(all.screen.queryByRole('form')).toBeNull();
  });

  test('somebody of the roster keeps the name of the roster; an emptied topic is taken away', async () => {
    const all = openConsole();
    const known = { entryId: 'e', personId: 'jose', channel: 'online', door: 'zoom', kind: 'topic' };
    all.hub.command('queue/join', { ...known, topic: 'x' });
    all.settle();
    const form = await edit(all, 'José Ñandú');
    expect(form.queryByRole('textbox', { name: 'Name or description' })).toBeNull();
    await all.user.keyboard('{Backspace}{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries[0]?.topic).toBeUndefined();
  });

  test('what a colleague changes meanwhile in another field stays', async () => {
    const all = consoleWithHands();
    const form = await edit(all, 'Ada');
    all.hub.command('queue/update', { entryId: 'ada', topic: 'engines', kind: 'question' });
    all.settle();
    await all.user.type(form.getByRole('textbox', { name: 'Name or description' }), ' L.{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries[0]).toMatchObject({
      name: 'Ada L.',
      topic: 'engines',
      kind: 'question',
    });
  });

  test('Escape and an unchanged form change nothing; a name is needed', async () => {
    const all = consoleWithHands();
    await edit(all, 'Ada');
    await all.user.keyboard('X{Escape}');
    expect(all.screen.queryByRole('form')).toBeNull();
    const form = await edit(all, 'Ada');
    await all.user.click(form.getByRole('button', { name: 'Save' }));
    const again = await edit(all, 'Ada');
    await all.user.keyboard('{Backspace}{Backspace}{Backspace}');
    expect(again.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    all.settle();
    expect(namesOf(all)).toEqual(['Ada', 'Bob']);
    expect(all.hub.log).toHaveLength(3);
  });

  test('a kind out of the ordinary is in sight at once', async () => {
    const all = consoleWithHands();
    all.hub.command('queue/update', { entryId: 'ada', kind: 'point-of-order' });
    all.settle();
    const form = await edit(all, 'Ada');
    expect(form.getByRole('radio', { name: 'Point of order', checked: true })).toBeTruthy();
  });
});

describe('the order of one side', () => {
  function openWithThree() {
    const all = openConsole();
    for (const name of ['Ada', 'Bea', 'Cy']) {
      all.hub.command('queue/join', hand(name.toLowerCase(), 'onsite', name).args);
      all.world.advance(1_000);
    }
    all.settle();
    const order = () =>
      within(all.region(/Onsite/))
        .getAllByRole('listitem')
        .map((row) => row.dataset.row);
    return { ...all, order };
  }

  test('changes by Alt and the arrow keys with the focus on a card, and the new place is said', async () => {
    const all = openWithThree();
    all.screen.getByRole('button', { name: 'Move Cy' }).focus();
    await all.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    all.settle();
    expect(all.order()).toEqual(['ada', 'cy', 'bea']);
    expect(all.screen.getByText('Cy, 2nd of 3 in the room')).toBeTruthy();
    expect(document.activeElement).toBe(all.screen.getByRole('button', { name: 'Move Cy' }));
    await all.user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    all.settle();
    expect(all.order()).toEqual(['cy', 'ada', 'bea']);
    expect(all.screen.getByText('Cy, 1st of 3 in the room')).toBeTruthy();
    all.screen.getByRole('button', { name: 'Call Cy' }).focus();
    await all.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    all.settle();
    expect(all.order()).toEqual(['ada', 'cy', 'bea']);
  });

  test('cannot go up from the top, nor down from the end, and the buttons say so', async () => {
    const all = openWithThree();
    const areOff = async (name: string) => {
      await all.user.click(all.screen.getByRole('button', { name: `Actions for ${name}` }));
      return ['To top', 'Up', 'Down'].filter(
        (move) => all.screen.getByRole('button', { name: move }).getAttribute('aria-disabled') === 'true',
      );
    };
    expect(await areOff('Ada')).toEqual(['To top', 'Up']);
    expect(await areOff('Cy')).toEqual(['Down']);
  });

  test('is said by the buttons as well', async () => {
    const all = openWithThree();
    await all.user.click(all.screen.getByRole('button', { name: 'Actions for Cy' }));
    await all.user.click(all.screen.getByRole('button', { name: 'To top' }));
    expect(all.screen.getByText('Cy, 1st of 3 in the room')).toBeTruthy();
    all.hub.command('queue/leave', { entryId: 'cy' });
    all.settle();
    expect(all.screen.queryByText('Cy, 1st of 3 in the room')).toBeNull();
  });

  test('tells assistive technology which of how many a card is', () => {
    const all = openWithThree();
    const rows = within(all.region(/Onsite/)).getAllByRole('listitem');
    expect(rows.map((row) => [row.ariaPosInSet ?? row.getAttribute('aria-posinset')])).toEqual([
      ['1'],
      ['2'],
      ['3'],
    ]);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('3');
  });

  test('is not changed for whoever is on deck or on hold', () => {
    const all = openWithThree();
    all.hub.command('queue/put-on-deck', { entryId: 'bea' });
    all.hub.command('queue/hold', { entryId: 'ada' });
    all.settle();
    expect(all.screen.queryByRole('button', { name: 'Move Bea' })).toBeNull();
    expect(all.screen.queryByRole('button', { name: 'Move Ada' })).toBeNull();
    expect(all.order()).toEqual(['bea', 'cy', 'ada']);
  });
});

test('the list of a side is there as text, in the order of its line, and stays selected where nothing may be copied', async () => {
  const all = consoleWithHands();
  all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
  all.hub.command('queue/hold', { entryId: 'ada' });
  all.settle();
  await all.user.click(all.screen.getByRole('button', { name: 'The whole list in the room' }));
  const text = all.screen.getByRole('textbox', {
    name: 'The list in the room as text',
  }) as HTMLTextAreaElement;
  expect(text.value).toBe('1. Cy\tNew topic\n2. Ada\tNew topic · on hold');
  await all.user.click(all.screen.getByRole('button', { name: 'Copy as text' }));
  expect(all.screen.getByText(/Could not copy; the list is selected/)).toBeTruthy();
  expect(text.selectionEnd).toBe(text.value.length);
});

describe('clearing the list', () => {
  test('of one side asks once, is one commit, and one undo brings all back', async () => {
    const all = consoleWithHands();
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.settle();
    const commits = all.hub.log.length;
    await all.user.click(all.screen.getByRole('button', { name: 'The whole list in the room' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Clear all 2 in the room' }));
    all.settle();
    expect(all.hub.log).toHaveLength(commits);
    await all.user.click(all.screen.getByRole('button', { name: 'Clear' }));
    all.settle();
    expect(namesOf(all)).toEqual(['Bob']);
    expect(all.screen.container.textContent).toContain('cleared 2 hands off the list');
    await all.user.click(document.body);
    await all.user.keyboard('u');
    all.settle();
    expect(namesOf(all)).toEqual(['Ada', 'Bob', 'Cy']);
  });

  test('of one item takes those raised in it, by keyboard alone; Escape gives it up', async () => {
    const all = consoleWithHands();
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.hub.command('queue/join', hand('cy', 'online', 'Cy').args);
    all.settle();
    const menu = all.screen.getByRole('button', { name: 'The whole list in the room' });
    menu.focus();
    await all.user.keyboard('{Enter}{Escape}');
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    await all.user.keyboard('{Enter}{Tab}{Tab}');
    expect(document.activeElement?.textContent).toBe('Clear 1 hand raised in “Discussion”, on both sides');
    await all.user.keyboard('{Enter}{Shift>}{Tab}{/Shift}{Enter}');
    all.settle();
    expect(namesOf(all)).toEqual(['Ada', 'Bob']);
  });
});
