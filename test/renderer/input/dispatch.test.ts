// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../../renderer/input/dispatch.ts';
import { actionFor } from '../../../renderer/input/dispatch.ts';
import { KEYMAP } from '../../../renderer/input/keymap.ts';
import { createTwice, TWICE_MS } from '../../../renderer/input/twice.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const plain = { repeat: false, isComposing: false, keyCode: 0, defaultPrevented: false };
  return { key, ...plain, ctrlKey: false, metaKey: false, altKey: false, ...more };
}

const act = (key: string, more?: Partial<KeyPress>, focus: Element | null = document.body) =>
  actionFor(press(key, more), focus, KEYMAP);

describe('the keymap', () => {
  test('has one action for each key, and a key for each action', () => {
    const keys = KEYMAP.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(KEYMAP.every((binding) => binding.keys.length > 0)).toBe(true);
  });

  test.each([
    ['Enter', 'call'],
    [' ', 'end'],
    ['p', 'pause'],
    ['P', 'pause'],
    ['+', 'plus'],
    ['-', 'minus'],
    ['u', 'undo'],
    ['o', 'addOnsite'],
    ['l', 'addOnline'],
    ['/', 'find'],
    ['m', 'message'],
    ['?', 'help'],
  ])('%s asks for %s', (key, action) => {
    expect(act(key)).toBe(action);
  });

  test('other keys ask for nothing', () => {
    expect(act('z')).toBeNull();
    expect(act('F5')).toBeNull();
  });
});

test('no panel names a key by itself: they are all taken from the keymap', () => {
  const panels = join(import.meta.dirname, '../../../renderer/panels');
  const literal = /hint="|hint=\{'|\? '[A-Z]' :|Ctrl/;
  const found = readdirSync(panels, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && literal.test(readFileSync(join(panels, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

describe('a floor key does nothing', () => {
  test.each([
    ['when it repeats', { repeat: true }],
    ['while an input method composes', { isComposing: true }],
    ['when an input method has taken it', { keyCode: 229 }],
    ['with Ctrl', { ctrlKey: true }],
    ['with Meta', { metaKey: true }],
    ['with Alt', { altKey: true }],
    ['when somebody has handled it', { defaultPrevented: true }],
  ])('%s', (_, more) => {
    expect(act('Enter', more)).toBeNull();
  });

  test.each(['button', 'input', 'textarea', 'select', 'summary', 'dialog'])('in a %s', (tag) => {
    expect(act(' ', {}, document.createElement(tag))).toBeNull();
  });

  test('in what is editable, and in what lies inside a control', () => {
    const editable = document.createElement('div');
    editable.setAttribute('contenteditable', '');
    expect(act('u', {}, editable)).toBeNull();
    const button = document.createElement('button');
    const inside = button.appendChild(document.createElement('span'));
    expect(act('u', {}, inside)).toBeNull();
  });
});

describe('twice', () => {
  test('only the second press within the time counts', () => {
    let nowMs = 0;
    const twice = createTwice(() => nowMs);
    expect(twice('a')).toBe(false);
    nowMs = TWICE_MS;
    expect(twice('a')).toBe(true);
    expect(twice('a')).toBe(false);
    nowMs += TWICE_MS + 1;
    expect(twice('a')).toBe(false);
  });

  test('a press on something else begins anew', () => {
    const twice = createTwice(() => 0);
    expect(twice('a')).toBe(false);
    expect(twice('b')).toBe(false);
    expect(twice('b')).toBe(true);
  });
});
