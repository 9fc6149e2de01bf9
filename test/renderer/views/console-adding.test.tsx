// @vitest-environment jsdom
import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { setPreference } from '../../../renderer/store/preferences.ts';
import { hand } from '../support/client.ts';
import { namesOf, openConsole } from '../support/open-console.tsx';

describe('adding a hand', () => {
  test('one key, a few letters, Enter: somebody of the roster, accents aside', async () => {
    const all = openConsole();
    await all.user.keyboard('lnandu{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([
      { personId: 'jose', channel: 'online', kind: 'topic', door: 'zoom' },
    ]);
  });

  test('the field stays for the next hand, whose letters are no keys of the floor; Escape leaves it', async () => {
    const all = openConsole();
    all.hub.command('floor/give', { turnId: 't1', person: { personId: 'amina' }, afterTurnId: null });
    await all.user.keyboard('oRow B, red scarf{Enter}Row C, blue jacket{Enter}');
    all.settle();
    expect(namesOf(all)).toEqual(['Row B, red scarf', 'Row C, blue jacket']);
    expect(all.hub.state.floor.turn).toMatchObject({ turnId: 't1' });
    expect(all.screen.getByText(/^Row C, blue jacket is on the list/)).toBeTruthy();
    await all.user.keyboard('{Escape}');
    expect(all.screen.queryByRole('combobox')).toBeNull();
  });

  test.each([
    ['Enter', '{Enter}', { turnId: expect.any(String), name: 'Ada' }],
    ['Space', ' ', null],
    ['plus', '+', { turnId: 't1', limitMs: 150_000 }],
  ])(
    'with nothing typed after a hand, %s leaves the field and does on the page what it does there',
    async (_key, key, turn) => {
      const all = openConsole();
      all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
      if (turn === null || 'limitMs' in turn)
        all.hub.command('floor/give', { turnId: 't1', person: { personId: 'amina' }, afterTurnId: null });
      all.settle();
      await all.user.keyboard(`oAda{Enter}${key}`);
      all.settle();
      expect(all.screen.queryByRole('combobox')).toBeNull();
      expect(all.hub.state.floor.turn).toEqual(turn && expect.objectContaining(turn));
    },
  );

  test('names that were pasted after a hand are lost neither by Enter nor by a press elsewhere', async () => {
    const all = openConsole();
    await all.user.keyboard('oAda{Enter}');
    const field = all.screen.getByRole('combobox');
    fireEvent.paste(field, { clipboardData: { getData: () => 'Bo\nCem' } });
    await all.user.click(document.body);
    expect(all.screen.getByText('2 names from the clipboard')).toBeTruthy();
    act(() => field.focus());
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.screen.getByText('2 names from the clipboard')).toBeTruthy();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('with the keys of the floor switched off the field stays after a hand, whatever is pressed', async () => {
    const all = openConsole();
    act(() => setPreference('floor-keys', 'off'));
    await all.user.click(all.screen.getByRole('button', { name: /Add onsite hand/ }));
    await all.user.keyboard('Ada{Enter}{Enter} ');
    all.settle();
    expect(namesOf(all)).toEqual(['Ada']);
    expect(document.activeElement).toBe(all.screen.getByRole('combobox'));
  });

  test('a press of the mouse elsewhere leaves the field too, as long as nothing is typed', async () => {
    const all = openConsole();
    await all.user.keyboard('oAda{Enter}Bo');
    await all.user.click(document.body);
    expect(all.screen.getByRole('combobox')).toBeTruthy();
    await all.user.clear(all.screen.getByRole('combobox'));
    await all.user.click(all.screen.getByRole('radio', { name: 'Reply' }));
    expect(all.screen.getByRole('combobox')).toBeTruthy();
    await all.user.click(document.body);
    expect(all.screen.queryByRole('combobox')).toBeNull();
  });

  test('a description is enough', async () => {
    const all = openConsole();
    await all.user.keyboard('oRow C, blue jacket{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([
      { name: 'Row C, blue jacket', channel: 'onsite', door: 'room' },
    ]);
  });

  test('arrow keys choose, a reply is one press away', async () => {
    const all = openConsole();
    await all.user.keyboard('oam');
    await all.user.click(all.screen.getByRole('radio', { name: 'Reply' }));
    await all.user.click(all.screen.getByRole('combobox', { name: /in the room/ }));
    await all.user.keyboard('{ArrowDown}{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([{ name: 'am', kind: 'reply' }]);
  });

  test('the floor for somebody without a hand: slash, letters, Ctrl+Enter', async () => {
    const all = openConsole();
    await all.user.keyboard('/jos{Control>}{Enter}{/Control}');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ personId: 'jose', channel: 'online', entryId: null });
  });

  test('while somebody speaks within the limit, it takes two presses, by key and by click', async () => {
    const all = openConsole();
    all.hub.command('floor/give', { turnId: 't1', person: { personId: 'amina' }, afterTurnId: null });
    all.settle();
    const speaker = () => all.hub.state.floor.turn?.name;
    await all.user.keyboard('/jos{Control>}{Enter}{/Control}');
    all.settle();
    expect(speaker()).toBe('Amina Okafor');
    expect(all.screen.getByText('Press again to call while the turn runs')).toBeTruthy();
    await all.user.keyboard('{Control>}{Enter}{/Control}');
    all.settle();
    expect(speaker()).toBe('José Ñandú');
    await all.user.keyboard('/row c');
    await all.user.click(all.screen.getByRole('button', { name: 'Give the floor now' }));
    all.settle();
    expect(speaker()).toBe('José Ñandú');
    await all.user.click(all.screen.getByRole('button', { name: 'Give the floor now' }));
    all.settle();
    expect(speaker()).toBe('row c');
  });

  test('Escape closes it and nothing has happened', async () => {
    const all = openConsole();
    await all.user.keyboard('oabc{Escape}');
    all.settle();
    expect(namesOf(all)).toEqual([]);
    expect(all.screen.queryByRole('combobox', { name: /in the room/ })).toBeNull();
  });
});

describe('somebody who waits already', () => {
  test('is told beside the field with the door, and the way leads to the card', async () => {
    const all = openConsole();
    const known = { entryId: 'e1', personId: 'jose', channel: 'online', door: 'phone', kind: 'topic' };
    all.hub.command('queue/join', known);
    all.settle();
    await all.user.keyboard('lnandu');
    expect(all.screen.getByRole('option', { name: /José.*already waiting by phone/ })).toBeTruthy();
    await all.user.keyboard('{Enter}');
    expect(all.screen.getByRole('alert').textContent).toBe('José Ñandú is already waiting by phone.');
    expect(all.session.store.getState().notices).toEqual([]);
    await all.user.click(all.screen.getByRole('button', { name: 'Show the card' }));
    expect(all.screen.queryByRole('combobox', { name: /online/ })).toBeNull();
    expect(document.activeElement).toBe(
      all.screen.getByRole('button', { name: 'Actions for José Ñandú', expanded: true }),
    );
  });

  test('the list is closed: adding says why in advance, and a point of order is at hand', async () => {
    const all = openConsole();
    all.hub.command('queue/close', {});
    all.settle();
    await all.user.keyboard('oZed');
    const add = all.screen.getByRole('button', { name: /^Add ?Enter/ });
    expect(add.getAttribute('aria-disabled')).toBe('true');
    expect(add.title).toContain('points of order are still taken');
    await all.user.click(all.screen.getByRole('radio', { name: 'Point of order' }));
    expect(add.getAttribute('aria-disabled')).toBeNull();
    await all.user.click(add);
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([{ name: 'Zed', kind: 'point-of-order' }]);
  });

  test('the door of the last online hand is still chosen at the next one', async () => {
    const all = openConsole();
    for (const name of ['Zed', 'Yan']) {
      await all.user.keyboard(`l${name}`);
      if (name === 'Zed') {
        await all.user.click(all.screen.getByRole('button', { name: 'More' }));
        await all.user.selectOptions(all.screen.getByLabelText('Came in by'), 'Tencent Meeting');
      }
      await all.user.type(all.screen.getByRole('combobox', { name: /online/ }), '{Enter}');
      all.settle();
    }
    expect(all.hub.state.queue.entries.map(({ door }) => door)).toEqual(['tencent', 'tencent']);
  });

  test.each([
    ['https://meeting.tencent.com/dm/abc', 'tencent'],
    ['https://example.org/stream https://us02web.zoom.us/j/1', 'zoom'],
    ['https://teams.microsoft.com/l/meetup-join/1', 'web'],
  ])('until then, of a session that meets at %s, it is %s', async (links, door) => {
    const all = openConsole();
    all.hub.command('session/configure', { joinLinks: links.split(' ') });
    all.settle();
    await all.user.keyboard('lZed{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([{ name: 'Zed', channel: 'online', door }]);
  });

  test('half a name is there again after a reload, until it is given up', async () => {
    const before = openConsole();
    await before.user.keyboard('lMax');
    const all = openConsole({ keepStorage: true });
    const field = () => all.screen.getByRole('combobox', { name: /online/ }) as HTMLInputElement;
    await all.user.keyboard('l');
    expect(field().value).toBe('Max');
    await all.user.keyboard('{Escape}l');
    expect(field().value).toBe('');
  });

  test('by a free name: said, and added all the same; the card offers to merge', async () => {
    const all = openConsole();
    all.hub.command('queue/join', hand('a', 'online', 'Zoë').args);
    all.settle();
    await all.user.keyboard('ozoe');
    expect(all.screen.getByText('is already waiting in the room.', { exact: false })).toBeTruthy();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(namesOf(all)).toEqual(['Zoë', 'zoe']);
    await all.user.click(all.screen.getByRole('button', { name: 'Merge the two hands of zoe' }));
    all.settle();
    expect(all.hub.state.queue.entries).toMatchObject([{ entryId: 'a', name: 'Zoë', channel: 'online' }]);
  });

  test('the two can be kept', async () => {
    const all = openConsole();
    for (const id of ['k1', 'k2']) all.hub.command('queue/join', hand(id, 'onsite', 'Row C').args);
    all.settle();
    expect(all.screen.getByText('already waiting in the room', { exact: false })).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: 'Keep both hands of Row C' }));
    expect(all.screen.queryByRole('button', { name: /^Merge/ })).toBeNull();
    expect(namesOf(all)).toEqual(['Row C', 'Row C']);
  });
});

describe('several names from the clipboard', () => {
  const paste = (all: ReturnType<typeof openConsole>, text: string) =>
    fireEvent.paste(all.screen.getByRole('combobox'), { clipboardData: { getData: () => text } });

  test('are added by one press, those who wait and those named twice left out; each can be taken back', async () => {
    const all = openConsole();
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.settle();
    await all.user.keyboard('o');
    paste(all, '1. jose nandu\n2. ADA\n\n- Cy\nBea\tBank\ncy\n');
    const offer = all.region('5 names from the clipboard');
    const lines = within(offer).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'José Ñandúin the roster',
      'ADAleft out: already waiting in the room',
      'Cynew',
      'Beanew',
      'cyleft out: twice in the list',
    ]);
    expect(document.activeElement).toBe(within(offer).getByRole('button', { name: 'Add 3 hands' }));
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.queue.entries.slice(1)).toMatchObject([
      { personId: 'jose', channel: 'onsite' },
      { name: 'Cy' },
      { name: 'Bea' },
    ]);
    expect(all.screen.queryByRole('combobox')).toBeNull();
    await all.user.keyboard('u');
    all.settle();
    expect(namesOf(all)).toEqual(['Ada', 'José Ñandú', 'Cy']);
  });

  test('of one line only are typed text; the offer can be given up', async () => {
    const all = openConsole();
    await all.user.keyboard('/');
    await all.user.paste('Row C, blue jacket');
    expect(all.screen.queryByRole('region', { name: /clipboard/ })).toBeNull();
    paste(all, 'Ada\nBob');
    await all.user.click(within(all.region(/clipboard/)).getByRole('button', { name: 'Cancel' }));
    expect(all.screen.queryByRole('region', { name: /clipboard/ })).toBeNull();
    expect(document.activeElement).toBe(all.screen.getByRole('combobox'));
    expect(all.screen.getByRole('combobox')).toHaveProperty('value', 'Row C, blue jacket');
  });
});

test('a Chinese name is found by its sound, as soon as the table of sounds is there', async () => {
  const all = openConsole();
  all.hub.command('people/add', { personId: 'li', name: '李小明', channel: 'online' });
  all.settle();
  await all.user.keyboard('llxm');
  await waitFor(() => expect(all.screen.getByRole('option', { name: /李小明/ })).toBeTruthy());
  await all.user.keyboard('{Enter}');
  all.settle();
  expect(all.hub.state.queue.entries).toMatchObject([{ personId: 'li' }]);
});
