// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindingsWith, type ChosenKeys, usableKey, withKey } from '../../../renderer/input/chosen-keys.ts';
import { KEYMAP } from '../../../renderer/input/keymap.ts';
import { consoleWithHands, openConsole } from '../support/open-console.tsx';

beforeEach(() => localStorage.clear());

describe('chosen keys', () => {
  test('for any choices, every action keeps a key and no key has two meanings', () => {
    const keys = ['Enter', ' ', 'F2', '=', '+', '?', 'z', 'q', '关', ...KEYMAP.flatMap((one) => one.keys)];
    const choice = fc.tuple(fc.constantFrom(...KEYMAP.map((one) => one.action)), fc.constantFrom(...keys));
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 40 }), (choices) => {
        const chosen = choices.reduce<ChosenKeys>((had, [action, key]) => withKey(had, action, key), {});
        const bindings = bindingsWith(chosen);
        const all = bindings.flatMap((binding) => binding.keys);
        expect(new Set(all).size).toBe(all.length);
        expect(bindings.every((binding) => binding.keys.length > 0)).toBe(true);
      }),
    );
  });

  test.each(['Tab', 'Escape', 'ArrowUp', 'Dead', 'F5', 'Process', 'Backspace'])(
    '%s stays what it is',
    (key) => {
      expect(usableKey(key)).toBeNull();
    },
  );

  test('what is kept of another version or by hand and makes no sense is as if nothing had been chosen', () => {
    for (const kept of ['{', 'null', '[]', '{"end":"Tab"}', '{"end":"p","pause":"p"}', '{"end":"u"}']) {
      localStorage.setItem('evenfloor.keys', kept);
      const all = openConsole();
      expect(all.screen.getByRole('list', { name: 'Keys' }).textContent).toContain('Space end turn');
      all.screen.unmount();
    }
  });
});

test('a key is changed by pressing another; the action that had it takes the former one, and both work at once', async () => {
  const all = consoleWithHands();
  all.hub.command('session/start', {});
  all.settle();
  await all.user.click(all.screen.getByRole('button', { name: /all keys/ }));
  const dialog = within(all.screen.getByRole('dialog', { name: 'Keys' }));
  await all.user.click(dialog.getByRole('button', { name: 'Change the key: call suggested' }));
  await all.user.keyboard('{ArrowUp}');
  expect(dialog.getByRole('status').textContent).toContain('cannot be used');
  await all.user.keyboard(' ');
  expect(dialog.getByRole('status').textContent).toBe('Space: call suggested. Enter: end turn.');
  await all.user.click(dialog.getByRole('button', { name: 'Close' }));
  await all.user.keyboard('{Escape} ');
  all.settle();
  expect(all.hub.state.floor.turn?.name).toBe('Ada');
  await all.user.keyboard('{Enter}');
  all.settle();
  expect(all.hub.state.floor.turn).toBeNull();
});

test('Esc leaves a key as it is, and one press has all of them back', async () => {
  const all = openConsole();
  await all.user.keyboard('?');
  const dialog = within(all.screen.getByRole('dialog', { name: 'Keys' }));
  const ask = () => all.user.click(dialog.getByRole('button', { name: 'Change the key: end turn' }));
  await ask();
  await all.user.keyboard('{Escape}');
  expect(localStorage.getItem('evenfloor.keys')).toBeNull();
  await ask();
  await all.user.keyboard('q');
  expect(JSON.parse(localStorage.getItem('evenfloor.keys') ?? '')).toEqual({ end: 'q' });
  await all.user.click(dialog.getByRole('button', { name: 'All keys as they came' }));
  expect(localStorage.getItem('evenfloor.keys')).toBeNull();
  expect(dialog.queryByRole('button', { name: 'All keys as they came' })).toBeNull();
});

test('keys that are switched off, or chosen, in another tab are so here as well', async () => {
  const all = consoleWithHands();
  const inAnotherTab = (key: string, text: string) =>
    act(() => {
      localStorage.setItem(key, text);
      dispatchEvent(new StorageEvent('storage', { key }));
    });
  inAnotherTab('evenfloor.floor-keys', 'off');
  await all.user.keyboard('{Enter}');
  all.settle();
  expect(all.hub.state.floor.turn).toBeNull();
  inAnotherTab('evenfloor.floor-keys', 'on');
  inAnotherTab('evenfloor.keys', '{"call":"q"}');
  await all.user.keyboard('q');
  all.settle();
  expect(all.hub.state.floor.turn?.name).toBe('Ada');
});
